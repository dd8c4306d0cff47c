package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/** A learned coarse image of which the latents weigh the channels: {@code [batch, inputs]} to {@code [batch, channels, size, size]}. */
final class Basis extends Network {
    private final int inputs;
    private final int channels;
    private final int size;
    private final Parameter image;
    private final Parameter weight;

    Basis(int inputs, int channels, int size) {
        this.inputs = inputs;
        this.channels = channels;
        this.size = size;
        image = learned("image", Initialisation.normal(1), 1, 1, channels, size, size);
        weight = learned("weight", Initialisation.he(1), inputs, channels, channels, inputs);
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        Tensor share = input.linear(weight.tensor());
        return share.reshaped(share.size(0), channels, 1, 1).times(image.tensor());
    }

    @Override
    public void describe(Summary summary) {
        long work = (long) inputs * channels + (long) channels * size * size;
        summary.layer("learned basis", learnedCount(), work, channels, size, size);
    }
}
