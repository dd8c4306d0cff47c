package io.github.gan4j.numbers;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
    private static final double LEAST_PLAIN = 1e-6, MOST_PLAIN = 1e9;

    private Numbers() {}

    /** {@code 12 345}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** The shortest decimal that is read as this number: {@code 0.0002}, and {@code 1.0e-8} where zeros would have to be counted. */
    public static String decimal(double number) {
        double size = Math.abs(number);
        String shortest = Double.toString(number);
        if (!shortest.contains("E")) return shortest;
        if (size < LEAST_PLAIN || size >= MOST_PLAIN)
            // YAML 1.1 reads an exponent without a sign as a text
            return shortest.replace("E-", "e-").replace("E", "e+");
        String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** As {@link #decimal}, but whole numbers without a point: {@code 3}, {@code 2.5}. */
    public static String plain(double number) {
        String decimal = decimal(number);
        return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
    }

    /** {@code 1 image}, {@code 12 345 images}, {@code 10 classes}. */
    public static String of(long number, String one) {
        return grouped(number) + " " + one + (number == 1 ? "" : one.endsWith("s") ? "es" : "s");
    }
}
