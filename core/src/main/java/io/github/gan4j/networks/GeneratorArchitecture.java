package io.github.gan4j.networks;

import io.github.gan4j.settings.Kinds;
import java.util.List;

/**
 * The layout of a generator. Known kinds are the records named {@code Generator} in the classes of this package; a kind of
 * one's own is any record that implements this.
 */
@Kinds(nested = "Generator")
public interface GeneratorArchitecture {
    /**
     * A generator without memory yet: {@code [batch, inputs]} or degraded images to samples.
     *
     * @throws IllegalArgumentException when such samples cannot be made
     */
    Network network(GeneratorTask task);

    /** Whether it starts from degraded images and not from latents. */
    default boolean restoring() {
        return false;
    }

    /** Where the class of each sample enters. */
    default Labels labels() {
        return Labels.NONE;
    }

    /** Channels of the layer beside the image; 0 where the choice is left to the size of the images and the time. */
    default int width() {
        return 1;
    }

    /** Units of the hidden layers of dense networks; empty for others. */
    default List<Integer> hidden() {
        return List.of();
    }
}
