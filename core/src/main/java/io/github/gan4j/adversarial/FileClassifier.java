package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.ClassifierOutput;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.NetworkFile;
import io.github.gan4j.tensor.Onnx;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A black-box classifier in a TorchScript or ONNX file: it classifies attacked images, but none can be made for it. Its input
 * is {@code [batch, channels, height, width]} in [-1, 1]; its output has a row per image and a column per class, in the order
 * of the data: logits, or probabilities where all rows are such. Grey images are converted for ONNX models that take colour.
 * Whoever reads it closes it.
 */
public final class FileClassifier implements Predictor, AutoCloseable {
    private static final int BATCH = 250;
    private static final double ROUNDING = 1e-3;

    private final Path file;
    private final NetworkFile network;
    private final SampleShape shape;
    private final int classes;

    private FileClassifier(Path file, NetworkFile network, SampleShape shape, int classes) {
        this.file = file;
        this.network = network;
        this.shape = shape;
        this.classes = classes;
    }

    /**
     * ONNX where the name ends in {@code .onnx}, else TorchScript.
     *
     * @param shape of the images
     * @throws IllegalArgumentException when it takes images of another shape or has another number of classes
     * @throws IOException in one line, when it cannot be read or cannot compute with such images
     */
    public static FileClassifier read(Path file, SampleShape shape, int classes) throws IOException {
        FileClassifier read = new FileClassifier(file, NetworkFile.read(file), shape, classes);
        try {
            if (read.network instanceof Onnx onnx) read.requireShape(onnx);
            read.predict(new float[shape.size()]);
            return read;
        } catch (UncheckedIOException unfit) {
            read.close();
            throw unfit.getCause();
        } catch (RuntimeException wrong) {
            read.close();
            throw wrong;
        }
    }

    private void requireShape(Onnx onnx) {
        int height = onnx.height().orElse(shape.height()), width = onnx.width().orElse(shape.width());
        if (height != shape.height() || width != shape.width())
            throw new IllegalArgumentException(
                    file + ": takes images of " + width + "x" + height + " pixels, got " + shape);
    }

    @Override
    public Predictions predict(float[] images) {
        int count = images.length / shape.size();
        float[] probabilities = new float[Math.multiplyExact(count, classes)];
        for (int from = 0; from < count; from += BATCH) {
            int size = Math.min(BATCH, count - from);
            float[] part = Arrays.copyOfRange(images, from * shape.size(), (from + size) * shape.size());
            try (Scope scope = new Scope()) {
                float[] found = Scope.withoutGradients(() -> probabilities(Tensor.of(part, shape.dimensions(size))));
                System.arraycopy(found, 0, probabilities, from * classes, found.length);
            }
        }
        return Predictions.of(new ClassifierOutput(count, 0, new float[0], classes, probabilities));
    }

    private float[] probabilities(Tensor images) {
        try {
            Tensor given = network.apply(images);
            if (given.shape().length < 2 || given.size(0) != images.size(0))
                throw new IOException(file + ": must output a row per image, got " + given + " for " + images.size(0));
            Tensor scores = given.flattened();
            if (scores.size(1) != classes)
                throw new IllegalArgumentException(
                        file + ": has " + scores.size(1) + " classes, these images have " + classes);
            if (!scores.allFinite()) throw new IOException(file + ": outputs scores that are not finite");
            float[] numbers = scores.toFloats();
            return areProbabilities(numbers)
                    ? numbers
                    : Softmax.probabilities(scores).toFloats();
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    private boolean areProbabilities(float[] rows) {
        for (int start = 0; start < rows.length; start += classes) {
            double sum = 0;
            for (int i = start; i < start + classes; i++) {
                if (rows[i] < 0) return false;
                sum += rows[i];
            }
            if (Math.abs(sum - 1) > ROUNDING) return false;
        }
        return true;
    }

    @Override
    public void close() {
        network.close();
    }
}
