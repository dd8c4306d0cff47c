package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import java.util.Arrays;
import java.util.Random;

/**
 * The multi-scale structural similarity of two images (Wang, Simoncelli and Bovik 2003), and the mean of it over random
 * pairs of a set as a measure of diversity (Odena, Olah and Shlens 2017, arXiv 1610.09585, section 4.2). From 0 to 1;
 * equal images have exactly 1, and so has a collapsed generator. Lower is more diverse, noise is close to 0: good is
 * what the reals have.
 *
 * <p>Windows are Gaussian, 11 x 11 with standard deviation 1.5, and never cross the edge. The published five scales need
 * 176 pixels; smaller images get as many as leave 11 pixels on the smallest, with the first weights divided by their
 * sum: three at 64 x 64, two at 28 x 28 and 32 x 32. Below 11 pixels the window shrinks to the largest odd side that
 * fits. So figures of images of different sizes do not compare. Each channel is compared by itself; negative structure
 * counts as 0.
 */
public final class MsSsim {
    public static final int PAIRS = 1000;
    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private MsSsim() {}

    /** How many scales images of this shape have, 1 to 5. */
    public static int scales(SampleShape shape) {
        int side = Math.min(shape.height(), shape.width());
        int scales = 1;
        while (scales < WEIGHTS.length && side >> scales >= Similarity.WINDOW) scales++;
        return scales;
    }

    /** Two images as channel planes in [-1, 1]. */
    public static double between(float[] first, float[] second, SampleShape shape) {
        int plane = shape.height() * shape.width();
        if (first.length != shape.size() || second.length != shape.size())
            throw new IllegalArgumentException("two images of " + shape + " have " + shape.size()
                    + " numbers each, not " + first.length + " and " + second.length);
        double sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++)
            sum += ofPlanes(
                    Plane.of(first, channel * plane, shape), Plane.of(second, channel * plane, shape), scales(shape));
        return sum / shape.channels();
    }

    private static double ofPlanes(Plane first, Plane second, int scales) {
        double total = 0;
        for (int scale = 0; scale < scales; scale++) total += WEIGHTS[scale];
        double product = 1;
        for (int scale = 0; scale < scales; scale++) {
            Similarity here = Similarity.of(first, second);
            double value = scale == scales - 1 ? here.whole() : here.structure();
            product *= Math.pow(Math.max(0, value), WEIGHTS[scale] / total);
            if (scale == scales - 1) return product;
            first = first.halved();
            second = second.halved();
        }
        return product;
    }

    /** Over at most 1000 pairs. */
    public static Score diversity(Batch images) {
        return diversity(images, PAIRS, 1);
    }

    /**
     * The mean over random pairs of different images; where there are twice as many images as pairs, no image is in two
     * pairs.
     *
     * @throws IllegalArgumentException when there are fewer than two images or no pair is wanted
     */
    public static Score diversity(Batch images, int pairs, long seed) {
        if (images.count() < 2 || pairs < 1)
            throw new IllegalArgumentException(
                    "diversity needs at least 2 images and 1 pair, got " + images.count() + " and " + pairs);
        int[] order = RandomOrder.shuffled(images.count(), seed);
        Random random = new Random(seed + 1);
        double[] values = new double[pairs];
        double sum = 0;
        for (int pair = 0; pair < pairs; pair++) {
            boolean fresh = 2L * pair + 1 < images.count();
            int first = fresh ? order[2 * pair] : random.nextInt(images.count());
            int other = (first + 1 + random.nextInt(images.count() - 1)) % images.count();
            int second = fresh ? order[2 * pair + 1] : other;
            values[pair] = between(image(images, first), image(images, second), images.shape());
            sum += values[pair];
        }
        Score score = Score.of("ms-ssim", sum / pairs, Better.LIKE_REALS, 0, images.count())
                .withNote(pairs + " pairs, " + scales(images.shape()) + " scales");
        boolean disjoint = 2L * pairs <= images.count();
        return disjoint && pairs >= 5
                ? score.with(ConfidenceInterval.ofMean(values, pairs + " disjoint pairs")
                        .within(0, 1))
                : score.withNote("no interval: needs twice as many images as pairs, and 5 pairs");
    }

    private static float[] image(Batch images, int index) {
        int size = images.shape().size();
        return Arrays.copyOfRange(images.values(), index * size, (index + 1) * size);
    }
}
