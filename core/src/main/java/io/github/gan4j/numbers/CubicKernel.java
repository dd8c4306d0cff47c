package io.github.gan4j.numbers;

/** Keys' cubic convolution kernel with a = -1/2 (1981), which interpolates between samples at distance 1. */
public final class CubicKernel {
    /** Beyond this distance its weights are 0. */
    public static final int REACH = 2;

    private CubicKernel() {}

    /** The weight of a sample at this distance. */
    public static double at(double distance) {
        double d = Math.abs(distance);
        if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
        return d < REACH ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }
}
