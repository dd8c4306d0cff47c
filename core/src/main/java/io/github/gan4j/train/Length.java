package io.github.gan4j.train;

import java.util.Optional;

/**
 * When a training ends.
 *
 * @param images images after which it ends; 0 for no such limit
 * @param seconds time of training after which it ends, earlier parts of a resumed run included; 0 for no such limit
 */
public record Length(long images, double seconds) {
    Optional<Ending> reached(long imagesSeen, double secondsSpent) {
        if (images > 0 && imagesSeen >= images) return Optional.of(Ending.IMAGES);
        if (seconds > 0 && secondsSpent >= seconds) return Optional.of(Ending.MINUTES);
        return Optional.empty();
    }

    /** How much of the way is done, from 0 to 1, by whichever limit is nearer. */
    public double share(long imagesSeen, double secondsSpent) {
        double byImages = images > 0 ? (double) imagesSeen / images : 0;
        double byTime = seconds > 0 ? secondsSpent / seconds : 0;
        return Math.min(1, Math.max(byImages, byTime));
    }
}
