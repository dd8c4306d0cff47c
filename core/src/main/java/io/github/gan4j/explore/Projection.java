package io.github.gan4j.explore;

/**
 * The latent whose sample comes nearest to a target, as far as it was found.
 *
 * @param latent {@code [size]}
 * @param sample what the generator makes of it, channel after channel in [-1, 1]
 * @param error between sample and target: the root of the mean squared difference, where 1 is the difference between black
 *     and white
 */
public record Projection(float[] latent, float[] sample, double error) {
    /** The error as a peak signal-to-noise ratio in decibels; infinite for no error. */
    public double psnr() {
        return psnr(error);
    }

    static double psnr(double error) {
        return -20 * Math.log10(error);
    }

    /** The root of the mean squared difference of two images in [-1, 1], where 1 is the difference between black and white. */
    public static double error(float[] sample, float[] target) {
        return error(sample, 0, target);
    }

    static double error(float[] samples, int offset, float[] target) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) sum += Math.pow(samples[offset + i] - target[i], 2);
        return Math.sqrt(sum / target.length) / 2;
    }
}
