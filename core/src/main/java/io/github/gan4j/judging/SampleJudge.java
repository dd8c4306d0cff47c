package io.github.gan4j.judging;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Evaluator;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.FeatureCache;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.Pixels;
import io.github.gan4j.metrics.Reference;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.metrics.Specimens;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at the samples of a training through the metrics of its plan. */
final class SampleJudge implements Judge {
    private final Plan plan;
    private final List<Metric> metrics;
    private final Extractor extractor;
    private final Evaluator evaluator;

    private SampleJudge(Plan plan, Extractor extractor, Reference reference) {
        this.plan = plan;
        this.metrics = metrics(plan.metrics().orElseThrow());
        this.extractor = extractor;
        this.evaluator = new Evaluator(extractor, reference);
    }

    /**
     * Takes a first look at the reals; a classifier that has to learn them first takes minutes.
     *
     * @param samples of the plan's data
     * @param notice hears one line about what takes long
     */
    static SampleJudge of(Plan plan, Samples samples, Consumer<String> notice) throws IOException {
        MetricsPlan wanted = plan.metrics().orElseThrow();
        Optional<Distribution> known = plan.data().distribution();
        if (known.isPresent()) return new SampleJudge(plan, new Pixels(), Reference.of(known.get(), wanted.count()));
        Split split = Split.of(plan.data(), samples, notice);
        CacheFolder cache = CacheFolder.of(plan.data().files());
        Extractor extractor = Extractors.named(wanted.extractor(), split, cache, notice, share -> {});
        try {
            int count = Math.min(wanted.count(), Reference.usualCount(split));
            return new SampleJudge(
                    plan, extractor, Reference.of(split, count, extractor, new FeatureCache(cache, notice)));
        } catch (RuntimeException impossible) {
            extractor.close();
            throw impossible;
        }
    }

    /**
     * Refuses a plan whose metrics are unknown or do not lend themselves to finding the best.
     *
     * @throws IllegalArgumentException in one line
     */
    static void requireKnown(MetricsPlan plan) {
        Metric best = best(plan);
        if (!metrics(plan).contains(best))
            throw new IllegalArgumentException(
                    "metrics.best must be one of metrics.names " + plan.names() + ", got '" + plan.best() + "'");
        if (best.better() == Better.LIKE_REALS)
            throw new IllegalArgumentException("metrics.best: of " + best.name()
                    + " neither more nor less is better; name another metric, such as frechet-distance");
    }

    private static List<Metric> metrics(MetricsPlan plan) {
        return Metrics.named(String.join(",", plan.names()));
    }

    private static Metric best(MetricsPlan plan) {
        return Metrics.named(plan.deciding()).get(0);
    }

    @Override
    public void require(Training training) {
        Specimens two = specimens(training, 2);
        metrics.forEach(metric -> evaluator.require(two, metric));
    }

    @Override
    public List<Score> scores(Training training) {
        Specimens made = specimens(training, evaluator.reference().count());
        return metrics.stream()
                .flatMap(metric -> evaluator.scores(made, metric).stream())
                .toList();
    }

    @Override
    public String deciding() {
        return best(plan.metrics().orElseThrow()).deciding();
    }

    @Override
    public Better better() {
        return best(plan.metrics().orElseThrow()).better();
    }

    private Specimens specimens(Training training, int count) {
        Synthesizer generators = Synthesizer.of(plan, training);
        return generators.shape().isImage()
                ? evaluator.look(generators.images(count))
                : Specimens.of(generators.points(count));
    }

    @Override
    public void close() {
        extractor.close();
    }
}
