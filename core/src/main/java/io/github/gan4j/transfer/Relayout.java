package io.github.gan4j.transfer;

import io.github.gan4j.files.StoredTensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the numbers of a stored array become those of a parameter. Beside equal shapes there are three, for the layers at
 * the ends of a DCGAN that others write as convolutions over a whole image of k x k pixels, and gan4j as linear maps.
 */
enum Relayout {
    /** The same shape. */
    SAME,
    /** A convolution {@code [outputs, channels, k, k]} that ends in one pixel: {@code [outputs, channels k k]}. */
    FLATTENED,
    /** A transposed convolution {@code [inputs, channels, k, k]} that begins at one pixel: {@code [channels k k, inputs]}. */
    TRANSPOSED,
    /** The bias {@code [channels]} of such a transposed convolution: {@code [channels k k]}. */
    REPEATED;

    /** How a stored array becomes one of the wanted shape, where it can. */
    static Optional<Relayout> of(long[] stored, long[] wanted) {
        if (Arrays.equals(stored, wanted)) return Optional.of(SAME);
        if (stored.length == 4 && wanted.length == 2) {
            long area = stored[2] * stored[3];
            if (wanted[0] == stored[1] * area && wanted[1] == stored[0]) return Optional.of(TRANSPOSED);
            if (wanted[0] == stored[0] && wanted[1] == stored[1] * area) return Optional.of(FLATTENED);
        }
        boolean bias = stored.length == 1 && wanted.length == 1 && stored[0] > 1 && wanted[0] > stored[0];
        return bias && isSquare(wanted[0], stored[0]) ? Optional.of(REPEATED) : Optional.empty();
    }

    private static boolean isSquare(long whole, long part) {
        long side = Math.round(Math.sqrt((double) whole / part));
        return side * side * part == whole;
    }

    /** The numbers in the order of the parameter. */
    float[] numbers(StoredTensor stored, long[] wanted) {
        float[] from = stored.asFloats();
        return switch (this) {
            case SAME, FLATTENED -> from;
            case TRANSPOSED -> {
                int inputs = (int) wanted[1], outputs = (int) wanted[0];
                float[] to = new float[from.length];
                for (int in = 0; in < inputs; in++)
                    for (int out = 0; out < outputs; out++) to[out * inputs + in] = from[in * outputs + out];
                yield to;
            }
            case REPEATED -> {
                float[] to = new float[(int) wanted[0]];
                for (int i = 0; i < to.length; i++) to[i] = from[i / (to.length / from.length)];
                yield to;
            }
        };
    }
}
