package io.github.gan4j.game;

import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;

/** The input of a discriminator: on the side of the reals and on the side of a generator. */
public sealed interface Sight {
    /** The samples themselves, as in most games. */
    Sight SAMPLES = new Plain();

    /** Whether it is samples; only then does the discriminator's belief say something of these. */
    default boolean ofSamples() {
        return true;
    }

    /** The reals' side: themselves, unless it is something else. */
    default Tensor real(Reals reals, Moment moment) {
        return reals.samples();
    }

    /** The generator's side, through which it can learn. */
    Tensor fake(Generator generator, Reals reals, Moment moment);

    /** Samples against samples. */
    record Plain() implements Sight {
        @Override
        public Tensor fake(Generator generator, Reals reals, Moment moment) {
            return generator.imitate(reals, moment);
        }
    }

    /**
     * Samples against what an auto-encoder makes of other samples and the classes of these, so that it draws every sample
     * as every class: those of the sample one place further are encoded.
     */
    record Redrawn() implements Sight {
        @Override
        public Tensor fake(Generator generator, Reals reals, Moment moment) {
            return generator.network().apply(Maps.rolled(reals.samples(), 1), Pass.TRAINING.withLabels(reals.labels()));
        }
    }

    /**
     * Latents against the codes of an auto-encoder, which so come to be distributed like them (Makhzani et al. 2016,
     * arXiv:1511.05644).
     *
     * @param latents how these are drawn
     */
    record Codes(GeneratorInput latents) implements Sight {
        @Override
        public Tensor real(Reals reals, Moment moment) {
            return latents.draw(reals, moment).on(moment.device());
        }

        @Override
        public Tensor fake(Generator generator, Reals reals, Moment moment) {
            if (generator.network() instanceof AutoEncoder encoder)
                return encoder.codes(reals.samples(), Pass.TRAINING).toFloat();
            throw new IllegalArgumentException(generator.name() + " has no codes to look at: it has no encoder");
        }

        @Override
        public boolean ofSamples() {
            return false;
        }
    }
}
