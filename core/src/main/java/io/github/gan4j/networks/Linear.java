package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/** {@code [batch, inputs]} to {@code [batch, outputs]}: every output a weighted sum of all inputs, plus a bias. */
public final class Linear extends Network {
    private final int inputs;
    private final int outputs;
    private final Parameter weight;
    private final Parameter bias;

    public Linear(int inputs, int outputs, Initialisation initialisation) {
        this.inputs = inputs;
        this.outputs = outputs;
        weight = learned("weight", initialisation, inputs, outputs, outputs, inputs);
        bias = learned("bias", Initialisation.constant(0), inputs, outputs, outputs);
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return input.linear(weight.tensor(), bias.tensor());
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("linear", learnedCount(), (long) inputs * outputs, outputs);
    }
}
