package io.github.gan4j.networks;

import io.github.gan4j.settings.Words;

/** Where the class of each sample, which {@link Pass#labels} brings along, enters a network or comes out of it. */
public enum Labels {
    NONE,
    /** Beside the input (Mirza and Osindero 2014, arXiv:1411.1784): further numbers, or constant maps. */
    INPUT,
    /** Beside the input of every layer that learns, as the authors of DCGAN did for MNIST. */
    EVERY_LAYER,
    /** In a discriminator's score: an inner product of class and features (Miyato and Koyama 2018, arXiv:1802.05637). */
    PROJECTION,
    /** A logit for each class comes out of the discriminator (Salimans et al. 2016, arXiv:1606.03498; see {@link ClassScore}). */
    CLASSIFY,
    /** Left to the data: {@link #NONE} where it has no classes, or too few images of each to learn them by. */
    AUTO;

    /** Whether the network is class-conditional, or would be with data of classes. */
    public boolean conditional() {
        return this != NONE && this != CLASSIFY;
    }

    /** @throws IllegalArgumentException when it is none of those that an architecture has */
    void requireOneOf(Labels... known) {
        StringBuilder words = new StringBuilder();
        for (Labels each : known) {
            if (each == this) return;
            words.append(words.isEmpty() ? "" : ", ").append(Words.of(each));
        }
        throw new IllegalArgumentException("labels must be one of " + words + "; got " + Words.of(this));
    }
}
