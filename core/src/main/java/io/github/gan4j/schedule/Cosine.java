package io.github.gan4j.schedule;

import io.github.gan4j.settings.Default;

/**
 * Half a cosine wave {@code from} one value {@code to} another over {@code images} images, flat at both ends; {@code to}
 * afterwards (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5 without restarts).
 *
 * @param images 0 for the length of the run, see {@link Schedule#over}
 */
public record Cosine(double from, double to, @Default("0") long images) implements Course {
    public Cosine {
        Course.check(from, to, images);
    }

    @Override
    public double between(long seen) {
        // StrictMath: the same bits on every processor, so that a run can be repeated elsewhere.
        return to + (from - to) * 0.5 * (1 + StrictMath.cos(Math.PI * seen / images));
    }

    @Override
    public Cosine with(double from, double to, long images) {
        return new Cosine(from, to, images);
    }
}
