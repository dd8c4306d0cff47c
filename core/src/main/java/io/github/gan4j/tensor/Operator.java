package io.github.gan4j.tensor;

import java.util.Locale;

/**
 * An operation that a {@link Recording} can hold, with the meaning of its operands, numbers and sizes. Whoever writes
 * recordings in another language switches over these without a default, so that none is forgotten.
 */
public enum Operator {
    /** {@code a + number · b}. */
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** Plus a number. */
    ADD_NUMBER,
    /** Times a number. */
    MULTIPLY_NUMBER,
    NEGATE,
    SQUARE,
    SQUARE_ROOT,
    RELU,
    /** Number: the slope below 0. */
    LEAKY_RELU,
    TANH,
    SIGMOID,
    SOFTPLUS,
    SIGN,
    /** Numbers: the least and the most. */
    CLAMP,
    /** Of all numbers: a scalar. */
    MEAN,
    /** Of all numbers: a scalar. */
    SUM,
    /** {@code [batch, …]} to {@code [batch]}. */
    SUM_PER_SAMPLE,
    /** Sizes: the dimensions, which stay with length 1. */
    MEAN_OVER,
    /** {@code [rows, width]} to their Euclidean lengths {@code [rows]}. */
    LENGTHS,
    /** Each sample of the first by its number of the second, {@code [batch]}. */
    DIVIDE_PER_SAMPLE,
    /** {@code [batch, numbers]} or {@code [batch, channels, h, w]} to {@code [batch, 1]}. */
    DEVIATION_OVER_BATCH,
    /** {@code [batch, points, numbers]} to {@code [batch, points]}, as {@link Distances#alike}. */
    ALIKE,
    /** {@code [batch, classes]} to {@code [batch, 1]}. */
    LOG_SUM_EXP,
    /** Over the classes of {@code [batch, classes]}. */
    SOFTMAX,
    /** Sizes: the shape; -1 for one that follows from the others. */
    RESHAPE,
    /** {@code [batch, everything else]}. */
    FLATTEN,
    /** Sizes: dimension, start, count. */
    NARROW,
    /** Size: the dimension. */
    CONCATENATE,
    /** Values and behind their channels rows {@code [batch, n]}, as constant maps where values are images. */
    JOIN,
    /** Size: the number of classes. */
    ONE_HOT,
    /** Input, weight {@code [outputs, inputs]}, perhaps bias. */
    LINEAR,
    /** Input, weight, perhaps bias; sizes: stride, padding, groups. */
    CONVOLUTION,
    /** Input, weight, perhaps bias; sizes: stride, padding, extra rows and columns at the far edge. */
    TRANSPOSED_CONVOLUTION,
    /** Input, scale, offset, mean, variance; number: what is added to the variance. */
    BATCH_NORMALISATION,
    /** Sizes: height, width; or, where images may have any size, numbers: how many times higher and wider. */
    RESIZE_NEAREST,
    /** As {@link #RESIZE_NEAREST}; bilinear, corners not aligned. */
    RESIZE_BILINEAR,
    /** Images and kernels {@code [factor², 1, 5, 5]}; size: the factor; as {@link Bicubic#enlarged}. */
    ENLARGE_BICUBIC,
    /** Size: the side of the window. */
    AVERAGE_POOL,
    /** Size: the side of the window. */
    MAX_POOL,
    /** Size: how many neighbours of {@code [batch, numbers]} compete. */
    MAXOUT,
    /** Size: the factor, from channels to the plane. */
    PIXEL_SHUFFLE,
    /** Size: the factor, from the plane to channels. */
    PIXEL_UNSHUFFLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
