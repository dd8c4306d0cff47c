package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.judging.Judge;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.model.Best;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which moment of a run has the best samples: measured now and then, written into the events, and found there again when
 * a run is resumed. It owns the judge.
 */
final class Contest implements AutoCloseable {
    private final MetricsPlan plan;
    private final Judge judge;
    private Optional<Best> best = Optional.empty();
    private long measuredImages;
    private double measuredSeconds;
    private Map<String, Double> latest = Map.of();

    private Contest(MetricsPlan plan, Judge judge) {
        this.plan = plan;
        this.judge = judge;
    }

    /** Looks at the reals, and at what an interrupted training has measured already. */
    static Contest of(Plan plan, RunFolder folder, Training training, Consumer<String> notice) throws IOException {
        List<ObjectNode> events = JsonLines.read(folder.events());
        Contest contest = new Contest(plan.metrics().orElseThrow(), Judge.of(plan, training.data(), notice));
        try {
            contest.judge.require(training);
        } catch (RuntimeException impossible) {
            contest.close();
            throw impossible;
        }
        events.forEach(contest::recall);
        return contest;
    }

    private void recall(ObjectNode event) {
        double value = Best.value(event, judge.deciding());
        if (Double.isNaN(value)) return;
        measuredImages = event.path("imagesSeen").asLong();
        measuredSeconds = event.path("seconds").asDouble();
        compare(value, measuredImages);
    }

    /** Whether it is time to measure again. */
    boolean due(Training training) {
        return plan.every().reached(measuredImages, measuredSeconds, training.images(), training.seconds());
    }

    /** What is known of this moment; it is measured if it has not been, and if it is worth the time. */
    Map<String, Double> known(Training training, boolean worthIt) {
        if (measuredImages == training.images()) return latest;
        return worthIt ? measure(training).get() : Map.of();
    }

    /** The scores now by their names; samples are taken at once, and measured and compared by whoever asks. */
    Supplier<Map<String, Double>> measure(Training training) {
        long images = measuredImages = training.images();
        measuredSeconds = training.seconds();
        Supplier<List<Score>> scores = judge.scores(training);
        return () -> {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Score score : scores.get()) values.put(score.name(), score.value());
            latest = values;
            compare(values.get(judge.deciding()), images);
            return values;
        };
    }

    private void compare(double value, long images) {
        boolean better = best.isEmpty()
                || (judge.better() == Better.HIGHER
                        ? value > best.get().value()
                        : value < best.get().value());
        if (better) best = Optional.of(new Best(judge.deciding(), value, images));
    }

    /** Whether the samples have never been better than at this moment. */
    boolean isBest(long images) {
        return best.isPresent() && best.get().imagesSeen() == images;
    }

    boolean outOfPatience(Training training) {
        return plan.patience() > 0
                && best.isPresent()
                && training.images() - best.get().imagesSeen() >= plan.patience();
    }

    Optional<Best> best() {
        return best;
    }

    /** The checkpoints that stay whatever comes. */
    Set<Long> kept() {
        return best.map(moment -> Set.of(moment.imagesSeen())).orElse(Set.of());
    }

    /** Writes down for others which checkpoint is the best. */
    void announce(RunFolder folder) throws IOException {
        if (best.isPresent()) best.get().write(folder);
    }

    @Override
    public void close() {
        judge.close();
    }
}
