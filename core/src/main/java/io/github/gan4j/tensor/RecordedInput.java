package io.github.gan4j.tensor;

import java.util.List;

/**
 * A value from outside of a {@link Recording}, with the numbers that it had.
 *
 * @param number of the value
 * @param kind how its numbers come about
 * @param shape of the numbers, batch first
 */
public record RecordedInput(int number, String name, Kind kind, List<Long> shape, float[] values) {
    /** The kinds of inputs. */
    public enum Kind {
        /** Given by the caller. */
        GIVEN,
        /** Given by the caller: class numbers, 64-bit whole numbers. */
        CLASSES,
        /** Drawn by the network itself from N(0, 1). */
        NORMAL_NOISE,
        /** Drawn by the network itself, uniform on [0, 1). */
        UNIFORM_NOISE
    }
}
