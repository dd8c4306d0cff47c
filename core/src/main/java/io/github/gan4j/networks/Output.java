package io.github.gan4j.networks;

import java.util.List;

/** What follows the last layer of a generator. */
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

    /**
     * The output that a plan names: {@code tanh}, {@code sigmoid} or {@code linear}.
     *
     * @throws IllegalArgumentException when the name is unknown
     */
    public static Output named(String name) {
        return switch (name) {
            case "tanh" -> TANH;
            case "sigmoid" -> SIGMOID;
            case "linear" -> LINEAR;
            default ->
                throw new IllegalArgumentException(
                        "unknown output '" + name + "'; known outputs: tanh, sigmoid, linear");
        };
    }
}
