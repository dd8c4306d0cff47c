package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * The metrics measured during training, the best checkpoint by one of them, and when to give up hope of a better one.
 * Measuring takes time but never changes what is learned.
 *
 * @param names of metrics, as for {@code gan4j evaluate --metrics}
 * @param every how often; each time takes about as long as making and looking at {@code count} samples
 * @param count samples of each kind
 * @param extractor of features, as for {@code gan4j evaluate --extractor}
 * @param best the metric, one of the names, by which the best checkpoint is kept; empty for the first
 * @param patience images after which training ends when the best has not been beaten; 0 for never
 */
public record MetricsPlan(
        List<String> names,
        @Default("{seconds: 60}") Every every,
        @Default("2000") int count,
        @Default("auto") String extractor,
        @Default(value = "''", off = true) String best,
        @Default(value = "0", off = true) long patience) {

    public MetricsPlan {
        names = List.copyOf(names);
        if (names.isEmpty()) throw new IllegalArgumentException("names must have at least one metric, got none");
        Check.between("count", count, 2, 1_000_000);
        Check.atLeast("patience", patience, 0);
    }

    /** The metric by which the best checkpoint is kept. */
    public String deciding() {
        return best.isEmpty() ? names.get(0) : best;
    }
}
