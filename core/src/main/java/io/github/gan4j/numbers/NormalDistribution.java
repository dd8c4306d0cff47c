package io.github.gan4j.numbers;

/** The standard normal distribution, to about 1e-15. */
public final class NormalDistribution {
    /** Beyond this many standard deviations nothing is left in 64 bits. */
    private static final double END = 9;

    private NormalDistribution() {}

    /** The probability of lying between two numbers of standard deviations; the ends may be infinite. */
    public static double between(double low, double high) {
        if (low >= high || low > END || high < -END) return 0;
        if (low >= 0) return above(low) - above(high);
        if (high <= 0) return above(-high) - above(-low);
        return 1 - above(-low) - above(high);
    }

    /** The probability of lying above {@code z}, which is not negative. */
    private static double above(double z) {
        if (z > END) return 0;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return z < 3 ? 0.5 - density * series(z) : density / fraction(z);
    }

    /** z + z³/3 + z⁵/15 + …, all terms positive (Abramowitz and Stegun 26.2.11). */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; term > 1e-17 * sum; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    /** z + 1/(z + 2/(z + 3/(z + …))) (26.2.14). */
    private static double fraction(double z) {
        double value = z;
        for (int i = 60; i > 0; i--) value = z + i / value;
        return value;
    }
}
