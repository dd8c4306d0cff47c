package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/** {@code [batch, inputs]} to {@code [batch, outputs]}: every output a weighted sum of all inputs, and perhaps a bias. */
public final class Linear extends Network {
    private final int inputs;
    private final int outputs;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    public Linear(int inputs, int outputs, Initialisation initialisation) {
        this(inputs, outputs, true, initialisation);
    }

    /** A bias is of no use where a normalisation follows. */
    public Linear(int inputs, int outputs, boolean withBias, Initialisation initialisation) {
        this.inputs = inputs;
        this.outputs = outputs;
        weight = learned("weight", initialisation, inputs, outputs, outputs, inputs);
        bias = withBias
                ? Optional.of(learned("bias", initialisation.biases(), inputs, outputs, outputs))
                : Optional.empty();
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return bias.map(b -> input.linear(weight.tensor(), b.tensor())).orElseGet(() -> input.linear(weight.tensor()));
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("linear", learnedCount(), (long) inputs * outputs, outputs);
    }
}
