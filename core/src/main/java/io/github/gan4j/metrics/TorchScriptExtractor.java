package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network in a TorchScript file, as many have one with Inception's weights. Grey images are given to it as colour.
 *
 * <p>Files whose {@code forward} has the argument {@code return_features} (the usual {@code inception-2015-12-05.pt}) are
 * asked for features and get whole numbers from 0 to 255 in the images' own size, which they resize themselves. All
 * others get numbers in [-1, 1], resized to {@code size} pixels a side by bilinear interpolation.
 */
public final class TorchScriptExtractor implements Extractor {
    /** The size that Inception's descendants expect. */
    public static final int USUAL_SIZE = 299;

    private static final String FEATURES = "return_features";
    private static final int BATCH = 50;

    private final TorchScript network;
    private final int size;
    private final boolean asked;
    private final String name;
    private final String hash;

    /**
     * @param size pixels a side of what the network gets, where it does not resize itself
     * @throws IOException in one line, when there is no such file or it is no TorchScript
     */
    public TorchScriptExtractor(Path file, int size) throws IOException {
        if (size < 1 || size > 4096)
            throw new IllegalArgumentException("an extractor's size must be within 1 and 4096 pixels, found " + size);
        network = TorchScript.read(file);
        asked = network.hasArgument(FEATURES);
        this.size = size;
        String preparation = asked ? "0 to 255, resized by the file" : "-1 to 1, bilinear to " + size + "x" + size;
        name = file.getFileName() + " (" + preparation + ")";
        hash = Checksum.sha256((Checksum.sha256(file) + preparation).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public Extraction look(Batch images) {
        SampleShape shape = images.shape();
        if (!shape.isImage()) throw new IllegalArgumentException(name + " looks at images, these samples are " + shape);
        List<Extraction> parts = new ArrayList<>();
        for (int start = 0; start < images.count(); start += BATCH) {
            int count = Math.min(BATCH, images.count() - start);
            float[] values = Arrays.copyOfRange(images.values(), start * shape.size(), (start + count) * shape.size());
            try (Scope scope = new Scope()) {
                float[] seen = Scope.withoutGradients(() -> seen(Tensor.of(values, shape.dimensions(count))));
                parts.add(new Extraction(new Features(count, seen.length / count, seen), Optional.empty()));
            }
        }
        return Extraction.concatenated(parts);
    }

    private float[] seen(Tensor images) {
        Tensor colour = images.size(1) == 3 ? images : Tensor.concatenated(List.of(images, images, images), 1);
        try {
            Tensor seen = asked
                    ? network.apply(TorchScript.bytes(colour.plus(1).times(127.5)), FEATURES)
                    : network.apply(colour.resizedBilinear(size, size));
            return seen.flattened().toFloats();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
