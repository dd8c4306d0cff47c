package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.tensor.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges generated samples by the same reals again and again; floors are computed once. It borrows the extractor. One
 * thread at a time.
 */
public final class Evaluator {
    private final Extractor extractor;
    private final Reference reference;
    private final Map<String, List<Score>> floors = new HashMap<>();

    public Evaluator(Extractor extractor, Reference reference) {
        this.extractor = extractor;
        this.reference = reference;
    }

    public Reference reference() {
        return reference;
    }

    /**
     * What metrics say of images; those that cannot be computed from these are left out by name.
     *
     * @param about one line for people: whose images these are
     * @throws IllegalArgumentException when none can be computed
     */
    public Evaluation judge(String about, ImageSet fakes, List<Metric> metrics) {
        return judge(about, look(fakes), metrics);
    }

    /** The same of points. */
    public Evaluation judge(String about, Batch points, List<Metric> metrics) {
        return judge(about, Specimens.of(points), metrics);
    }

    private Evaluation judge(String about, Specimens fakes, List<Metric> metrics) {
        EvaluatedSamples sides = sides(fakes);
        List<Judgement> judgements = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Metric metric : metrics) {
            Optional<String> obstacle = metric.obstacle(sides);
            if (obstacle.isEmpty()) judgements.addAll(judged(metric, sides));
            else leftOut.add(metric.name() + " " + obstacle.get());
        }
        if (judgements.isEmpty()) throw new IllegalArgumentException(String.join("; ", leftOut));
        return new Evaluation(
                about,
                reference.data(),
                reference.checksum(),
                reference.split(),
                extractor.name(),
                extractor.hash(),
                judgements,
                leftOut,
                Optional.of(Provenance.here()
                        .withLibtorch(Engine.version())
                        .withSeed("draw", Reference.SEED)
                        .withChecksum(Provenance.DATA, reference.checksum())
                        .withChecksum("extractor", extractor.hash())));
    }

    /** What one metric says, without its floor; for looking at a training now and then. */
    public List<Score> scores(Specimens fakes, Metric metric) {
        return metric.scores().apply(sides(fakes));
    }

    /** @throws IllegalArgumentException when a metric cannot be computed from fakes of this kind */
    public void require(Specimens fakes, Metric metric) {
        metric.lacks().apply(sides(fakes)).ifPresent(lack -> {
            throw new IllegalArgumentException(metric.name() + " " + lack);
        });
        if (reference.count() < metric.fewest())
            throw new IllegalArgumentException(metric.name() + " needs " + metric.fewest()
                    + " samples of each kind, there are " + reference.count());
    }

    /** Images as this evaluator's extractor sees them, in an order that no name decides, so that no score depends on it. */
    public Specimens look(ImageSet given) {
        ImageSet images = RandomPart.mixed(given, Reference.SEED_OF_SAMPLES);
        return Specimens.of(images, FeatureCache.look(extractor, images));
    }

    private EvaluatedSamples sides(Specimens fakes) {
        return new EvaluatedSamples(
                reference.reals(), reference.others(), fakes, extractor.classes(), reference.known());
    }

    private List<Judgement> judged(Metric metric, EvaluatedSamples sides) {
        List<Score> scores = metric.scores().apply(sides);
        List<Score> floor =
                floors.computeIfAbsent(metric.name(), name -> metric.scores().apply(sides.floor()));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) judgements.add(new Judgement(scores.get(i), floor.get(i)));
        return judgements;
    }
}
