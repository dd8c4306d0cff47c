package io.github.gan4j.judging;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Evaluator;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.FeatureCache;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.NeighbourPicture;
import io.github.gan4j.metrics.RawPixels;
import io.github.gan4j.metrics.Reference;
import io.github.gan4j.model.ForeignGenerator;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * An evaluation of generated samples against real ones, with floor and intervals: of a run's generator, or of images in
 * files.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluate.everything().of(Path.of("runs/my-run"));
 * System.out.print(evaluation.table());
 * }</pre>
 *
 * @param count samples of each kind, or as many as there are; 0 for the usual number
 * @param extractor of features, by name or as a file
 * @param best whether a run's best checkpoint is evaluated instead of the newest
 * @param against the real images, where not a run's own data
 * @param neighbours where to write a picture of samples beside their nearest training images
 * @param notice hears one line about what is odd, or takes long
 */
public record Evaluate(
        List<Metric> metrics,
        int count,
        String extractor,
        boolean best,
        Optional<Path> against,
        Optional<Path> neighbours,
        Consumer<String> notice) {
    /** All metrics, of a run against its own data. */
    public static Evaluate everything() {
        return new Evaluate(Metrics.ALL, 0, Extractors.AUTO, false, Optional.empty(), Optional.empty(), line -> {});
    }

    /** As this one, but against other real images: a folder, zip or file, or a set by name. */
    public Evaluate against(Path reals) {
        return new Evaluate(metrics, count, extractor, best, Optional.of(reals), neighbours, notice);
    }

    /**
     * Evaluates the samples of a run, of a generator in an ONNX or TorchScript file ({@link ForeignGenerator}), or the
     * generated images in a folder, zip or file.
     *
     * @throws IllegalArgumentException when the samples cannot be evaluated like this
     * @throws IOException in one line, when something cannot be read
     */
    public Evaluation of(Path path) throws IOException {
        return of(path, (doing, share) -> {});
    }

    /** As {@link #of(Path)}; {@code progress} hears how far it is, and may end it. */
    public Evaluation of(Path path, EvaluationProgress progress) throws IOException {
        boolean foreign = ForeignGenerator.isOne(path);
        if (Files.isRegularFile(new RunFolder(path).plan()) || !foreign && RunFolder.isWeights(path))
            return ofRun(path, progress);
        if (best)
            throw new IllegalArgumentException(
                    path + " is not a run folder; only a run has a best checkpoint (--best)");
        return foreign ? ofFile(path, progress) : ofImages(path, progress);
    }

    private Evaluation ofFile(Path file, EvaluationProgress progress) throws IOException {
        try (ForeignGenerator generator = ForeignGenerator.open(file, notice)) {
            SampleShape shape = generator.shape();
            if (!shape.isImage())
                throw new IllegalArgumentException(
                        file + ": makes points, and the file does not hold their distribution; evaluate the run");
            Path data = against.orElseThrow(() -> new IllegalArgumentException(
                    file + " does not say what it was trained on; name the real images with --against DATA"));
            DataSource reals = reals(data).sized(shape.height(), shape.channels());
            Split split = split(reals, generator.trainingSeed());
            String weights = Checksum.sha256(ForeignGenerator.weights(file)).substring(0, 16);
            return judged(file.toString(), generator, split, progress)
                    .with(found -> found.withChecksum(file.getFileName().toString(), weights));
        }
    }

    private Evaluation ofRun(Path run, EvaluationProgress progress) throws IOException {
        try (TrainedGenerator generator = best ? TrainedGenerator.openBest(run) : TrainedGenerator.open(run, notice)) {
            String name = run + " after "
                    + Numbers.of(generator.imagesSeen(), generator.shape().noun());
            UnaryOperator<Provenance> weights = found -> found.joined(generator.provenance());
            if (generator.distribution().isPresent())
                return ofPoints(generator, name, progress).with(weights);
            SampleShape shape = generator.shape();
            DataSource reals =
                    against.map(Evaluate::reals).orElseGet(generator::source).sized(shape.height(), shape.channels());
            return judged(name, generator, split(reals, generator.plan().seed()), progress)
                    .with(weights);
        }
    }

    private Evaluation ofPoints(TrainedGenerator generator, String about, EvaluationProgress progress) {
        if (against.isPresent() || neighbours.isPresent())
            throw new IllegalArgumentException("this run makes points, which are compared with their own distribution: "
                    + (against.isPresent() ? "--against" : "--neighbours") + " is for images");
        if (!extractor.equals(Extractors.AUTO))
            throw new IllegalArgumentException(
                    "--extractor must be auto, since " + Extractors.OF_POINTS + "; got '" + extractor + "'");
        Reference reference = Reference.of(generator.distribution().orElseThrow(), count);
        return new Evaluator(RawPixels.ofPoints(), reference)
                .judge(about, generator.points(reference.count()), progress.watched(metrics));
    }

    private Evaluation ofImages(Path path, EvaluationProgress progress) throws IOException {
        DataSource reals = reals(against.orElseThrow(() -> new IllegalArgumentException(
                path + " is not a run folder; to evaluate the images in it, name the real ones with --against DATA")));
        Split split = split(reals, 0);
        SampleShape shape = split.train().shape();
        ImageSet fakes =
                DataSource.at(path).sized(shape.height(), shape.channels()).images(Part.TRAIN, notice);
        int wanted = wanted(split, fakes.size());
        IntFunction<RandomPart> drawn = n -> RandomPart.of(fakes, n, Reference.SEED_OF_SAMPLES);
        return judged(
                        n -> path + ", " + drawn.apply(n).describe(),
                        split,
                        wanted,
                        like -> drawn.apply(like.size()).images(),
                        progress)
                .with(found -> found.withSeed("samples", Reference.SEED_OF_SAMPLES)
                        .withChecksum("samples", RandomPart.mixed(fakes, 0).checksum()));
    }

    /** What was asked for, or as many as there are, which is said where it is less. */
    private int wanted(Split split, int fakes) {
        int most = Math.min(fakes, Reference.most(split));
        if (count == 0) return Math.min(fakes, Reference.usualCount(split));
        if (count > most && most > 1)
            notice.accept("scoring " + most + " samples instead of " + count + ": "
                    + (most == fakes
                            ? "there are no more of them"
                            : "of the " + split.all().describe() + ", half are needed for the floor"));
        return most > 1 ? Math.min(count, most) : count;
    }

    private Evaluation judged(String name, Synthesizer generator, Split split, EvaluationProgress progress)
            throws IOException {
        return judged(
                n -> name + ", samples of seeds 0 to " + (n - 1),
                split,
                wanted(split, Integer.MAX_VALUE),
                reals -> generator.imagesLike(
                        reals, made -> progress.at("making samples", (double) made / reals.size())),
                progress);
    }

    private Evaluation judged(
            IntFunction<String> about,
            Split split,
            int wanted,
            UnaryOperator<ImageSet> making,
            EvaluationProgress progress)
            throws IOException {
        CacheFolder cache = CacheFolder.usual();
        FeatureCache features = new FeatureCache(cache, notice);
        try (Extractor named = Extractors.named(
                extractor, split, cache, notice, share -> progress.at("training the classifier", share))) {
            // reals, others for the floor, and fakes
            Extractor looking = progress.watched(named, 3 * wanted);
            Reference reference = Reference.of(split, wanted, looking, features);
            ImageSet fakes = making.apply(reference.reals().images().orElseThrow());
            if (neighbours.isPresent())
                ImageFile.writePng(neighbours.get(), NeighbourPicture.of(fakes, split.all(), looking, features));
            return new Evaluator(looking, reference)
                    .judge(about.apply(reference.count()), fakes, progress.watched(metrics));
        }
    }

    private Split split(DataSource reals, long seed) throws IOException {
        return reals.samples(seed, notice).split(notice);
    }

    private static DataSource reals(Path data) {
        return DataSource.of(data.toString());
    }
}
