package io.github.gan4j.train;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** Makes samples with a network that is not learning. It borrows the network. */
public record Sampler(Network network, Device device, Precision precision) {
    /** Limits of a batch; larger ones for small samples, such as points, where calls would cost more than the arithmetic. */
    private static final int LEAST = 64, MOST = 1024, NUMBERS = 1 << 14;

    /**
     * Samples for inputs of any number, one after the other; memory is needed for a batch of 64 only, or 1024 of points.
     *
     * @param input what the generator starts from, {@code [count, ...]} flattened
     * @param inputShape of one input
     * @param labels rows {@code [count, classes]}, if the generator is given classes
     * @return the samples' numbers, {@code [count, ...]} flattened
     * @throws IllegalArgumentException when the input is not a whole number of inputs
     */
    public float[] samples(float[] input, long[] inputShape, Optional<float[]> labels) {
        int inputSize = 1;
        for (long side : inputShape) inputSize = Math.toIntExact(inputSize * side);
        if (input.length % inputSize != 0)
            throw new IllegalArgumentException(
                    "inputs have " + inputSize + " numbers each, got " + input.length + " numbers in all");
        int count = input.length / inputSize;
        float[] made = new float[0];
        for (int start = 0, most = LEAST; start < count; ) {
            int size = Math.min(most, count - start);
            float[] part = batch(input, inputShape, start, size, inputSize, labels, count);
            int each = part.length / size;
            if (made.length == 0) made = new float[each * count];
            System.arraycopy(part, 0, made, each * start, part.length);
            start += size;
            most = Math.max(LEAST, Math.min(MOST, NUMBERS / Math.max(1, each)));
        }
        return made;
    }

    private float[] batch(
            float[] input, long[] shape, int start, int size, int inputSize, Optional<float[]> labels, int count) {
        try (Scope scope = new Scope();
                Precision.Cast cast = precision.on(device)) {
            return Scope.withoutGradients(() -> {
                Tensor values = rows(input, start, size, inputSize).reshaped(withBatch(size, shape));
                Optional<Tensor> classes =
                        labels.map(l -> rows(l, start, size, l.length / count).on(device));
                return network.apply(values.on(device), Pass.SAMPLING.withLabels(classes))
                        .toFloats();
            });
        }
    }

    private static Tensor rows(float[] values, int start, int count, int width) {
        float[] part = Arrays.copyOfRange(values, start * width, (start + count) * width);
        return Tensor.of(part, count, width);
    }

    private static long[] withBatch(int size, long[] shape) {
        long[] whole = new long[shape.length + 1];
        whole[0] = size;
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return whole;
    }
}
