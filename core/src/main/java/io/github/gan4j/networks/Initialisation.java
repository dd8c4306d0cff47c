package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.tensor.Tensor;

/**
 * The distribution of first weights. {@code fanIn} and {@code fanOut} are the numbers that flow into and out of one unit.
 */
@Kinds
@FunctionalInterface
public interface Initialisation {
    Tensor make(long[] shape, long fanIn, long fanOut);

    /** The first biases of a layer whose weights start like this. */
    default Initialisation biases() {
        return constant(0);
    }

    /** The same for layers that this activation follows. */
    default Initialisation before(Activation activation) {
        return this;
    }

    /** The same numbers, times {@code factor}. */
    default Initialisation scaled(double factor) {
        return (shape, fanIn, fanOut) -> make(shape, fanIn, fanOut).times(factor);
    }

    /** N(0, std²); DCGAN uses 0.02 (Radford et al. 2016, arXiv:1511.06434). */
    record Normal(@Default("0.02") double std) implements Initialisation {
        public Normal {
            Check.aboveZero("std", std, 10);
        }

        @Override
        public Tensor make(long[] shape, long fanIn, long fanOut) {
            return Tensor.gaussian(shape).times(std);
        }
    }

    /** N(0, 2 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    record Xavier() implements Initialisation {
        @Override
        public Tensor make(long[] shape, long fanIn, long fanOut) {
            return Tensor.gaussian(shape).times(Math.sqrt(2.0 / (fanIn + fanOut)));
        }
    }

    /** N(0, 2 / fanIn), which keeps the variance through rectifiers (He et al. 2015, arXiv:1502.01852). */
    record He() implements Initialisation {
        @Override
        public Tensor make(long[] shape, long fanIn, long fanOut) {
            return he(0).make(shape, fanIn, fanOut);
        }

        @Override
        public Initialisation before(Activation activation) {
            return he(activation.slope());
        }
    }

    /**
     * As {@link He}, with biases from N(0, 0.5²). Without biases the kinks of all rectifiers start in the origin; where the
     * input is a few numbers they learn to stand elsewhere very slowly, and what happens far from the origin stays coarse.
     */
    record HeSpread() implements Initialisation {
        @Override
        public Tensor make(long[] shape, long fanIn, long fanOut) {
            return he(0).make(shape, fanIn, fanOut);
        }

        @Override
        public Initialisation biases() {
            return normal(0.5);
        }

        @Override
        public Initialisation before(Activation activation) {
            Initialisation weights = he(activation.slope());
            return new Initialisation() {
                @Override
                public Tensor make(long[] shape, long fanIn, long fanOut) {
                    return weights.make(shape, fanIn, fanOut);
                }

                @Override
                public Initialisation biases() {
                    return normal(0.5);
                }
            };
        }
    }

    static Initialisation normal(double std) {
        return new Normal(std);
    }

    /** N(mean, std²); DCGAN's batch normalisation scales start at N(1, 0.02²). */
    static Initialisation normal(double mean, double std) {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(std).plus(mean);
    }

    /** Keeps the variance through rectifiers of the given negative slope (He et al. 2015, arXiv:1502.01852). */
    static Initialisation he(double slope) {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(Math.sqrt(2.0 / ((1 + slope * slope) * fanIn)));
    }

    static Initialisation constant(double value) {
        return (shape, fanIn, fanOut) -> Tensor.filled(value, shape);
    }
}
