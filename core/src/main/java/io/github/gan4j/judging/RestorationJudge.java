package io.github.gan4j.judging;

import io.github.gan4j.data.Samples;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.EvaluatedSamples;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.model.DegradedImages;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compares what the first generator restores with the originals, beside what it started from. */
final class RestorationJudge implements Judge {
    private final List<Metric> metrics;
    private final Metric best;
    private final DegradedImages images;
    private final List<Score> plain;

    private RestorationJudge(MetricsPlan plan, DegradedImages images) {
        this.metrics = Judge.metrics(plan, Metrics.OF_RESTORED);
        this.best = Judge.best(plan, Metrics.OF_RESTORED);
        this.images = images;
        this.plain = scores(images.plain()).stream()
                .map(score -> score.named(score.name() + "-of-input"))
                .toList();
    }

    static RestorationJudge of(Plan plan, Samples samples, Consumer<String> notice) {
        if (!samples.heldOut(1).isPresent())
            notice.accept("metrics are measured on images that are learned from; data of kind patches holds some out");
        return new RestorationJudge(
                plan.metrics().orElseThrow(),
                DegradedImages.of(plan, samples, plan.metrics().orElseThrow().count()));
    }

    @Override
    public void require(Training training) {}

    @Override
    public Supplier<List<Score>> scores(Training training) {
        float[] restored = images.restored(training, 0);
        return () -> {
            List<Score> all = new ArrayList<>(scores(restored));
            all.addAll(plain);
            return all;
        };
    }

    private List<Score> scores(float[] restored) {
        EvaluatedSamples sides = EvaluatedSamples.ofRestored(images.clean(), restored);
        return metrics.stream()
                .flatMap(metric -> metric.scores().apply(sides).stream())
                .toList();
    }

    @Override
    public String deciding() {
        return best.deciding();
    }

    @Override
    public Better better() {
        return best.better();
    }

    @Override
    public void close() {}
}
