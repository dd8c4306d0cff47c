package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * Strided convolutions in the discriminator, strided transposed convolutions in the generator (Radford et al. 2016,
 * arXiv:1511.06434). The size is doubled from a coarsest of 4 to 7 pixels; an odd size on the way (9 between 5 and 18)
 * is reached by doubling and leaving the last row and column out. At 64 pixels, width 64, kernel 4 these are the
 * networks of pytorch/examples, whose first and last layers over 4x4 pixels are written here as the linear maps that
 * they are.
 *
 * <p>With batch normalisation no layer has a bias unless biases are wanted; without it all have one.
 */
public final class Dcgan {
    private static final String NAME = "dcgan";

    private Dcgan() {}

    /** A generator with the paper's activations and first weights, images from tanh. */
    public static Network generator(
            int latents, int width, int size, int channels, int kernel, boolean batchNormalised) {
        return generator(paper(latents, width, size, channels, kernel, batchNormalised, Activation.relu()));
    }

    /** A discriminator with the paper's activations and first weights. */
    public static Network discriminator(int width, int size, int channels, int kernel, boolean batchNormalised) {
        return discriminator(paper(1, width, size, channels, kernel, batchNormalised, Activation.leakyRelu(0.2)));
    }

    private static Blueprint paper(
            int latents,
            int width,
            int size,
            int channels,
            int kernel,
            boolean batchNormalised,
            Activation activation) {
        return new Blueprint(
                latents,
                new SampleShape.Image(channels, size, size),
                width,
                List.of(),
                kernel,
                7,
                1,
                batchNormalised,
                activation,
                Output.TANH,
                Initialisation.normal(0.02),
                false,
                Labels.NONE,
                Closing.PLAIN);
    }

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        requireKernel(wanted.kernel());
        return generator(NAME, wanted, (inputs, outputs, from, to) -> List.of(enlarging(wanted, inputs, outputs, to)));
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        requireKernel(wanted.kernel());
        return discriminator(NAME, wanted, wanted.kernel());
    }

    /** The layers that turn {@code inputs} channels of one size into {@code outputs} channels of the next finer one. */
    @FunctionalInterface
    interface Enlargement {
        List<Network> layers(int inputs, int outputs, int from, int to);
    }

    static Network generator(String family, Blueprint wanted, Enlargement enlargement) {
        List<Integer> sizes = wanted.sizes(family);
        int level = sizes.size() - 1;
        int coarsest = sizes.get(level);
        int channels = wanted.width() << (level - 1);
        Labels labels = wanted.labels();
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        layers.add(new Linear(
                wanted.latents() + labels.atInput(),
                channels * coarsest * coarsest,
                wanted.biased(),
                wanted.initialisation()));
        layers.add(Fixed.reshape(channels, coarsest, coarsest));
        for (; level > 0; level--) {
            layers.addAll(between(wanted, channels));
            layers.addAll(labels.joinedAtLayer());
            int inputs = channels + labels.atLayer();
            int next = level == 1 ? wanted.channels() : channels / 2;
            layers.addAll(enlargement.layers(inputs, next, sizes.get(level), sizes.get(level - 1)));
            channels = next;
        }
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    static Network discriminator(String family, Blueprint wanted, int kernel) {
        List<Integer> sizes = wanted.sizes(family);
        Labels labels = wanted.labels();
        int inputs = wanted.channels() + labels.atInput();
        int channels = wanted.width();
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        for (int level = 1; level < sizes.size(); level++) {
            // One row more at the edge where an odd size is halved and rounded up.
            int padding = kernel == 4 && sizes.get(level - 1) % 2 == 0 ? 1 : 2;
            boolean bias = wanted.biased();
            layers.add(new Convolution(inputs, channels, kernel, 2, padding, 1, bias, wanted.initialisation()));
            layers.addAll(level == 1 ? List.of(wanted.activation().layer()) : between(wanted, channels));
            boolean last = level == sizes.size() - 1;
            if (!last) layers.addAll(labels.joinedAtLayer());
            inputs = channels + (last ? 0 : labels.atLayer());
            channels *= 2;
        }
        int coarsest = sizes.get(sizes.size() - 1);
        layers.addAll(wanted.comparison());
        layers.add(Fixed.flatten());
        layers.addAll(labels.joinedAtLayer());
        int features = (inputs + wanted.compared()) * coarsest * coarsest + labels.atLayer();
        layers.add(wanted.score(features, wanted.biased(), wanted.initialisation()));
        return new Sequence(layers);
    }

    private static Network enlarging(Blueprint wanted, int inputs, int outputs, int to) {
        boolean even = to % 2 == 0;
        int padding = wanted.kernel() == 4 && even ? 1 : 2;
        int extra = wanted.kernel() == 4 ^ even ? 1 : 0;
        boolean bias = wanted.biased();
        return new TransposedConvolution(
                inputs, outputs, wanted.kernel(), 2, padding, extra, bias, wanted.initialisation());
    }

    private static List<Network> between(Blueprint wanted, int channels) {
        Network activation = wanted.activation().layer();
        return wanted.batchNormalised() ? List.of(new BatchNormalisation(channels), activation) : List.of(activation);
    }

    private static void requireKernel(int kernel) {
        if (kernel != 4 && kernel != 5)
            throw new IllegalArgumentException(NAME + " has kernels of 4 or 5, got " + kernel);
    }
}
