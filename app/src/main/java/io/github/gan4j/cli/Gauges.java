package io.github.gan4j.cli;

import io.github.gan4j.classifiers.ClassifierFile;
import io.github.gan4j.explore.ClassMeasure;
import io.github.gan4j.metrics.ClassifierExtractor;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.ImageMeasure;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The measures that {@code gan4j mix} knows by name: those of gan4j, and the classes of a classifier. */
record Gauges(Optional<Extractor> classifier) implements AutoCloseable {
    private static final String CLASS = "class:";

    static Gauges open(Optional<Path> file) throws IOException {
        if (file.isPresent() && !Files.isRegularFile(file.get())) throw new IOException(file.get() + ": no such file");
        return new Gauges(
                file.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ClassifierExtractor(
                                ClassifierFile.read(file.get(), Device.CPU).classifier())));
    }

    /** @throws IllegalArgumentException when there is no measure of this name */
    ImageMeasure named(String name) {
        if (!name.startsWith(CLASS)) return ImageMeasures.named(name);
        Extractor asked = classifier.orElseThrow(() ->
                new IllegalArgumentException(name + " needs a classifier: add --classifier with the file of one"));
        return new ClassMeasure(
                asked,
                ClassNumbers.one(CLASS, Optional.of(name.substring(CLASS.length())), asked.classes())
                        .getAsInt());
    }

    @Override
    public void close() {
        classifier.ifPresent(Extractor::close);
    }
}
