package io.github.gan4j.schedule;

import io.github.gan4j.settings.Word;
import java.util.OptionalLong;

/** A straight line {@code from} one value {@code to} another over {@code images} images; {@code to} afterwards. */
@Word("linear")
public record LinearRamp(double from, double to, long images) implements Schedule {
    public LinearRamp {
        Checks.finite("from", from);
        Checks.finite("to", to);
        Checks.span("images", images);
    }

    @Override
    public double at(long seen) {
        Checks.seen(seen);
        return seen >= images ? to : from + (to - from) * seen / images;
    }

    @Override
    public double lowest() {
        return Math.min(from, to);
    }

    @Override
    public double highest() {
        return Math.max(from, to);
    }

    @Override
    public OptionalLong rest() {
        return OptionalLong.of(images);
    }

    @Override
    public Schedule stretched(double factor) {
        return new LinearRamp(from, to, Checks.stretched(images, factor));
    }

    @Override
    public Schedule times(double factor) {
        return new LinearRamp(Checks.times(from, factor), Checks.times(to, factor), images);
    }
}
