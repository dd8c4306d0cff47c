package io.github.gan4j.experiment;

import io.github.gan4j.metrics.ConfidenceInterval;
import java.util.Arrays;
import java.util.Locale;

/**
 * One score of a trial as tables show it.
 *
 * @param name as in files, {@code high-quality}
 * @param title over its column, {@code high quality %}
 * @param factor by which the score is multiplied before it is shown
 * @param digits shown after the point
 */
record ScoreColumn(String name, String title, double factor, int digits) {
    /** A value, or a dash for NaN. */
    String shown(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", factor * value);
    }

    /** The mean and, from two values on, half of Student's 95 % interval around it. */
    String shown(double[] values) {
        String mean = shown(Arrays.stream(values).average().orElse(Double.NaN));
        return values.length < 2 ? mean : mean + " ± " + shown(margin(values));
    }

    /** Half of Student's 95 % interval around the mean; NaN for fewer than two values. */
    static double margin(double[] values) {
        if (values.length < 2) return Double.NaN;
        ConfidenceInterval interval = ConfidenceInterval.ofMean(values, "Student over seeds");
        return (interval.high() - interval.low()) / 2;
    }
}
