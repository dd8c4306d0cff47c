package io.github.gan4j.schedule;

import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;
import java.util.OptionalLong;

/**
 * A straight line {@code from} one value {@code to} another over {@code images} images; {@code to} afterwards.
 *
 * @param images 0 for the length of the run, see {@link Schedule#over}
 */
@Word("linear")
public record LinearRamp(
        double from, double to, @Default("0") long images) implements Schedule {
    public LinearRamp {
        Checks.finite("from", from);
        Checks.finite("to", to);
        if (images < 0) throw new IllegalArgumentException("images must be at least 0, got " + images);
    }

    @Override
    public double at(long seen) {
        Checks.seen(seen);
        if (images == 0) return from;
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
        return images == 0 ? OptionalLong.empty() : OptionalLong.of(images);
    }

    @Override
    public Schedule over(long length) {
        return images == 0 ? new LinearRamp(from, to, length) : this;
    }

    @Override
    public Schedule stretched(double factor) {
        if (images == 0) return this;
        return new LinearRamp(from, to, Checks.stretched(images, factor));
    }

    @Override
    public Schedule times(double factor) {
        return new LinearRamp(Checks.times(from, factor), Checks.times(to, factor), images);
    }
}
