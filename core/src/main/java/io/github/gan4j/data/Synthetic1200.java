package io.github.gan4j.data;

/**
 * Ten modes in 1200 dimensions (VEEGAN, arXiv 1705.07761, section 4.1, as written down in PacGAN's program): the centre
 * of a mode has the same number in all coordinates; standard normal noise comes on top of the first 700, none on the
 * other 500.
 *
 * @param scale what every number is multiplied by, above 0
 */
public record Synthetic1200(long seed, double scale) implements Samples {
    public static final int NUMBERS = 1200;

    /** Coordinates with noise; its standard deviation is 1. */
    public static final int NOISY = 700;

    private static final double[] CENTRES = {-1, -0.5, 0, 0.5, -2, -2.5, 10, 0.25, -13, -5.5};

    public Synthetic1200 {
        if (!(scale > 0 && scale <= 1e6))
            throw new IllegalArgumentException("scale must be above 0 and at most 1e6, not " + scale);
    }

    /** The number in all coordinates of each mode's centre, at scale 1. */
    public static double[] centres() {
        return CENTRES.clone();
    }

    @Override
    public SampleShape shape() {
        return SampleShape.point(NUMBERS);
    }

    @Override
    public String checksum() {
        return ContentChecksum.of("synthetic-1200 " + NOISY + (scale == 1 ? "" : " " + scale));
    }

    @Override
    public String describe() {
        return "endless points, 10 modes in 1200-D, std " + (scale == 1 ? "1" : "" + scale) + " in 700 of them";
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            Draws draws = Draws.at(seed, position + i);
            double centre = CENTRES[draws.below(CENTRES.length)];
            for (int n = 0; n < NUMBERS; n++)
                values[at++] = (float) (scale * (n < NOISY ? centre + draws.normal() : centre));
        }
    }
}
