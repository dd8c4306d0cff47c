package io.github.gan4j.doctor;

import java.util.Locale;

/**
 * A number behind a diagnosis.
 *
 * @param name the key in events, or a difference of two keys
 * @param words the same for people
 * @param value its mean over the last quarter of the images seen
 * @param limit beyond which it counts
 */
public record Evidence(String name, String words, double value, double limit) {
    static Evidence of(Signal sign, double value, double limit) {
        return new Evidence(sign.key(), sign.words(), value, limit);
    }

    /** {@code p_real - p_fake 0.97 (threshold 0.9)}. */
    public String line() {
        return words + " " + number(value) + (Double.isNaN(limit) ? "" : " (threshold " + number(limit) + ")");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = size == 0 || size >= 0.01 && size < 1000 ? "%.2f" : size >= 1e-4 && size < 1 ? "%.4f" : "%.1e";
        return String.format(Locale.ROOT, format, value);
    }
}
