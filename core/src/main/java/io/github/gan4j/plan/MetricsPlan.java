package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * What a run says about its samples while it trains, which checkpoint it keeps as the best, and when it gives up hope of
 * a better one. Without names nothing is measured. Measuring takes time but never changes what is learned.
 *
 * @param names of metrics, as for {@code gan4j evaluate --metrics}
 * @param every how often; each time takes about as long as making and looking at {@code count} samples
 * @param count samples of each kind
 * @param extractor what looks at images, as for {@code gan4j evaluate --extractor}
 * @param best the metric, one of the names, by which the best checkpoint is kept; empty for the first
 * @param patience images after which training ends when the best has not been beaten; 0 for never
 */
public record MetricsPlan(
        @Default("[]") List<String> names,
        @Default("{seconds: 60}") Interval every,
        @Default("2000") int count,
        @Default("auto") String extractor,
        @Default("''") String best,
        @Default("0") long patience) {

    public MetricsPlan {
        names = List.copyOf(names);
        Check.between("count", count, 2, 1_000_000);
        Check.atLeast("patience", patience, 0);
        if (names.isEmpty() && (!best.isEmpty() || patience > 0))
            throw new IllegalArgumentException("names must hold a metric to find the best by, got none");
    }

    /** The metric by which the best checkpoint is kept; only where anything is measured. */
    public String deciding() {
        return best.isEmpty() ? names.get(0) : best;
    }

    /** Whether anything is measured at all. */
    public boolean wanted() {
        return !names.isEmpty();
    }
}
