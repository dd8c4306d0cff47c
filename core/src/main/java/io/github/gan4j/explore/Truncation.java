package io.github.gan4j.explore;

import io.github.gan4j.game.Latents;

/**
 * Latents pulled towards their mean: samples become more usual and less varied (the truncation of StyleGAN, Karras et al.
 * 2019, arXiv:1812.04948, section B, done on the latents themselves).
 *
 * @param share of a latent's way from the mean that is kept: 1 leaves latents as they are, 0 makes them all the mean
 * @param latents what is being truncated, which decides the mean
 */
public record Truncation(double share, Latents latents) {
    /** More than this exaggerates beyond what any generator has seen. */
    private static final double MOST = 2;

    /** @throws IllegalArgumentException when the share is not within 0 and 2 */
    public Truncation {
        if (!(share >= 0 && share <= MOST))
            throw new IllegalArgumentException("truncation must be within 0 and 2, got " + share);
    }

    /** Any number of latents, one after the other. */
    public float[] of(float[] values) {
        float[] pulled = values.clone();
        double mean = latents.mean();
        if (share != 1) for (int i = 0; i < pulled.length; i++) pulled[i] = (float) (mean + share * (values[i] - mean));
        return pulled;
    }
}
