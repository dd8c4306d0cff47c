package io.github.gan4j.networks;

import java.util.List;

/** Small blueprints that tests share. */
final class Blueprints {
    private Blueprints() {}

    static Blueprint image(int size) {
        return of(new SampleShape.Image(3, size, size));
    }

    static Blueprint of(SampleShape sample) {
        return of(sample, 4, true);
    }

    static Blueprint of(SampleShape sample, int kernel, boolean batchNormalised) {
        return new Blueprint(
                10,
                sample,
                4,
                List.of(12, 8),
                kernel,
                1,
                batchNormalised,
                Activation.leakyRelu(0.2),
                Output.TANH,
                Initialisation.normal(0.02));
    }
}
