package io.github.gan4j.schedule;

import java.util.OptionalLong;

/**
 * Half a cosine wave {@code from} one value {@code to} another over {@code images} images, flat at both ends; {@code to}
 * afterwards (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5 without restarts).
 */
public record Cosine(double from, double to, long images) implements Schedule {
    public Cosine {
        Checks.finite("from", from);
        Checks.finite("to", to);
        Checks.span("images", images);
    }

    @Override
    public double at(long seen) {
        Checks.seen(seen);
        if (seen >= images) return to;
        // StrictMath: the same bits on every processor, so that a run can be repeated elsewhere.
        return to + (from - to) * 0.5 * (1 + StrictMath.cos(Math.PI * seen / images));
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
        return new Cosine(from, to, Checks.stretched(images, factor));
    }

    @Override
    public Schedule times(double factor) {
        return new Cosine(Checks.times(from, factor), Checks.times(to, factor), images);
    }
}
