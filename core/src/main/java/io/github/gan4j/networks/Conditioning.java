package io.github.gan4j.networks;

import java.util.List;

/** How many numbers of a class enter a network, and where. */
record Conditioning(Labels labels, int classes) {
    Conditioning {
        if (labels == Labels.AUTO)
            throw new IllegalArgumentException("labels must be chosen before there is a network, got auto");
        if (labels != Labels.NONE && classes == 0)
            throw new IllegalArgumentException("labels need classes, got data without any");
    }

    /** How many numbers or maps more the first layer sees. */
    int atInput() {
        return labels == Labels.INPUT || labels == Labels.EVERY_LAYER ? classes : 0;
    }

    /** How many numbers or maps more every later layer sees. */
    int atLayer() {
        return labels == Labels.EVERY_LAYER ? classes : 0;
    }

    /** The layers before the first. */
    List<Network> joinedAtInput() {
        return joined(atInput());
    }

    /** The layers before every later one. */
    List<Network> joinedAtLayer() {
        return joined(atLayer());
    }

    private static List<Network> joined(int numbers) {
        return numbers == 0 ? List.of() : List.of(new JoinedLabels(numbers));
    }
}
