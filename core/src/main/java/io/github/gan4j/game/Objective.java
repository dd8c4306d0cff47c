package io.github.gan4j.game;

import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * The loss of each side and its value at equilibrium, when the generator's samples are those of the data and the
 * discriminator has learned all it can. The records in here are the kinds that a plan can name; a program may bring its
 * own.
 */
@Kinds
public interface Objective {
    /** The discriminator's loss, a scalar. */
    Tensor discriminator(Scored real, Scored fake);

    /** The generator's loss, a scalar. {@code real} has no samples unless the objective is {@link #comparing}. */
    Tensor generator(Scored real, Scored fake);

    /** The discriminator's loss at equilibrium. */
    double discriminatorAtRest();

    /** The generator's loss at equilibrium. */
    double generatorAtRest();

    /** The meaning of a score. */
    Scale scale();

    /** Whether the generator's loss looks at reals too; else it is given none, which saves their judgement. */
    default boolean comparing() {
        return false;
    }

    /** Whether the generator's loss looks at {@link Scored#features} in place of scores. */
    default boolean matching() {
        return false;
    }

    /** A discriminator's look at samples for the generator's loss; the last layer is left out where no score is needed. */
    default Scored look(Discriminator discriminator, Tensor samples, Optional<Tensor> labels, Moment moment) {
        return matching() ? discriminator.look(samples, labels, moment) : discriminator.judge(samples, labels, moment);
    }

    /** Whether both losses are above 0 at equilibrium, so that they can be compared by their ratio. */
    default boolean staysPositive() {
        return discriminatorAtRest() > 0 && generatorAtRest() > 0;
    }

    /** The discriminator's belief in numbers; only for reading, never for learning. */
    default Belief belief(Scored real, Scored fake) {
        // plain arithmetic: on a few hundred numbers every operation of tensors costs more than the numbers do
        return scale().belief(real.scores().toFloats(), fake.scores().toFloats());
    }

    /** Binary cross-entropy, the generator's with the labels swapped (Goodfellow et al. 2014, section 3). */
    record NonSaturating(@Default(value = "0", off = true) double smoothing) implements Objective {
        public NonSaturating {
            CrossEntropy.requireSmoothing(smoothing);
        }

        public NonSaturating() {
            this(0);
        }

        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return CrossEntropy.of(real, fake, 1 - smoothing);
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().negated().softplus().mean();
        }

        @Override
        public double discriminatorAtRest() {
            return CrossEntropy.atRest(1 - smoothing);
        }

        @Override
        public double generatorAtRest() {
            return -Math.log((1 - smoothing) / 2);
        }

        @Override
        public Scale scale() {
            return Scale.LOGIT;
        }
    }

    /** Binary cross-entropy, the generator's as in the game's value (Goodfellow et al. 2014, equation 1). */
    record Minimax(@Default(value = "0", off = true) double smoothing) implements Objective {
        public Minimax {
            CrossEntropy.requireSmoothing(smoothing);
        }

        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return CrossEntropy.of(real, fake, 1 - smoothing);
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().softplus().mean().negated();
        }

        @Override
        public double discriminatorAtRest() {
            return CrossEntropy.atRest(1 - smoothing);
        }

        @Override
        public double generatorAtRest() {
            return Math.log(1 - (1 - smoothing) / 2);
        }

        @Override
        public Scale scale() {
            return Scale.LOGIT;
        }
    }

    /** Squares of the distance to 0 for fakes and 1 for reals (Mao et al. 2017, arXiv:1611.04076, equation 9). */
    record LeastSquares(@Default(value = "0", off = true) double smoothing) implements Objective {
        public LeastSquares {
            CrossEntropy.requireSmoothing(smoothing);
        }

        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return real.scores()
                    .plus(-(1 - smoothing))
                    .squared()
                    .mean()
                    .plus(fake.scores().squared().mean())
                    .times(0.5);
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().plus(-1).squared().mean().times(0.5);
        }

        @Override
        public double discriminatorAtRest() {
            double target = 1 - smoothing;
            return target * target / 4;
        }

        @Override
        public double generatorAtRest() {
            double target = 1 - smoothing;
            return (1 - target / 2) * (1 - target / 2) / 2;
        }

        @Override
        public Scale scale() {
            return Scale.TARGET;
        }
    }

    /** A difference of means (Arjovsky et al. 2017, arXiv:1701.07875, equation 2); needs a penalty on gradients. */
    record Wasserstein() implements Objective {
        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return fake.scores().mean().minus(real.scores().mean());
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().mean().negated();
        }

        @Override
        public double discriminatorAtRest() {
            return 0;
        }

        @Override
        public double generatorAtRest() {
            return 0;
        }

        @Override
        public Scale scale() {
            return Scale.UNBOUNDED;
        }
    }

    /** Only samples on the wrong side of a margin of 1 count (Lim and Ye 2017, arXiv:1705.02894, equation 3). */
    record Hinge() implements Objective {
        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return real.scores()
                    .negated()
                    .plus(1)
                    .relu()
                    .mean()
                    .plus(fake.scores().plus(1).relu().mean());
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().mean().negated();
        }

        @Override
        public double discriminatorAtRest() {
            return 2;
        }

        @Override
        public double generatorAtRest() {
            return 0;
        }

        @Override
        public Scale scale() {
            return Scale.UNBOUNDED;
        }
    }

    /**
     * Each real against a fake: more real than the other? (Jolicoeur-Martineau 2019, arXiv:1807.00734; Huang et al. 2024,
     * arXiv:2501.05441, equation 2.)
     */
    record Relativistic() implements Objective {
        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return fake.scores().minus(real.scores()).softplus().mean();
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return real.scores().minus(fake.scores()).softplus().mean();
        }

        @Override
        public boolean comparing() {
            return true;
        }

        @Override
        public double discriminatorAtRest() {
            return Math.log(2);
        }

        @Override
        public double generatorAtRest() {
            return Math.log(2);
        }

        @Override
        public Scale scale() {
            return Scale.RELATIVE_LOGIT;
        }
    }

    /**
     * The discriminator as in {@link NonSaturating}; the generator brings the mean features of its samples to those of the
     * reals (Salimans et al. 2016, arXiv:1606.03498, section 3.1).
     */
    record FeatureMatching() implements Objective {
        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            return CrossEntropy.of(real, fake, 1);
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return Maps.meanOver(fake.features(), 0)
                    .minus(Maps.meanOver(real.features(), 0))
                    .squared()
                    .mean();
        }

        @Override
        public boolean comparing() {
            return true;
        }

        @Override
        public boolean matching() {
            return true;
        }

        @Override
        public double discriminatorAtRest() {
            return CrossEntropy.atRest(1);
        }

        @Override
        public double generatorAtRest() {
            return 0;
        }

        @Override
        public Scale scale() {
            return Scale.LOGIT;
        }
    }
}
