package io.github.gan4j.cli;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.Source;
import io.github.gan4j.data.Sources;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Evaluator;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.FeatureCache;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.NeighbourPicture;
import io.github.gan4j.metrics.Pixels;
import io.github.gan4j.metrics.Reference;
import io.github.gan4j.model.Generated;
import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How {@code gan4j evaluate} comes from a path and its options to an evaluation.
 *
 * @param best whether a run's best checkpoint is judged, not its newest
 * @param count samples of each kind; 0 for the usual
 * @param against the reals, where they are not a run's own
 * @param neighbours the picture of nearest neighbours, where one is wanted
 */
record Judging(
        boolean best,
        List<Metric> metrics,
        int count,
        String extractor,
        Optional<Path> against,
        Optional<Path> neighbours,
        Notices notices) {
    /** Generated images, as many as are wanted. */
    @FunctionalInterface
    private interface Fakes {
        ImageSet make(int count);
    }

    /** @param path a run folder, or images that somebody generated */
    Evaluation of(Path path) throws IOException {
        return Files.isRegularFile(new RunFolder(path).plan()) ? ofRun(path) : ofImages(path);
    }

    private Evaluation ofRun(Path run) throws IOException {
        try (TrainedGenerator generator = best ? TrainedGenerator.openBest(run) : TrainedGenerator.open(run, notices)) {
            String about = "%s after %,d images".formatted(run, generator.imagesSeen());
            if (generator.distribution().isPresent()) return ofPoints(generator, about);
            Source reals = against.map(this::reals).orElseGet(() -> generator.source(notices));
            Split split = Split.of(
                    reals.with(generator.shape().height(), generator.shape().channels()));
            int wanted = count > 0 ? count : Reference.usualCount(split);
            return judged(about, reals, split, wanted, n -> Generated.images(generator, n));
        }
    }

    private Evaluation ofPoints(TrainedGenerator generator, String about) {
        if (against.isPresent() || neighbours.isPresent())
            throw new IllegalArgumentException("this run makes points, which are compared with their own distribution: "
                    + (against.isPresent() ? "--against" : "--neighbours") + " is for images");
        Reference reference = Reference.of(generator.distribution().orElseThrow(), count);
        return new Evaluator(new Pixels(), reference)
                .judge(about, Generated.points(generator, reference.count()), metrics);
    }

    private Evaluation ofImages(Path path) throws IOException {
        Source reals = reals(against.orElseThrow(() -> new IllegalArgumentException(
                path + " is no run folder; to judge the images in it, say --against DATA")));
        Split split = Split.of(reals);
        var shape = split.train().shape();
        ImageSet fakes = Sources.images(Source.at(path, 0, notices).with(shape.height(), shape.channels()), Part.TRAIN);
        if (count > fakes.size())
            throw new IllegalArgumentException(
                    "--count must be at most the " + fakes.size() + " images in " + path + ", got " + count);
        int wanted = count > 0 ? count : Math.min(fakes.size(), Reference.usualCount(split));
        return judged(path.toString(), reals, split, wanted, n -> fakes.part(0, n));
    }

    private Evaluation judged(String about, Source reals, Split split, int wanted, Fakes making) throws IOException {
        CacheFolder cache = CacheFolder.of(Sources.located(reals, Part.TRAIN));
        FeatureCache features = new FeatureCache(cache, notices);
        try (Extractor looking = Extractors.named(extractor, split, cache, notices, share -> {})) {
            Reference reference = Reference.of(split, wanted, looking, features);
            ImageSet fakes = making.make(reference.count());
            if (neighbours.isPresent())
                ImageFile.writePng(
                        Targets.withFolder(neighbours.get()),
                        NeighbourPicture.of(fakes, split.train(), looking, features));
            return new Evaluator(looking, reference).judge(about, fakes, metrics);
        }
    }

    private Source reals(Path data) {
        return Source.of(data.toString(), 0, notices);
    }
}
