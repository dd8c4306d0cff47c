package io.github.gan4j.game;

import io.github.gan4j.networks.Encoder;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.Perceptron;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Tensor;

/**
 * The reals themselves, for a generator that begins with an encoder: it starts from the code of a real sample and redraws
 * it (a conditional adversarial auto-encoder: Zhang, Song, Qi 2017, arXiv:1702.08423).
 *
 * @param latents the distribution that codes are drawn to
 * @param network the encoder's layout
 * @param codes the discriminator that tells codes from latents
 * @param codesWeight its share in the generator's loss; the rest of 1 is for the discriminator of images
 * @param shown the samples of the generator that the discriminator of images sees
 */
public record Encoded(
        @Default("normal") Latents latents,
        Encoder network,
        Codes codes,
        @Default("0.5") double codesWeight,
        @Default("redrawn") Shown shown)
        implements GeneratorInput {

    /** The samples of the generator that the discriminator of images sees. */
    public enum Shown {
        /** Each sample as it comes back, of its own class (as published). */
        SAMPLES,
        /** Each sample redrawn with the class of another. */
        REDRAWN
    }

    /** The discriminator that tells codes from latents. */
    public record Codes(
            @Default("{hidden: [64, 32, 16], initialisation: he}")
            Perceptron.Discriminator network,

            @Default("adam") Learning optimizer) {
        public Codes {
            if (network.labels() != Labels.NONE && network.labels() != Labels.INPUT)
                throw new IllegalArgumentException(
                        "network.labels must be none or input, got " + Words.of(network.labels()));
        }
    }

    public Encoded {
        Check.between("codesWeight", codesWeight, 0, 1);
    }

    @Override
    public Tensor draw(Reals reals, Moment moment) {
        return reals.samples();
    }
}
