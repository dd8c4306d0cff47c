package io.github.gan4j.game;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;
import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Stretch;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * The input of a restoring generator: the reals themselves, shrunk and then covered with normal noise, redrawn in every
 * turn.
 *
 * @param factor how many times shorter the sides become: 1, 2, 4 or 8
 * @param filter how they are shrunk
 * @param sigma deviation of the noise on the scale 0 to 255: empty for no noise, one number where it is known, or the least
 *     and the most, between which each image draws its own
 * @param shared whether all channels of an image get the same noise
 * @param range what becomes of numbers beyond the range of images
 */
@Word("degraded")
public record Degradation(
        @Default("1") int factor,
        @Default("bicubic") Filter filter,
        @Default("[]") List<Double> sigma,
        @Default("false") boolean shared,
        @Default("cut") Range range)
        implements GeneratorInput {
    /** Shades of 0 to 255 in one unit of a sample. */
    private static final double SHADES = 127.5;

    /** How images are shrunk. */
    public enum Filter {
        /** By Keys' cubic, stretched. */
        BICUBIC,
        /** By the means of squares. */
        BOX
    }

    /** The treatment of numbers beyond -1 and 1. */
    public enum Range {
        /** They are cut off, as in a picture file. */
        CUT,
        /** Each image is moved and scaled so that its numbers just fit. */
        STRETCHED,
        /** They stay, as in most papers. */
        OPEN
    }

    public Degradation {
        if (factor != 1 && factor != 2 && factor != 4 && factor != 8)
            throw new IllegalArgumentException("factor must be 1, 2, 4 or 8, got " + factor);
        sigma = List.copyOf(sigma);
        if (sigma.size() > 2)
            throw new IllegalArgumentException("sigma must have one number, or the least and the most; got " + sigma);
        sigma.forEach(deviation -> Check.between("sigma", deviation, 0, 1000));
        if (sigma.size() == 2 && sigma.get(0) > sigma.get(1))
            throw new IllegalArgumentException("sigma must have the least before the most, got " + sigma);
    }

    /** The same with noise of one deviation. */
    public Degradation withSigma(double deviation) {
        return new Degradation(factor, filter, List.of(deviation), shared, range);
    }

    /** The least noise on the scale 0 to 255; 0 for none. */
    public double leastSigma() {
        return sigma.isEmpty() ? 0 : sigma.get(0);
    }

    /** The most noise on the scale 0 to 255; 0 for none. */
    public double mostSigma() {
        return sigma.isEmpty() ? 0 : sigma.get(sigma.size() - 1);
    }

    @Override
    public Tensor draw(Reals reals, Moment moment) {
        return of(reals.samples(), moment.device());
    }

    /** Images {@code [batch, channels, h, w]} to degraded ones {@code [batch, channels, h / factor, w / factor]}. */
    public Tensor of(Tensor images, Device device) {
        Tensor small = shrunk(images);
        Tensor worse =
                mostSigma() == 0 ? small : small.plus(noise(small.shape()).on(device));
        return switch (range) {
            case CUT -> Elements.clamped(worse, -1, 1);
            case STRETCHED -> Stretch.toFullRange(worse);
            case OPEN -> worse;
        };
    }

    private Tensor noise(long[] shape) {
        Tensor deviations = Tensor.uniform(leastSigma() / SHADES, mostSigma() / SHADES, shape[0], 1, 1, 1);
        return Tensor.gaussian(shape[0], shared ? 1 : shape[1], shape[2], shape[3])
                .times(deviations);
    }

    /** Images shrunk, without noise. */
    public Tensor shrunk(Tensor images) {
        if (factor == 1) return images;
        return filter == Filter.BOX ? images.averagePooled(factor) : Bicubic.shrunk(images, factor);
    }
}
