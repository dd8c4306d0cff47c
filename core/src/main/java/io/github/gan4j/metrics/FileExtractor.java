package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.tensor.NetworkFile;
import io.github.gan4j.tensor.Onnx;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A network in a TorchScript or ONNX file, as many have one with Inception's weights. Grey images are given to it as
 * colour, numbers in [-1, 1], resized by bilinear interpolation; its (first) output is what it sees.
 *
 * <p>TorchScript whose {@code forward} has the argument {@code return_features} (the usual
 * {@code inception-2015-12-05.pt}) is asked for features instead and gets whole numbers from 0 to 255 in the images' own
 * size, which it resizes itself. ONNX that states a size gets that size, and where it states one channel, grey images.
 */
public final class FileExtractor implements Extractor {
    /** The size that Inception's descendants expect, in pixels a side. */
    public static final int USUAL_SIZE = 299;

    private static final String FEATURES = "return_features";
    private static final int BATCH = 50;

    private final NetworkFile network;
    private final Sight sight;
    private final String name;
    private final String hash;

    /** What is seen in images, a row each. */
    @FunctionalInterface
    private interface Sight {
        Tensor of(Tensor images) throws IOException;
    }

    private FileExtractor(Path file, NetworkFile network, String preparation, Sight sight) throws IOException {
        this.network = network;
        this.sight = sight;
        name = file.getFileName() + " (" + preparation + ")";
        hash = Checksum.sha256((Checksum.sha256(file) + preparation).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /**
     * ONNX where the name ends in {@code .onnx}, else TorchScript.
     *
     * @param size pixels a side of what the network gets, where it neither resizes itself nor states its size; 299 when
     *     empty
     * @throws IllegalArgumentException when the size is out of range or another than the one that the file states
     * @throws IOException in one line, when there is no such file or it is of another kind
     */
    public static FileExtractor of(Path file, OptionalInt size) throws IOException {
        size.ifPresent(pixels -> {
            if (pixels < 1 || pixels > 4096)
                throw new IllegalArgumentException(
                        "an extractor's size must be within 1 and 4096 pixels, got " + pixels);
        });
        return NetworkFile.isOnnx(file) ? onnx(file, size) : torchScript(file, size.orElse(USUAL_SIZE));
    }

    private static FileExtractor torchScript(Path file, int size) throws IOException {
        TorchScript network = TorchScript.read(file);
        return network.hasArgument(FEATURES)
                ? new FileExtractor(
                        file,
                        network,
                        "0 to 255, resized by the file",
                        images -> network.apply(
                                TorchScript.bytes(colour(images).plus(1).times(127.5)), FEATURES))
                : new FileExtractor(
                        file,
                        network,
                        bilinear(size, size),
                        images -> network.apply(colour(images).resizedBilinear(size, size)));
    }

    private static FileExtractor onnx(Path file, OptionalInt size) throws IOException {
        Onnx network = NetworkFile.onnx(file);
        int height = network.height().orElse(size.orElse(USUAL_SIZE)),
                width = network.width().orElse(size.orElse(USUAL_SIZE));
        if (size.isPresent() && (height != size.getAsInt() || width != size.getAsInt())) {
            network.close();
            throw new IllegalArgumentException(file + " looks at images of " + width + "x" + height
                    + " pixels, which cannot be changed to " + size.getAsInt() + "; leave the size away");
        }
        boolean grey = network.channels().equals(OptionalInt.of(1));
        return new FileExtractor(
                file,
                network,
                bilinear(width, height) + (grey ? ", grey" : ""),
                images -> network.apply((grey ? images : colour(images)).resizedBilinear(height, width)));
    }

    private static String bilinear(int width, int height) {
        return "-1 to 1, bilinear to " + width + "x" + height;
    }

    private static Tensor colour(Tensor images) {
        return images.size(1) == 3 ? images : Tensor.concatenated(List.of(images, images, images), 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String hash() {
        return hash;
    }

    /** @throws UncheckedIOException in one line, when the file cannot compute with such images */
    @Override
    public Extraction look(Batch images) {
        SampleShape shape = images.shape();
        if (!shape.isImage())
            throw new IllegalArgumentException(name + " looks at images, these samples are " + shape.noun() + "s");
        return Extraction.ofFeatures(images, BATCH, this::seen);
    }

    private Tensor seen(Tensor images) {
        try {
            return sight.of(images).flattened();
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
