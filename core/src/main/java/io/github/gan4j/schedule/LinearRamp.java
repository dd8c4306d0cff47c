package io.github.gan4j.schedule;

import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;

/**
 * A straight line {@code from} one value {@code to} another over {@code images} images; {@code to} afterwards.
 *
 * @param images 0 for the length of the run, see {@link Schedule#over}
 */
@Word("linear")
public record LinearRamp(
        double from, double to, @Default("0") long images) implements Course {
    public LinearRamp {
        Course.check(from, to, images);
    }

    @Override
    public double between(long seen) {
        return from + (to - from) * seen / images;
    }

    @Override
    public LinearRamp with(double from, double to, long images) {
        return new LinearRamp(from, to, images);
    }
}
