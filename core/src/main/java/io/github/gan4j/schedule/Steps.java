package io.github.gan4j.schedule;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.OptionalLong;

/**
 * A {@code value} multiplied by {@code factor} (above 0, at most 1) every {@code everyImages} images, until it reaches
 * {@code floor}.
 */
public record Steps(
        double value,
        double factor,
        long everyImages,
        @Default("0") double floor) implements Schedule {
    public Steps {
        Checks.finite("value", value);
        Check.atLeast("everyImages", everyImages, 1);
        Check.aboveZero("factor", factor, 1);
        if (!(floor >= 0 && floor <= value))
            throw new IllegalArgumentException(
                    "floor must be at least 0 and at most value (" + value + "), got " + floor);
    }

    @Override
    public double at(long images) {
        Checks.seen(images);
        return Math.max(floor, value * StrictMath.pow(factor, images / everyImages));
    }

    @Override
    public double lowest() {
        return factor == 1 ? value : floor;
    }

    @Override
    public double highest() {
        return value;
    }

    @Override
    public OptionalLong rest() {
        if (factor == 1) return OptionalLong.of(0);
        if (floor == 0) return OptionalLong.empty();
        double falls = Math.ceil(Math.log(floor / value) / Math.log(factor));
        return OptionalLong.of(Math.round(falls) * everyImages);
    }

    @Override
    public Schedule stretched(double factor) {
        return new Steps(value, this.factor, Checks.stretched(everyImages, factor), floor);
    }

    @Override
    public Schedule times(double factor) {
        return new Steps(Checks.times(value, factor), this.factor, everyImages, Checks.times(floor, factor));
    }
}
