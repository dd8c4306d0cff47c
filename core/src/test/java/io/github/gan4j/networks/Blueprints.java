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
                7,
                1,
                batchNormalised,
                Activation.leakyRelu(0.2),
                Output.TANH,
                Initialisation.normal(0.02),
                false,
                Labels.NONE,
                Closing.PLAIN);
    }

    /** With one more layer where the size allows: down to 4 pixels. */
    static Blueprint deep(Blueprint plain) {
        return changed(plain, 4, plain.biases(), plain.labels(), plain.closing());
    }

    /** Told the class of each sample, or comparing the samples of a batch, or both. */
    static Blueprint with(Blueprint plain, Labels labels, boolean minibatchDeviation) {
        return changed(plain, plain.coarsest(), plain.biases(), labels, Closing.ofDeviation(minibatchDeviation));
    }

    /** With another end of the discriminator. */
    static Blueprint with(Blueprint plain, Closing closing) {
        return changed(plain, plain.coarsest(), plain.biases(), plain.labels(), closing);
    }

    /** With biases beside batch normalisation too. */
    static Blueprint withBiases(Blueprint plain) {
        return changed(plain, plain.coarsest(), true, plain.labels(), plain.closing());
    }

    private static Blueprint changed(Blueprint plain, int coarsest, boolean biases, Labels labels, Closing closing) {
        return new Blueprint(
                plain.latents(),
                plain.sample(),
                plain.width(),
                plain.hidden(),
                plain.kernel(),
                coarsest,
                plain.blocks(),
                plain.batchNormalised(),
                plain.activation(),
                plain.output(),
                plain.initialisation(),
                biases,
                labels,
                closing,
                plain.factor());
    }

    /** Grey digits from 100 latents with the widths that programs for MNIST were published with. */
    static Blueprint published(int width, Labels labels) {
        return new Blueprint(
                100,
                new SampleShape.Image(1, 28, 28),
                width,
                List.of(),
                4,
                7,
                1,
                true,
                Activation.relu(),
                Output.SIGMOID,
                Initialisation.normal(0.02),
                false,
                labels,
                Closing.PLAIN);
    }

    /** Images of this size restored from images of a part of their side. */
    static Blueprint restored(int channels, int size, int factor) {
        return restored(channels, size, factor, 4);
    }

    /** The same with so many channels. */
    static Blueprint wide(Blueprint plain, int width) {
        return restored(plain.channels(), plain.side("test"), plain.factor(), width);
    }

    private static Blueprint restored(int channels, int size, int factor, int width) {
        return new Blueprint(
                1,
                new SampleShape.Image(channels, size, size),
                width,
                List.of(),
                4,
                7,
                1,
                true,
                Activation.leakyRelu(0.2),
                Output.LINEAR,
                Initialisation.normal(0.02),
                false,
                Labels.NONE,
                Closing.PLAIN,
                factor);
    }

    /** Whether a family makes images of this size at all. */
    static boolean makes(NetworkFamily family, int size) {
        return size == 28 || !List.of("dcgan-mnist", "full-convolution").contains(family.name());
    }
}
