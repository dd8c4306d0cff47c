package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;

/**
 * An encoder before the generator, which then starts from the code of a real sample and draws it anew (a conditional
 * adversarial auto-encoder: Zhang, Song, Qi 2017, arXiv 1702.08423).
 *
 * @param used whether there is one
 * @param network its layers: {@code width}, {@code kernel}, {@code coarsest}, {@code normalisation}, {@code activation},
 *     {@code slope}, {@code initialisation}, {@code std} and {@code biases} of the network of strided convolutions
 * @param codes the discriminator that tells codes from latents
 * @param codesWeight how much its opinion counts for the generator; the rest of 1 is for the discriminator of images
 * @param shown what the discriminator of images is shown of the generator
 */
public record EncoderPlan(
        @Default("false") boolean used,

        @Default("{kernel: 5, activation: leaky-relu, output: linear}")
        NetworkPlan network,

        @Default(
                "{network: {family: perceptron, hidden: [64, 32, 16], activation: leaky-relu, output: linear, initialisation: he}}")
        PlayerPlan codes,

        @Default("0.5") double codesWeight,
        @Default("redrawn") Shown shown) {

    /** What the discriminator of images is shown of the generator. */
    public enum Shown {
        /** Each sample as it comes back, of its own class (as published). */
        SAMPLES,
        /** Each sample drawn anew with the class of another. */
        REDRAWN
    }

    public EncoderPlan {
        Check.between("codesWeight", codesWeight, 0, 1);
        if (codes.network().family() != NetworkPlan.Family.PERCEPTRON)
            throw new IllegalArgumentException("codes.network.family must be perceptron, got "
                    + Words.of(codes.network().family()));
        if (codes.network().output() != NetworkPlan.Output.LINEAR)
            throw new IllegalArgumentException("codes.network.output must be linear (a score), got "
                    + Words.of(codes.network().output()));
        if (codes.count() != 1) throw new IllegalArgumentException("codes.count must be 1, got " + codes.count());
        if (codes.network().labels() != NetworkPlan.Labels.NONE
                && codes.network().labels() != NetworkPlan.Labels.INPUT)
            throw new IllegalArgumentException("codes.network.labels must be none or input, got "
                    + Words.of(codes.network().labels()));
    }

    void requireFor(PlayerPlan generator, PlayerPlan discriminator, boolean restoring) {
        if (!used) return;
        if (!generator.network().conditional())
            throw new IllegalArgumentException(
                    "generator.network.labels must be input or every-layer where" + " encoder.used is true, got "
                            + Words.of(generator.network().labels()));
        if (generator.count() != 1 || discriminator.count() != 1)
            throw new IllegalArgumentException("generator.count and discriminator.count must be 1 where encoder.used is"
                    + " true, got " + generator.count() + " and " + discriminator.count());
        if (restoring)
            throw new IllegalArgumentException("damage and encoder.used exclude one another; leave one of them out");
    }
}
