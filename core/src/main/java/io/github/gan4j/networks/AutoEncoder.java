package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/**
 * An encoder from samples to codes {@code [batch, size]}, and a decoder from codes, and classes where it is conditional, to
 * samples. Told another class than the sample's own, it draws the sample anew as one of that class.
 */
public final class AutoEncoder extends Network {
    private final Network encoder;
    private final Network decoder;

    public AutoEncoder(Network encoder, Network decoder) {
        this.encoder = part("encoder", encoder);
        this.decoder = part("decoder", decoder);
    }

    public Tensor codes(Tensor samples, Pass pass) {
        return encoder.apply(samples, pass);
    }

    @Override
    public Tensor apply(Tensor samples, Pass pass) {
        return decoder.apply(codes(samples, pass), pass);
    }

    @Override
    public Network fromLatents() {
        return decoder;
    }

    @Override
    public void describe(Summary summary) {
        encoder.describe(summary);
        decoder.describe(summary);
    }
}
