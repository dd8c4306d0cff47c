package io.github.gan4j.networks;

import java.util.List;

/** The normalisation between a layer and its activation. */
public enum Normalisation {
    BATCH,
    NONE;

    /** The layers between one of {@code channels} outputs and the next. */
    List<Network> between(int channels, Activation activation) {
        return this == BATCH
                ? List.of(new BatchNormalisation(channels), activation.layer())
                : List.of(activation.layer());
    }
}
