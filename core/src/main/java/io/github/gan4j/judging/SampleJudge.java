package io.github.gan4j.judging;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
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
import io.github.gan4j.metrics.RawPixels;
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
import java.util.function.Supplier;

/** Looks at the samples of a training through the metrics of its plan. */
final class SampleJudge implements Judge {
    private final Plan plan;
    private final List<Metric> metrics;
    private final Metric best;
    private final Extractor extractor;
    private final Evaluator evaluator;
    /** That samples are compared with, where they are images. */
    private final Optional<ImageSet> reals;

    private SampleJudge(Plan plan, Extractor extractor, Reference reference) {
        this.plan = plan;
        this.metrics = Judge.metrics(plan.metrics().orElseThrow(), Metrics.ALL);
        this.best = Judge.best(plan.metrics().orElseThrow(), Metrics.ALL);
        this.extractor = extractor;
        this.evaluator = new Evaluator(extractor, reference);
        this.reals = reference.reals().images();
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
        if (known.isPresent())
            return new SampleJudge(plan, RawPixels.ofPoints(), Reference.of(known.get(), wanted.count()));
        Split split = samples.split(notice);
        CacheFolder cache = CacheFolder.usual();
        Extractor extractor = Extractors.named(wanted.extractor(), split, cache, notice, share -> {});
        try {
            int count = Math.min(wanted.count(), Reference.usualCount(split));
            Reference reference = Reference.of(split, count, extractor, new FeatureCache(cache, notice));
            notice.accept("metrics compare samples with " + reference.split());
            return new SampleJudge(plan, extractor, reference);
        } catch (RuntimeException impossible) {
            extractor.close();
            throw impossible;
        }
    }

    @Override
    public void require(Training training) {
        Specimens two = specimens(training, reals.map(all -> all.part(0, 2)), 2);
        metrics.forEach(metric -> evaluator.require(two, metric));
    }

    @Override
    public Supplier<List<Score>> scores(Training training) {
        Specimens made = specimens(training, reals, evaluator.reference().count());
        return () -> metrics.stream()
                .flatMap(metric -> evaluator.scores(made, metric).stream())
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

    private Specimens specimens(Training training, Optional<ImageSet> like, int count) {
        Synthesizer generators = Synthesizer.of(plan, training);
        return like.map(images -> evaluator.look(generators.imagesLike(images, made -> {})))
                .orElseGet(() -> Specimens.of(generators.points(count)));
    }

    @Override
    public void close() {
        extractor.close();
    }
}
