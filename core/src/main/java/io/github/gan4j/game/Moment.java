package io.github.gan4j.game;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * Where a game stands while a turn is played.
 *
 * @param step steps played before this one
 * @param images images seen before this step
 * @param device where everything is computed
 * @param labels the labels of this batch, if the data has classes; fakes are made and judged for the same ones
 */
public record Moment(long step, long images, Device device, Optional<Tensor> labels) {
    /** The same moment for a part of its batch. */
    Moment of(Reals part) {
        return new Moment(step, images, device, part.labels());
    }
}
