package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * How often something is recorded: at multiples of a number of images and of a number of seconds of training, both counted
 * from its start. Recording has no influence on training, so the clock on the wall may be used here; but which moments
 * that gives differs from run to run, where images always give the same.
 *
 * @param images 0 for never by this clock
 * @param seconds 0 for never by this clock
 */
public record Every(@Default("0") long images, @Default("0") double seconds) {
    public Every {
        Check.atLeast("images", images, 0);
        Check.atLeast("seconds", seconds, 0.0);
    }

    /**
     * Whether it is time again: whether a multiple of either number, counted from the start of training, was reached
     * after one moment and by another. So it does not matter where a training was interrupted.
     */
    public boolean reached(long imagesBefore, double secondsBefore, long imagesNow, double secondsNow) {
        return images > 0 && imagesNow / images > imagesBefore / images
                || seconds > 0 && Math.floor(secondsNow / seconds) > Math.floor(secondsBefore / seconds);
    }
}
