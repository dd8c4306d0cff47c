package io.github.gan4j.networks;

import java.util.List;

/** The activation after the last layer of a generator. */
public enum Output {
    /** To (-1, 1), the range of images. */
    TANH(List.of(Fixed.tanh())),
    /** To (0, 1), then stretched to (-1, 1). */
    SIGMOID(List.of(Fixed.sigmoid(), Fixed.toImageRange())),
    /** Nothing: the range is learned. */
    LINEAR(List.of());

    private final List<Network> layers;

    Output(List<Network> layers) {
        this.layers = layers;
    }

    List<Network> layers() {
        return layers;
    }
}
