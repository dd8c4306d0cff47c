package io.github.gan4j.schedule;

import java.util.OptionalLong;

/** A curve {@code from} one value {@code to} another over {@code images} images, or over the length of the run where these are 0. */
interface Course extends Schedule {
    double from();

    double to();

    long images();

    /** The value on the way, after fewer than {@code images} images. */
    double between(long seen);

    Course with(double from, double to, long images);

    /** @throws IllegalArgumentException where values or length are none */
    static void check(double from, double to, long images) {
        Checks.finite("from", from);
        Checks.finite("to", to);
        if (images < 0) throw new IllegalArgumentException("images must be at least 0, got " + images);
    }

    @Override
    default double at(long seen) {
        Checks.seen(seen);
        if (images() == 0) return from();
        return seen >= images() ? to() : between(seen);
    }

    @Override
    default double lowest() {
        return Math.min(from(), to());
    }

    @Override
    default double highest() {
        return Math.max(from(), to());
    }

    @Override
    default OptionalLong rest() {
        return images() == 0 ? OptionalLong.empty() : OptionalLong.of(images());
    }

    @Override
    default Schedule over(long length) {
        return images() == 0 ? with(from(), to(), length) : this;
    }

    @Override
    default Schedule stretched(double factor) {
        return images() == 0 ? this : with(from(), to(), Checks.stretched(images(), factor));
    }

    @Override
    default Schedule times(double factor) {
        return with(Checks.times(from(), factor), Checks.times(to(), factor), images());
    }
}
