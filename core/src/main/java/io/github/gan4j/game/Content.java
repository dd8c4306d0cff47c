package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * A term of generators: the distance between their samples and the reals from which their input was made. The records in
 * here are the kinds that a plan can name; a program may bring its own.
 */
@Kinds
public interface Content extends Term {
    /** How much it counts. */
    Schedule weight();

    /**
     * The cost of fakes whose originals are these reals, both {@code [batch, ...]}: a scalar, before it is weighed.
     *
     * @param input made the generator's input of the reals
     */
    Tensor of(Tensor fakes, Tensor reals, GeneratorInput input);

    @Override
    default Optional<Tensor> generator(Generator player, Tensor fakes, Reals reals, Moment moment) {
        Tensor cost = of(fakes, reals.samples(), player.input());
        return Optional.of(cost.times(weight().at(moment.images())));
    }

    /** The mean absolute difference (pix2pix: Isola et al. 2017, arXiv:1611.07004, equation 3). */
    record L1(@Default("1") Schedule weight) implements Content {
        public L1 {
            requireWeight(weight);
        }

        @Override
        public Tensor of(Tensor fakes, Tensor reals, GeneratorInput input) {
            return absolute(fakes.minus(reals));
        }
    }

    /** The mean squared difference (SRGAN: Ledig et al. 2017, arXiv:1609.04802, equation 4). */
    record L2(@Default("1") Schedule weight) implements Content {
        public L2 {
            requireWeight(weight);
        }

        @Override
        public Tensor of(Tensor fakes, Tensor reals, GeneratorInput input) {
            return fakes.minus(reals).squared().mean();
        }
    }

    /** The mean absolute difference of both shrunk to the size of the input, so that only what it shows counts (program srez). */
    record ShrunkL1(@Default("1") Schedule weight) implements Content {
        public ShrunkL1 {
            requireWeight(weight);
        }

        @Override
        public Tensor of(Tensor fakes, Tensor reals, GeneratorInput input) {
            int factor = input.factor();
            return absolute(fakes.averagePooled(factor).minus(reals.averagePooled(factor)));
        }
    }

    private static void requireWeight(Schedule weight) {
        weight.requireBetween("weight", 0, 1e6);
    }

    private static Tensor absolute(Tensor differences) {
        return differences.times(Elements.signs(differences.detached())).mean();
    }
}
