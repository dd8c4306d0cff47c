package io.github.gan4j.schedule;

import java.util.OptionalLong;

/** The same value at any time. */
public record Constant(double value) implements Schedule {
    public Constant {
        Checks.finite("value", value);
    }

    @Override
    public double at(long images) {
        Checks.seen(images);
        return value;
    }

    @Override
    public double lowest() {
        return value;
    }

    @Override
    public double highest() {
        return value;
    }

    @Override
    public OptionalLong rest() {
        return OptionalLong.of(0);
    }

    @Override
    public Schedule stretched(double factor) {
        return this;
    }

    @Override
    public Schedule times(double factor) {
        return new Constant(Checks.times(value, factor));
    }
}
