package io.github.gan4j.game;

import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Stretch;
import io.github.gan4j.tensor.Tensor;

/**
 * What a restoring generator starts from: the reals themselves, shrunk and then covered with normal noise, new in every
 * turn.
 *
 * @param factor how many times shorter the sides become: 1, or an even number that divides them
 * @param filter how they are shrunk
 * @param least deviation of the noise, in units of the samples (half the range of images is 1)
 * @param most each image draws its own between {@code least} and this
 * @param shared whether all channels of an image get the same noise
 * @param range what becomes of numbers beyond the range of images
 */
public record Damage(int factor, Filter filter, double least, double most, boolean shared, Range range)
        implements GeneratorInput {
    /** How images are shrunk. */
    public enum Filter {
        /** By Keys' cubic, stretched. */
        BICUBIC,
        /** By the means of squares. */
        BOX
    }

    /** What becomes of numbers beyond -1 and 1. */
    public enum Range {
        /** They are cut off, as in a picture file. */
        CUT,
        /** Each image is moved and scaled so that its numbers just fit. */
        STRETCHED,
        /** They stay, as in most papers. */
        OPEN
    }

    public Damage {
        if (factor < 1 || factor > 1 && factor % 2 != 0)
            throw new IllegalArgumentException("images are shrunk by 1 or an even factor, got " + factor);
        if (!(least >= 0 && most >= least))
            throw new IllegalArgumentException("noise goes from at least 0 upwards, got " + least + " to " + most);
    }

    /** The same with noise of one deviation. */
    public Damage withNoise(double deviation) {
        return new Damage(factor, filter, deviation, deviation, shared, range);
    }

    @Override
    public Tensor draw(Reals reals, Moment moment) {
        return of(reals.samples(), moment.device());
    }

    /** Images {@code [batch, channels, h, w]} to damaged ones {@code [batch, channels, h / factor, w / factor]}. */
    public Tensor of(Tensor images, Device device) {
        Tensor small = shrunk(images);
        Tensor worse = most == 0 ? small : small.plus(noise(small.shape()).on(device));
        return switch (range) {
            case CUT -> Elements.clamped(worse, -1, 1);
            case STRETCHED -> Stretch.toFullRange(worse);
            case OPEN -> worse;
        };
    }

    private Tensor noise(long[] shape) {
        Tensor deviations = Tensor.uniform(least, most, shape[0], 1, 1, 1);
        return Tensor.gaussian(shape[0], shared ? 1 : shape[1], shape[2], shape[3])
                .times(deviations);
    }

    /** Images shrunk, without noise. */
    public Tensor shrunk(Tensor images) {
        if (factor == 1) return images;
        return filter == Filter.BOX ? images.averagePooled(factor) : Bicubic.shrunk(images, factor);
    }
}
