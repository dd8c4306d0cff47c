package io.github.gan4j.experiment;

import io.github.gan4j.files.Picture;
import java.util.List;
import java.util.Optional;

/**
 * The scores of a trial or of real samples.
 *
 * @param scores one for each column of the rule, in their order
 * @param picture the samples as they were judged
 */
record Assessment(List<Double> scores, Optional<Picture> picture) {
    Assessment {
        scores = List.copyOf(scores);
    }

    static Assessment of(Picture picture, Double... scores) {
        return new Assessment(List.of(scores), Optional.of(picture));
    }
}
