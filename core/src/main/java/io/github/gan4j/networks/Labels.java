package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import java.util.List;

/**
 * Where a network is told the class of each sample, which {@link Pass#labels} brings along.
 *
 * @param place where
 * @param classes how many numbers tell a class, 1 to 65536; 0 exactly where no class is told
 */
public record Labels(Place place, int classes) {
    /** No class is told. */
    public static final Labels NONE = new Labels(Place.NONE, 0);

    /** The places. */
    public enum Place {
        NONE,
        /** Beside the input (Mirza and Osindero 2014, arXiv:1411.1784): further numbers, or constant maps. */
        INPUT,
        /** Beside the input of every layer that learns, as the authors of DCGAN did for MNIST. */
        EVERY_LAYER,
        /** In a discriminator's score: an inner product of class and features (Miyato and Koyama 2018, arXiv:1802.05637). */
        PROJECTION,
        /** Not told, but asked for: the discriminator has a score for each class (see {@link ClassScore}). */
        CLASSIFY
    }

    public Labels {
        if (place == Place.NONE) Check.between("classes without labels", classes, 0, 0);
        else Check.between("classes", classes, 1, 65_536);
    }

    /** How many numbers or maps more the first layer sees. */
    int atInput() {
        return place == Place.INPUT || place == Place.EVERY_LAYER ? classes : 0;
    }

    /** How many numbers or maps more every later layer sees. */
    int atLayer() {
        return place == Place.EVERY_LAYER ? classes : 0;
    }

    /** What stands before the first layer. */
    List<Network> joinedAtInput() {
        return joined(atInput());
    }

    /** What stands before every later layer. */
    List<Network> joinedAtLayer() {
        return joined(atLayer());
    }

    private List<Network> joined(int numbers) {
        return numbers == 0 ? List.of() : List.of(new JoinedLabels(numbers));
    }

    /** The last layer of a discriminator: {@code [batch, features]} to scores {@code [batch, 1]}. */
    Network score(int features, boolean withBias, Initialisation initialisation) {
        return switch (place) {
            case PROJECTION -> new ProjectedScore(features, classes, withBias, initialisation);
            case CLASSIFY -> new ClassScore(new Linear(features, classes, withBias, initialisation));
            default -> new Linear(features, 1, withBias, initialisation);
        };
    }
}
