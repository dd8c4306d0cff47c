package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The small players of Unrolled GAN's stacked MNIST (Metz et al. 2017, arXiv:1611.02163, appendix F): convolutions of
 * 3x3 that halve the size down to 4 pixels at width, twice and four times the width; transposed ones that double it,
 * from eight times the width at 4 pixels, and a last convolution at the size of the image. At 28 pixels, width 8 makes
 * the published generator, and width 2 its discriminator of a quarter size.
 */
public final class Unrolled {
    private static final String NAME = "unrolled";
    private static final int COARSEST = 4;

    private Unrolled() {}

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        List<Integer> sizes = sizes(wanted);
        int level = sizes.size() - 1;
        int channels = wanted.width() << level;
        int coarsest = sizes.get(level);
        List<Network> layers = new ArrayList<>();
        boolean bias = !wanted.batchNormalised();
        layers.add(new Linear(wanted.latents(), channels * coarsest * coarsest, bias, wanted.initialisation()));
        layers.add(Fixed.reshape(channels, coarsest, coarsest));
        layers.addAll(after(wanted, channels));
        for (level--; level >= 0; level--) {
            int extra = sizes.get(level) % 2 == 0 ? 1 : 0;
            layers.add(
                    new TransposedConvolution(channels, channels / 2, 3, 2, 1, extra, bias, wanted.initialisation()));
            channels /= 2;
            layers.addAll(after(wanted, channels));
        }
        layers.add(new Convolution(channels, wanted.channels(), 3, 1, 1, 1, true, wanted.initialisation()));
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        List<Integer> sizes = sizes(wanted);
        List<Network> layers = new ArrayList<>();
        int inputs = wanted.channels(), outputs = wanted.width();
        for (int level = 1; level < sizes.size(); level++) {
            boolean bias = !wanted.batchNormalised();
            layers.add(new Convolution(inputs, outputs, 3, 2, 1, 1, bias, wanted.initialisation()));
            layers.addAll(after(wanted, outputs));
            inputs = outputs;
            outputs *= 2;
        }
        int coarsest = sizes.get(sizes.size() - 1);
        layers.addAll(wanted.comparison());
        layers.add(Fixed.flatten());
        layers.add(wanted.score((inputs + wanted.compared()) * coarsest * coarsest, true, wanted.initialisation()));
        return new Sequence(layers);
    }

    private static List<Integer> sizes(Blueprint wanted) {
        if (wanted.labels().place() != Labels.Place.NONE)
            throw new IllegalArgumentException(NAME + " is told no labels; use dcgan");
        return Halvings.of(wanted.side(NAME), COARSEST);
    }

    private static List<Network> after(Blueprint wanted, int channels) {
        Network activation = wanted.activation().layer();
        return wanted.batchNormalised() ? List.of(new BatchNormalisation(channels), activation) : List.of(activation);
    }
}
