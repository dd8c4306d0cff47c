package io.github.gan4j.schedule;

import io.github.gan4j.settings.Default;
import java.util.OptionalLong;

/**
 * Half a cosine wave {@code from} one value {@code to} another over {@code images} images, flat at both ends; {@code to}
 * afterwards (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5 without restarts).
 *
 * @param images 0 for the length of the run, see {@link Schedule#over}
 */
public record Cosine(double from, double to, @Default("0") long images) implements Schedule {
    public Cosine {
        Checks.finite("from", from);
        Checks.finite("to", to);
        if (images < 0) throw new IllegalArgumentException("images must be at least 0, got " + images);
    }

    @Override
    public double at(long seen) {
        Checks.seen(seen);
        if (images == 0) return from;
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
        return images == 0 ? OptionalLong.empty() : OptionalLong.of(images);
    }

    @Override
    public Schedule over(long length) {
        return images == 0 ? new Cosine(from, to, length) : this;
    }

    @Override
    public Schedule stretched(double factor) {
        if (images == 0) return this;
        return new Cosine(from, to, Checks.stretched(images, factor));
    }

    @Override
    public Schedule times(double factor) {
        return new Cosine(Checks.times(from, factor), Checks.times(to, factor), images);
    }
}
