package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Tensor;

/** What ties the samples of a generator to the reals from which its input was made; a generator pays it beside the game. */
public sealed interface Content permits Content.Absolute, Content.Squared, Content.Shrunk {
    /** How much it counts. */
    Schedule weight();

    /** The cost of fakes whose originals are these reals, both {@code [batch, ...]}: a scalar, before it is weighed. */
    Tensor of(Tensor fakes, Tensor reals);

    /** The mean absolute difference, "L1" (pix2pix: Isola et al. 2017, arXiv:1611.07004, equation 3). */
    record Absolute(Schedule weight) implements Content {
        @Override
        public Tensor of(Tensor fakes, Tensor reals) {
            return absolute(fakes.minus(reals));
        }
    }

    /** The mean squared difference, "L2" (SRGAN: Ledig et al. 2017, arXiv:1609.04802, equation 4). */
    record Squared(Schedule weight) implements Content {
        @Override
        public Tensor of(Tensor fakes, Tensor reals) {
            return fakes.minus(reals).squared().mean();
        }
    }

    /** The mean absolute difference after both were shrunk: only what the input could show is asked for (program srez). */
    record Shrunk(Schedule weight, int factor) implements Content {
        @Override
        public Tensor of(Tensor fakes, Tensor reals) {
            return absolute(fakes.averagePooled(factor).minus(reals.averagePooled(factor)));
        }
    }

    private static Tensor absolute(Tensor differences) {
        return differences.times(Elements.signs(differences.detached())).mean();
    }
}
