package io.github.gan4j.networks;

import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Tensor;

/**
 * A linear layer whose rows of weights have a direction and a length that are learned apart from one another
 * (weight normalisation: Salimans and Kingma 2016, arXiv:1602.07868, equation 2). {@code [batch, inputs]} to
 * {@code [batch, outputs]}.
 */
public final class NormalisedLinear extends Network {
    private final int inputs;
    private final int outputs;
    private final Parameter direction;
    private final Parameter length;
    private final Parameter bias;

    /** @param length of every row at the start; the root of 2 keeps the variance through rectifiers */
    public NormalisedLinear(int inputs, int outputs, double length) {
        this.inputs = inputs;
        this.outputs = outputs;
        direction = learned("direction", Initialisation.normal(0.05), inputs, outputs, outputs, inputs);
        this.length = learned("length", Initialisation.constant(length), inputs, outputs, outputs);
        bias = learned("bias", Initialisation.constant(0), inputs, outputs, outputs);
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        // the outputs are scaled instead of the weights, which are many more numbers
        Tensor factors = Elements.dividedPerSample(length.tensor(), Elements.lengths(direction.tensor()));
        return input.linear(direction.tensor()).times(factors).plus(bias.tensor());
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("linear, weights normalised", learnedCount(), (long) inputs * outputs, outputs);
    }
}
