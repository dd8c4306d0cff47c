package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/**
 * How a parameter starts. {@code fanIn} and {@code fanOut} are the numbers that flow into and out of one unit.
 */
@FunctionalInterface
public interface Initialisation {
    Tensor make(long[] shape, long fanIn, long fanOut);

    /** The same numbers, times {@code factor}. */
    default Initialisation scaled(double factor) {
        return (shape, fanIn, fanOut) -> make(shape, fanIn, fanOut).times(factor);
    }

    /**
     * The initialisation that a plan names: {@code normal}, {@code xavier} or {@code he}.
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
            default ->
                throw new IllegalArgumentException(
                        "unknown initialisation '" + name + "'; known initialisations: normal, xavier, he");
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

    /** N(0, 2 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    static Initialisation xavier() {
        return (shape, fanIn, fanOut) -> Tensor.gaussian(shape).times(Math.sqrt(2.0 / (fanIn + fanOut)));
    }

    static Initialisation constant(double value) {
        return (shape, fanIn, fanOut) -> Tensor.filled(value, shape);
    }
}
