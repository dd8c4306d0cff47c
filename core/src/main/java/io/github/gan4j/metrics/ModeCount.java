package io.github.gan4j.metrics;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.numbers.Numbers;
import java.util.List;
import java.util.Locale;

/**
 * How many modes of a distribution the samples reach, how many samples lie near one, and how unevenly: the figures of
 * mode-collapse tables (VEEGAN, arXiv 1705.07761; PacGAN, arXiv 1712.04086; Unrolled GAN, arXiv 1611.02163).
 *
 * @param histogram for each mode its samples; those near no mode are not in it
 * @param samples how many there were
 * @param best the share of the distribution's own samples that count as near a mode
 */
public record ModeCount(int[] histogram, int samples, double best) {
    private static final double SIGMAS = 3;

    /** @throws IllegalArgumentException when there is no mode or no sample, or the histogram has more than all samples */
    public ModeCount {
        if (histogram.length == 0 || samples < 1)
            throw new IllegalArgumentException(
                    "modes are counted with at least 1 mode and 1 sample, got " + histogram.length + " and " + samples);
        long near = 0;
        for (int count : histogram) near += count;
        if (near > samples)
            throw new IllegalArgumentException("the histogram has " + near + " of only " + samples + " samples");
    }

    /**
     * Points belong to the nearest mode of a mixture if they are less than this number of its standard deviations away,
     * {@code sigmas} being 3 in the tables: 98.889 % of a plane's normal distribution. More high quality than that is too
     * narrow, not better.
     */
    public static ModeCount of(Features points, Mixture mixture, double sigmas) {
        if (points.width() != mixture.dimensions())
            throw new IllegalArgumentException(
                    "points of " + points.width() + " numbers cannot be near the modes of a " + mixture.describe());
        int[] histogram = new int[mixture.modes().size()];
        double reach = Math.pow(sigmas * mixture.spread(), 2);
        for (int row = 0; row < points.count(); row++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int mode = 0; mode < histogram.length; mode++) {
                double square = squaredDistance(points, row, mixture.modes().get(mode));
                if (square >= least) continue;
                least = square;
                nearest = mode;
            }
            if (least < reach) histogram[nearest]++;
        }
        return new ModeCount(histogram, points.count(), withinBall(mixture.dimensions(), sigmas));
    }

    /**
     * Samples belong to the class that a classifier gives them, as for stacked MNIST with its 1000; all count.
     *
     * @throws IllegalArgumentException when a class is not within 0 and {@code classes - 1}
     */
    public static ModeCount ofClasses(int[] found, int classes) {
        return new ModeCount(ClassFrequencies.histogram(found, classes), found.length, 1);
    }

    /** The scores of points within three standard deviations of the modes, as in the tables. */
    static List<Score> scores(Features points, Mixture mixture) {
        return of(points, mixture, SIGMAS).scores();
    }

    /** Modes with at least one sample. */
    public int found() {
        int found = 0;
        for (int count : histogram) if (count > 0) found++;
        return found;
    }

    /** The share of samples near a mode. */
    public double highQuality() {
        return (double) near() / samples;
    }

    /**
     * KL(samples' histogram ‖ uniform) in nats, from 0 to the logarithm of the number of modes, which also stands for no
     * sample near any mode. Perfect samples have about (modes - 1) / (2 · samples).
     */
    public double reverseKl() {
        long near = near();
        double sum = near == 0 ? 0 : Math.log(histogram.length);
        if (near == 0) return Math.log(histogram.length);
        for (int count : histogram) if (count > 0) sum += (double) count / near * Math.log((double) count / near);
        return Math.max(0, sum);
    }

    /**
     * The same with one more bin for the samples near no mode, which the published tables leave out: KL to uniform modes
     * and the distribution's own share outside. Infinite where that share is 0 and a sample is outside.
     */
    public double reverseKlWithOutside() {
        double kl = 0;
        for (int count : histogram) kl += term((double) count / samples, best / histogram.length);
        return Math.max(0, kl + term(1 - highQuality(), 1 - best));
    }

    /** {@code modes}, {@code high-quality} and {@code reverse-kl}. */
    public List<Score> scores() {
        String of = "of " + Numbers.of(histogram.length, "mode");
        Score quality = Score.of("high-quality", highQuality(), Better.LIKE_REALS, 0, samples)
                .with(ConfidenceInterval.ofShare(near(), samples, "Wilson"))
                .withNote(String.format(Locale.ROOT, "%.5f for the distribution itself", best));
        Score kl = Score.of("reverse-kl", reverseKl(), Better.LOWER, 0, samples)
                .withNote(String.format(
                        Locale.ROOT, "about %.4f for perfect samples", (histogram.length - 1.0) / (2.0 * samples)))
                .withNote(
                        String.format(Locale.ROOT, "%.4f with a bin for samples near no mode", reverseKlWithOutside()));
        if (near() > 1)
            kl = kl.with(ConfidenceInterval.around(
                            reverseKl(), klError(), (int) Math.min(near() - 1, Integer.MAX_VALUE), "delta method")
                    .within(0, Math.log(histogram.length)));
        else kl = kl.withNote("no interval: fewer than 2 samples near a mode");
        return List.of(
                Score.of("modes", found(), Better.HIGHER, 0, samples)
                        .withNote(of)
                        .withNote("no interval: a count that can only miss modes"),
                quality,
                kl);
    }

    /** The standard error of the entropy of a histogram: the deviation of log p over its samples, over √samples. */
    private double klError() {
        double near = near();
        double mean = 0;
        double squares = 0;
        for (int count : histogram) {
            if (count == 0) continue;
            double log = Math.log(count / near);
            mean += count / near * log;
            squares += count / near * log * log;
        }
        return Math.sqrt(Math.max(0, squares - mean * mean) / near);
    }

    private long near() {
        long near = 0;
        for (int count : histogram) near += count;
        return near;
    }

    private static double term(double p, double q) {
        return p <= 0 ? 0 : q <= 0 ? Double.POSITIVE_INFINITY : p * Math.log(p / q);
    }

    private static double squaredDistance(Features points, int row, double[] mode) {
        double sum = 0;
        for (int axis = 0; axis < mode.length; axis++) {
            double difference = points.at(row, axis) - mode[axis];
            sum += difference * difference;
        }
        return sum;
    }

    /** The mass of a normal distribution within a number of standard deviations, by the recursion of the χ² distribution. */
    private static double withinBall(int dimensions, double sigmas) {
        double half = sigmas * sigmas / 2;
        if (dimensions % 2 == 0) {
            double term = Math.exp(-half);
            double outside = term;
            for (int i = 1; i < dimensions / 2; i++) outside += term *= half / i;
            return 1 - outside;
        }
        double inside = new Mixture("normal", List.of(new double[] {0}), 1)
                .probability(new double[] {-sigmas}, new double[] {sigmas});
        double term = Math.sqrt(half / Math.PI) * Math.exp(-half) / 0.5;
        for (int i = 1; i <= (dimensions - 1) / 2; i++) {
            inside -= term;
            term *= half / (i + 0.5);
        }
        return Math.max(0, inside);
    }
}
