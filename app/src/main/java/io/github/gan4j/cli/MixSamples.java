package io.github.gan4j.cli;

import io.github.gan4j.classifiers.ClassifierFile;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.explore.ClassMeasure;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.metrics.ClassifierExtractor;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.ImageMeasure;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The generator of {@code gan4j mix} and the measures of its samples: gan4j's own, and the classes of a classifier.
 *
 * @param count of samples that are measured
 */
record MixSamples(Synthesizer generator, Optional<Extractor> classifier, int count) implements AutoCloseable {
    /** A measure of this kind is the probability of a class. */
    static final String CLASS = "class:";

    static MixSamples open(Synthesizer generator, Optional<Path> classifier, int count) throws IOException {
        if (classifier.isPresent() && !Files.isRegularFile(classifier.get()))
            throw new IOException(classifier.get() + ": no such file");
        return new MixSamples(
                generator,
                classifier.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ClassifierExtractor(ClassifierFile.read(classifier.get(), Device.CPU)
                                .classifier())),
                count);
    }

    /** @throws IllegalArgumentException when there is no such measure */
    ImageMeasure measure(String name) {
        if (!name.startsWith(CLASS)) return ImageMeasures.named(name);
        Extractor asked = classifier.orElseThrow(
                () -> new IllegalArgumentException(name + " needs a classifier: add --classifier FILE"));
        return new ClassMeasure(asked, ClassList.one(CLASS, name.substring(CLASS.length()), asked.classes()));
    }

    Measured measured(String name) {
        return Measured.of(generator, Measured.FIRST_SEED, count, measure(name));
    }

    @Override
    public void close() {
        classifier.ifPresent(Extractor::close);
    }
}
