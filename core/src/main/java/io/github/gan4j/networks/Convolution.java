package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** {@code [batch, inputs, h, w]} to {@code [batch, outputs, h', w']} with {@code h' = (h + 2 padding - kernel) / stride + 1}. */
public final class Convolution extends Network {
    private final int kernel;
    private final int stride;
    private final int padding;
    private final int inputs;
    private final int outputs;
    private final int groups;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    /** A bias is of no use where a normalisation follows. */
    public Convolution(
            int inputs,
            int outputs,
            int kernel,
            int stride,
            int padding,
            int groups,
            boolean withBias,
            Initialisation initialisation) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.groups = groups;
        long area = (long) kernel * kernel;
        long fanIn = area * inputs / groups;
        long fanOut = area * outputs / groups / ((long) stride * stride);
        weight = learned("weight", initialisation, fanIn, fanOut, outputs, inputs / groups, kernel, kernel);
        bias = withBias
                ? Optional.of(learned("bias", initialisation.biases(), fanIn, fanOut, outputs))
                : Optional.empty();
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        List<Tensor> offset = bias.map(Parameter::tensor).stream().toList();
        return input.convolved(weight.tensor(), offset, stride, padding, groups);
    }

    @Override
    public void describe(Summary summary) {
        long height = (summary.shape()[1] + 2L * padding - kernel) / stride + 1;
        long width = (summary.shape()[2] + 2L * padding - kernel) / stride + 1;
        long work = height * width * outputs * (inputs / groups) * kernel * kernel;
        String name = "convolution %dx%d".formatted(kernel, kernel)
                + (stride > 1 ? ", stride " + stride : "")
                + (groups > 1 ? ", " + groups + " groups" : "");
        summary.layer(name, learnedCount(), work, outputs, height, width);
    }
}
