package io.github.gan4j.metrics;

import io.github.gan4j.classifiers.ClassifierCache;
import io.github.gan4j.classifiers.ClassifierRecipe;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The extractors by name. */
public final class Extractors {
    /** The name of the one that suits the data. */
    public static final String AUTO = "auto";

    /** Why points need none. */
    public static final String OF_POINTS = "points are compared by their coordinates";

    /** The names, for people. */
    public static final String KNOWN = "auto, classifier, random-convolution, pixels, or a TorchScript or ONNX"
            + " file (FILE.pt, FILE.onnx, or FILE.pt:SIZE for its size in pixels)";

    private static final Pattern FILE =
            Pattern.compile("(.+\\.(?:pt|ts|onnx))(?::(\\d{1,9}))?", Pattern.CASE_INSENSITIVE);
    private static final long SEED = 1;

    private Extractors() {}

    /** The file that an extractor of this name is read from; none where it is computed or learned. */
    public static Optional<Path> file(String name) {
        Matcher file = FILE.matcher(name);
        return file.matches() ? Optional.of(Path.of(file.group(1))) : Optional.empty();
    }

    /**
     * The extractor of this name; the caller closes it. {@code auto} is a classifier that learns the data where it has
     * labels, else random convolutions.
     *
     * @param data what a classifier learns
     * @param notice hears one line about what takes long or is odd
     * @param progress of a classifier that must learn first, from 0 to 1
     * @throws IllegalArgumentException when there is no such extractor, or the data has no labels for a classifier
     * @throws IOException when a file cannot be read
     */
    public static Extractor named(
            String name, Split data, CacheFolder cache, Consumer<String> notice, DoubleConsumer progress)
            throws IOException {
        switch (name) {
            case AUTO:
                return data.train().labelled() && data.train().labelNames().size() > 1
                        ? classifier(data, cache, notice, progress)
                        : new RandomConvolution(data.train().shape(), SEED);
            case "classifier":
                if (!data.train().labelled())
                    throw new IllegalArgumentException(
                            "the extractor classifier needs labelled reals, these have no labels; random-convolution"
                                    + " needs none");
                return classifier(data, cache, notice, progress);
            case "random-convolution":
                return new RandomConvolution(data.train().shape(), SEED);
            case "pixels":
                return new RawPixels();
            default:
                Matcher file = FILE.matcher(name);
                if (file.matches())
                    return FileExtractor.of(
                            Path.of(file.group(1)),
                            file.group(2) == null
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(Integer.parseInt(file.group(2))));
                throw new IllegalArgumentException("unknown extractor '" + name + "'; known extractors: " + KNOWN
                        + Suggestions.didYouMean(name, List.of(KNOWN.split(",? "))));
        }
    }

    private static Extractor classifier(
            Split data, CacheFolder cache, Consumer<String> notice, DoubleConsumer progress) {
        return new ClassifierExtractor(new ClassifierCache(cache)
                .find(
                        data,
                        Structure.CONVOLUTIONAL,
                        ClassifierRecipe.usual(data.train().size()),
                        Device.CPU,
                        notice,
                        progress)
                .classifier());
    }
}
