package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * What travels with a batch through a network beside its values.
 *
 * @param training whether statistics are taken from this batch (and remembered), as during training
 * @param labels the class of each sample as rows of zeros with a single one, {@code [batch, classes]}, if there are any
 */
public record Pass(boolean training, Optional<Tensor> labels) {
    public static final Pass TRAINING = new Pass(true, Optional.empty());
    public static final Pass SAMPLING = new Pass(false, Optional.empty());

    public Pass withLabels(Optional<Tensor> labels) {
        return new Pass(training, labels);
    }

    /** The labels, for a layer that cannot do without them. */
    Tensor labelsOf(int classes) {
        Tensor rows = labels.orElseThrow(() -> new IllegalArgumentException(
                "this network asks for the class of each sample (" + classes + " numbers), got none"));
        if (rows.size(1) != classes)
            throw new IllegalArgumentException(
                    "this network asks for the class of each sample in " + classes + " numbers, got " + rows.size(1));
        return rows;
    }
}
