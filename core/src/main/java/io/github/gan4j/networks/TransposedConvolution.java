package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A convolution run backwards (a "deconvolution"): {@code [batch, inputs, h, w]} to
 * {@code [batch, outputs, h', w']} with {@code h' = (h - 1) stride - 2 padding + kernel + extra}.
 */
public final class TransposedConvolution extends Network {
    private final int inputs;
    private final int outputs;
    private final int kernel;
    private final int stride;
    private final int padding;
    private final int extra;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    public TransposedConvolution(
            int inputs,
            int outputs,
            int kernel,
            int stride,
            int padding,
            int extra,
            boolean withBias,
            Initialisation initialisation) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.extra = extra;
        long area = (long) kernel * kernel;
        // Each output pixel sees only every stride-th tap of the kernel in each direction.
        long fanIn = Math.max(1, area * inputs / ((long) stride * stride));
        weight = learned("weight", initialisation, fanIn, area * outputs, inputs, outputs, kernel, kernel);
        bias = withBias
                ? Optional.of(learned("bias", initialisation.biases(), fanIn, area * outputs, outputs))
                : Optional.empty();
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        List<Tensor> offset = bias.map(Parameter::tensor).stream().toList();
        return input.convolvedTransposed(weight.tensor(), offset, stride, padding, extra);
    }

    @Override
    public void describe(Summary summary) {
        long inHeight = summary.shape()[1], inWidth = summary.shape()[2];
        long height = (inHeight - 1) * stride - 2L * padding + kernel + extra;
        long width = (inWidth - 1) * stride - 2L * padding + kernel + extra;
        long work = inHeight * inWidth * inputs * outputs * kernel * kernel;
        summary.layer(
                "transposed convolution %dx%d, stride %d".formatted(kernel, kernel, stride),
                learnedCount(),
                work,
                outputs,
                height,
                width);
    }
}
