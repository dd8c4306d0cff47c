package io.github.gan4j.game;

import io.github.gan4j.tensor.Device;

/**
 * The clock of a game while a turn is played.
 *
 * @param step steps played before this one
 * @param images images seen before this step
 * @param augmented probability with which {@linkplain Augmentation.Ada adaptive} augmentation makes each of its changes
 * @param device where everything is computed
 */
public record Moment(long step, long images, double augmented, Device device) {
    /** One without adaptive augmentation. */
    public Moment(long step, long images, Device device) {
        this(step, images, 0, device);
    }
}
