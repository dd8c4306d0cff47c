package io.github.gan4j.experiment;

import java.util.Locale;

/**
 * One figure that a benchmark states.
 *
 * @param name as in files, {@code high-quality}
 * @param title over its column, {@code high quality %}
 * @param times what the figure is multiplied by before it is shown
 * @param digits shown after the point
 */
record Measure(String name, String title, double times, int digits) {
    String shown(double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", times * value);
    }

    /** A mean and, where there are several numbers, its standard error. */
    String shown(Tries tries) {
        return tries.count() < 2 ? shown(tries.mean()) : shown(tries.mean()) + " ± " + shown(tries.error());
    }
}
