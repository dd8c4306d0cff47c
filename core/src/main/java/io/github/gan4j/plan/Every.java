package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * How often something is recorded: after a number of images or of seconds, whichever is first. Recording has no influence
 * on training, so the clock on the wall may be used here.
 *
 * @param images 0 for never by this clock
 * @param seconds 0 for never by this clock
 */
public record Every(@Default("0") long images, @Default("0") double seconds) {
    public Every {
        Check.atLeast("images", images, 0);
        Check.atLeast("seconds", seconds, 0.0);
    }

    /** Whether it is time again, these many images and seconds after the last time. */
    public boolean over(long imagesSince, double secondsSince) {
        return images > 0 && imagesSince >= images || seconds > 0 && secondsSince >= seconds;
    }
}
