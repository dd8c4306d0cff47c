package io.github.gan4j.game;

import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;

/** What a discriminator is shown: of the reals on one hand, of what a generator makes on the other. */
public sealed interface Sight {
    /** The samples themselves, as in most games. */
    Sight SAMPLES = new Samples();

    /** The reals' side. */
    Tensor real(Reals reals, Moment moment);

    /** The generator's side, through which it can learn. */
    Tensor fake(Generator generator, Reals reals, Moment moment);

    /** Samples against samples. */
    record Samples() implements Sight {
        @Override
        public Tensor real(Reals reals, Moment moment) {
            return reals.samples();
        }

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
        public Tensor real(Reals reals, Moment moment) {
            return reals.samples();
        }

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
    }
}
