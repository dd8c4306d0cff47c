package io.github.gan4j.game;

import io.github.gan4j.files.JpegLoss;
import io.github.gan4j.files.Picture;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;
import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.GaussianBlur;
import io.github.gan4j.tensor.Stretch;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * The input of a restoring generator: the reals themselves, blurred, shrunk, covered with normal noise and compressed, in this order, redrawn in
 * every turn.
 *
 * @param factor how many times shorter the sides become: 1, 2, 4 or 8
 * @param filter how they are shrunk
 * @param sigma standard deviation of the noise on the scale 0 to 255: empty for no noise, one number where it is known, or the least
 *     and the most, between which each image draws its own
 * @param shared whether all channels of an image get the same noise
 * @param range what becomes of numbers beyond the range of images
 * @param blur deviation of a normal blur before images are shrunk, in pixels: empty for none, one number, or the least and the most
 * @param jpeg quality, 1 to 100, with which the result is compressed as a JPEG file: empty for none, one number, or the least and the most
 */
@Word("degraded")
public record Degradation(
        @Default("1") int factor,
        @Default("bicubic") Filter filter,
        @Default("[]") List<Double> sigma,
        @Default("false") boolean shared,
        @Default("cut") Range range,
        @Default("[]") List<Double> blur,
        @Default("[]") List<Integer> jpeg)
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
        OPEN,
        /** In every other image, drawn at random, they are cut off, in the rest they stay: for noise from files and that of papers. */
        EITHER
    }

    public Degradation {
        if (factor != 1 && factor != 2 && factor != 4 && factor != 8)
            throw new IllegalArgumentException("factor must be 1, 2, 4 or 8, got " + factor);
        sigma = range("sigma", sigma);
        sigma.forEach(deviation -> Check.between("sigma", deviation, 0, 1000));
        blur = range("blur", blur);
        blur.forEach(deviation -> Check.between("blur", deviation, 0, 20));
        jpeg = range("jpeg", jpeg);
        jpeg.forEach(quality -> Check.between("jpeg", quality, 1, 100));
    }

    private static <N extends Number> List<N> range(String name, List<N> range) {
        if (range.size() > 2)
            throw new IllegalArgumentException(name + " must have one number, or the least and the most; got " + range);
        if (range.size() == 2 && range.get(0).doubleValue() > range.get(1).doubleValue())
            throw new IllegalArgumentException(name + " must have the least before the most, got " + range);
        return List.copyOf(range);
    }

    private static double least(List<? extends Number> range) {
        return range.isEmpty() ? 0 : range.get(0).doubleValue();
    }

    private static double most(List<? extends Number> range) {
        return range.isEmpty() ? 0 : range.get(range.size() - 1).doubleValue();
    }

    /** Whether anything is done to images at all. */
    public boolean degrades() {
        return factor > 1 || mostSigma() > 0 || most(blur) > 0 || !jpeg.isEmpty();
    }

    /** The same with noise of one deviation. */
    public Degradation withSigma(double deviation) {
        return new Degradation(factor, filter, List.of(deviation), shared, range, blur, jpeg);
    }

    /** The same for images that are kept in files, whose shades are always cut off. */
    public Degradation ofFiles() {
        return range == Range.EITHER ? new Degradation(factor, filter, sigma, shared, Range.CUT, blur, jpeg) : this;
    }

    /** The least noise on the scale 0 to 255; 0 for none. */
    public double leastSigma() {
        return least(sigma);
    }

    /** The most noise on the scale 0 to 255; 0 for none. */
    public double mostSigma() {
        return most(sigma);
    }

    @Override
    public Tensor draw(Reals reals, Moment moment) {
        return of(reals.samples(), moment.device());
    }

    /** Images {@code [batch, channels, h, w]} to degraded ones {@code [batch, channels, h / factor, w / factor]}. */
    public Tensor of(Tensor images, Device device) {
        Tensor soft = most(blur) == 0 ? images : GaussianBlur.of(images, drawn(blur, images.size(0)));
        Tensor small = shrunk(soft);
        Tensor worse =
                mostSigma() == 0 ? small : small.plus(noise(small.shape()).on(device));
        Tensor ranged =
                switch (range) {
                    case CUT -> Elements.clamped(worse, -1, 1);
                    case STRETCHED -> Stretch.toFullRange(worse);
                    case OPEN -> worse;
                    case EITHER -> someCut(worse, device);
                };
        return jpeg.isEmpty() ? ranged : compressed(ranged).on(device);
    }

    /** Each image, with probability one half, without the numbers beyond its range. */
    private static Tensor someCut(Tensor images, Device device) {
        float[] chances = Tensor.uniform(0, 1, images.size(0)).toFloats();
        float[] shares = new float[chances.length];
        for (int i = 0; i < shares.length; i++) shares[i] = chances[i] < 0.5f ? 1 : 0;
        Tensor beyond = images.minus(Elements.clamped(images, -1, 1));
        return images.minus(
                beyond.times(Tensor.of(shares, shares.length, 1, 1, 1).on(device)));
    }

    /** A number of a range for each image. */
    private static float[] drawn(List<? extends Number> range, long images) {
        return Tensor.uniform(least(range), most(range), images).toFloats();
    }

    /** Images as they come out of JPEG files. */
    private Tensor compressed(Tensor images) {
        long[] shape = images.shape();
        int channels = (int) shape[1],
                height = (int) shape[2],
                width = (int) shape[3],
                size = channels * height * width;
        float[] values = images.toFloats(), qualities = drawn(jpeg, shape[0]);
        for (int i = 0; i < shape[0]; i++)
            JpegLoss.of(Picture.of(values, i * size, channels, height, width), Math.round(qualities[i]))
                    .copyInto(values, i * size);
        return Tensor.of(values, shape);
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
