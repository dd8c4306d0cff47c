package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/**
 * How a parameter starts. {@code fanIn} and {@code fanOut} are the numbers that flow into and out of one unit.
 */
@FunctionalInterface
public interface Initialisation {
    Tensor make(long[] shape, long fanIn, long fanOut);

    /** How the biases of a layer start whose weights start like this. */
    default Initialisation biases() {
        return constant(0);
    }

    /** The same numbers, times {@code factor}. */
    default Initialisation scaled(double factor) {
        return (shape, fanIn, fanOut) -> make(shape, fanIn, fanOut).times(factor);
    }

    /**
     * The initialisation that a plan names: {@code normal}, {@code xavier}, {@code he} or
     * {@code he-spread}.
     *
     * @param deviation of normal; the others have no use for it
     * @param slope of the leaky rectifier that he prepares for, 0 for a plain one
     * @throws IllegalArgumentException when the name is unknown
     */
    static Initialisation named(String name, double deviation, double slope) {
        return switch (name) {
            case "normal" -> normal(deviation);
            case "xavier" -> xavier();
            case "he" -> he(slope);
            case "he-spread" -> heSpread(slope);
            default ->
                throw new IllegalArgumentException(
                        "unknown initialisation '" + name + "'; known initialisations: normal, xavier, he, he-spread");
        };
    }

    /** N(0, deviation²); DCGAN uses 0.02 (Radford et al. 2016, arXiv:1511.06434). */
    static Initialisation normal(double deviation) {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(deviation);
    }

    /** N(mean, deviation²); DCGAN's batch normalisation scales start at N(1, 0.02²). */
    static Initialisation normal(double mean, double deviation) {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(deviation).plus(mean);
    }

    /** Keeps the variance through rectifiers of the given negative slope (He et al. 2015, arXiv:1502.01852). */
    static Initialisation he(double slope) {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(Math.sqrt(2.0 / ((1 + slope * slope) * fanIn)));
    }

    /**
     * As {@link #he}, with biases from N(0, 0.5²). Without biases the kinks of all rectifiers start in the origin; where the
     * input is a few numbers they learn to stand elsewhere very slowly, and what happens far from the origin stays coarse.
     */
    static Initialisation heSpread(double slope) {
        Initialisation weights = he(slope);
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

    /** N(0, 2 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    static Initialisation xavier() {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(Math.sqrt(2.0 / (fanIn + fanOut)));
    }

    static Initialisation constant(double value) {
        return (shape, fanIn, fanOut) -> Tensor.filled(value, shape);
    }
}
