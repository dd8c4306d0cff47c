package io.github.gan4j.experiment;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.Specimens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** MNIST, and gan4j's own classifier of it. It owns the classifier. */
record Digits(Split split, Extractor classifier) implements AutoCloseable {
    static final int CLASSES = 10;
    static final int SIDE = 28;
    static final SampleShape SHAPE = SampleShape.image(1, SIDE, SIDE);

    /** @throws IOException in one line, when files are missing or damaged */
    static Digits open(Optional<Path> data, Consumer<String> notice) throws IOException {
        DataSource source = data.<DataSource>map(
                        path -> new DataSource.Images(path.toString(), ImageFormat.IDX, SIDE, 1, false))
                .orElseGet(() -> new DataSource.Published("mnist", "", SIDE, 1, false));
        Split split = Split.of(source, 0, notice);
        if (split.train().labelNames().size() != CLASSES)
            throw new IllegalArgumentException("this benchmark needs digits of 10 classes, got "
                    + split.train().describe());
        CacheFolder cache = CacheFolder.usual();
        return new Digits(split, Extractors.named("classifier", split, cache, notice, share -> {}));
    }

    /** The features and classes of digits {@code [count, 28, 28]} flattened. */
    Specimens seen(float[] values) {
        return Specimens.of(classifier.look(new Batch(values.length / SHAPE.size(), SHAPE, values, new int[0])));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
