package io.github.gan4j.networks;

import io.github.gan4j.settings.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * The layout of a discriminator. Known kinds are the records named {@code Discriminator} in the classes of this package; a
 * kind of one's own is any record that implements this.
 */
@Kinds(nested = "Discriminator")
public interface DiscriminatorArchitecture {
    /**
     * A discriminator without memory yet: samples to scores {@code [batch, 1]}.
     *
     * @throws IllegalArgumentException when such samples cannot be judged
     */
    Network network(DiscriminatorTask task);

    /** Where the class of each sample enters, or comes out. */
    default Labels labels() {
        return Labels.NONE;
    }

    /** Whether the last layer sees the standard deviation over the batch ({@link MinibatchDeviation}). */
    default boolean minibatchDeviation() {
        return false;
    }

    /** The kernels of minibatch discrimination before the last layer ({@link MinibatchDiscrimination}), if any. */
    default Optional<MinibatchDiscrimination.Kernels> minibatch() {
        return Optional.empty();
    }

    /** Whether a sample is judged by the rest of its batch, too. */
    default boolean comparing() {
        return minibatchDeviation() || minibatch().isPresent();
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
