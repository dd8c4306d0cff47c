package io.github.gan4j.tensor;

import java.util.List;

/**
 * Numbers of a {@link Recording} that are the same for every input.
 *
 * @param number of the value
 * @param name of the parameter that it is; {@code constant0} and so on where it is none
 */
public record RecordedConstant(int number, String name, List<Long> shape, float[] values) {}
