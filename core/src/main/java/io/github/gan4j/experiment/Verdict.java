package io.github.gan4j.experiment;

import io.github.gan4j.files.Picture;
import java.util.List;

/**
 * What a judge says of some samples.
 *
 * @param scores one number for each measure of the benchmark, in order
 * @param picture the samples, as they are judged
 */
record Verdict(List<Double> scores, Picture picture) {
    Verdict {
        scores = List.copyOf(scores);
    }
}
