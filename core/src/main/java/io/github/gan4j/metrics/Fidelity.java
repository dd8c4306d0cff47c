package io.github.gan4j.metrics;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.numbers.Statistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How close an image is to the original. Images whose original is known are compared pixel by pixel, which says nothing
 * of how natural they look: an average of all that could have been there wins.
 *
 * @param psnr the peak signal-to-noise ratio in decibels, 10 log10(255² / mean squared difference) on the scale 0 to
 *     255 over all channels; infinite for equal images
 * @param ssim the structural similarity (Wang et al. 2004), the mean over windows of 11x11 and over channels; 1 for
 *     equal images
 * @param sharpness the mean step from a pixel to its neighbours, as a share of the original's; below 1 is blurred,
 *     above 1 noisy or overdone
 */
public record Fidelity(double psnr, double ssim, double sharpness) {
    /** The mean of a score over restored images beside their originals. */
    static Score score(String name, Better better, EvaluatedSamples sides, ToDoubleFunction<Fidelity> value) {
        SampleShape shape = sides.reals().images().orElseThrow().shape();
        double[] values = IntStream.range(0, sides.fakes().count())
                .mapToDouble(i -> value.applyAsDouble(
                        between(sides.fake().row(i), sides.real().row(i), shape)))
                .toArray();
        return Score.of(name, Statistics.mean(values), better, values.length, values.length);
    }

    /** The means over some images. */
    public static Fidelity mean(List<Fidelity> images) {
        return new Fidelity(
                images.stream().mapToDouble(Fidelity::psnr).average().orElseThrow(),
                images.stream().mapToDouble(Fidelity::ssim).average().orElseThrow(),
                images.stream().mapToDouble(Fidelity::sharpness).average().orElseThrow());
    }

    /** Two images as channel planes in [-1, 1]; what lies beyond is cut off. */
    public static Fidelity between(float[] image, float[] original, SampleShape shape) {
        if (image.length != shape.size() || original.length != shape.size())
            throw new IllegalArgumentException("two images of " + shape + " have " + shape.size()
                    + " numbers each, not " + image.length + " and " + original.length);
        int plane = shape.height() * shape.width();
        float[] seen = cut(image), wanted = cut(original);
        double squares = 0, similarity = 0, steps = 0, originalSteps = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            Plane x = Plane.of(seen, channel * plane, shape), y = Plane.of(wanted, channel * plane, shape);
            for (int i = 0; i < plane; i++) {
                double difference = x.values()[i] - y.values()[i];
                squares += difference * difference;
            }
            similarity += Similarity.of(x, y).whole();
            steps += x.steps();
            originalSteps += y.steps();
        }
        return new Fidelity(
                10 * Math.log10(shape.size() / squares),
                similarity / shape.channels(),
                originalSteps == 0 ? 1 : steps / originalSteps);
    }

    /**
     * Two pictures of one size and as many channels.
     *
     * @throws IllegalArgumentException when they differ in these
     */
    public static Fidelity between(Picture picture, Picture original) {
        SampleShape shape = SampleShape.image(picture.channels(), picture.height(), picture.width());
        if (!shape.equals(SampleShape.image(original.channels(), original.height(), original.width())))
            throw new IllegalArgumentException(
                    "pictures are compared pixel by pixel, but " + picture + " and " + original + " differ in size");
        float[] first = new float[shape.size()], second = new float[shape.size()];
        picture.copyInto(first, 0);
        original.copyInto(second, 0);
        return between(first, second, shape);
    }

    private static float[] cut(float[] values) {
        float[] cut = new float[values.length];
        for (int i = 0; i < cut.length; i++) cut[i] = Math.max(-1, Math.min(1, values[i]));
        return cut;
    }
}
