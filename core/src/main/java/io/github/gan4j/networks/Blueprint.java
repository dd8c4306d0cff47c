package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link NetworkFamily} needs to know to compose a network. A family takes what it speaks of and leaves the rest.
 *
 * @param latents how many numbers a generator starts from, 1 to 65536; a discriminator has no use for it
 * @param sample what a generator makes and a discriminator judges
 * @param width channels of the layer beside the image; the families for images double it at every halving of the size
 * @param hidden units of the hidden layers, from first to last (perceptron)
 * @param kernel height and width of the kernels that change the size, 4 or 5 (dcgan)
 * @param coarsest size at which a network for images stops halving, or starts doubling: 4 to 7
 * @param blocks residual blocks at each size, 1 to 64 (residual)
 * @param batchNormalised whether batch normalisation stands between layers and activations (dcgan, upscale)
 * @param activation what follows every hidden layer (residual has its own)
 * @param output what follows the last layer of a generator; scores are left as they are
 * @param initialisation how weights start (residual has its own)
 * @param biases whether layers have a bias beside batch normalisation too (dcgan, upscale)
 * @param labels where the network is told the class of each sample
 * @param closing what stands at the end of a discriminator beside its score
 * @param factor how many times longer the sides of a sample are than those of the image that a restoring generator
 *     starts from, 1 to 8; 1 for the others
 */
public record Blueprint(
        int latents,
        SampleShape sample,
        int width,
        List<Integer> hidden,
        int kernel,
        int coarsest,
        int blocks,
        boolean batchNormalised,
        Activation activation,
        Output output,
        Initialisation initialisation,
        boolean biases,
        Labels labels,
        Closing closing,
        int factor) {
    public Blueprint {
        Check.between("factor", factor, 1, 8);
        Check.between("latents", latents, 1, 65_536);
        Check.between("width", width, 1, 4096);
        Check.between("coarsest", coarsest, 2, 7);
        Check.between("blocks", blocks, 1, 64);
        hidden = List.copyOf(hidden);
        hidden.forEach(units -> Check.between("hidden units", units, 1, 65_536));
    }

    /** For a generator that starts from latents, and for any discriminator. */
    public Blueprint(
            int latents,
            SampleShape sample,
            int width,
            List<Integer> hidden,
            int kernel,
            int coarsest,
            int blocks,
            boolean batchNormalised,
            Activation activation,
            Output output,
            Initialisation initialisation,
            boolean biases,
            Labels labels,
            Closing closing) {
        this(
                latents,
                sample,
                width,
                hidden,
                kernel,
                coarsest,
                blocks,
                batchNormalised,
                activation,
                output,
                initialisation,
                biases,
                labels,
                closing,
                1);
    }

    /** The side of the square images that are wanted, for a family that makes nothing else. */
    int side(String family) {
        if (!(sample instanceof SampleShape.Image image))
            throw new IllegalArgumentException(family + " makes images, not " + sample + "; use perceptron");
        if (image.height() != image.width())
            throw new IllegalArgumentException("%s makes square images, got %dx%d; use perceptron or crop to a square"
                    .formatted(family, image.height(), image.width()));
        if (image.height() % 4 != 0 || image.height() < 16 || image.height() > 128)
            throw new IllegalArgumentException(
                    family + " makes multiples of 4 from 16 to 128 pixels, got " + image.height());
        return image.height();
    }

    /** That no class is told, for a family that has no place for it. */
    void requireUntold(String family) {
        if (labels.place() != Labels.Place.NONE)
            throw new IllegalArgumentException(family + " is told no labels; use dcgan or upscale");
    }

    /** The sizes that an image passes through, from its own to the coarsest. */
    List<Integer> sizes(String family) {
        return Halvings.of(side(family), coarsest);
    }

    /** Whether layers that may stand beside a normalisation have a bias. */
    boolean biased() {
        return biases || !batchNormalised;
    }

    /** What a discriminator of maps or rows sees of its batch before its last layers. */
    List<Network> comparison() {
        return closing.deviation() ? List.of(new MinibatchDeviation()) : List.of();
    }

    /** How many numbers or maps {@link #comparison} adds. */
    int compared() {
        return closing.deviation() ? 1 : 0;
    }

    /** The end of a discriminator: {@code [batch, features]} to scores {@code [batch, 1]}, and what is wanted beside them. */
    Network score(int features, boolean withBias, Initialisation first) {
        List<Network> layers = new ArrayList<>();
        closing.kernels().ifPresent(kernels -> layers.add(new MinibatchDiscrimination(features, kernels)));
        int seen = features
                + closing.kernels().map(MinibatchDiscrimination.Kernels::count).orElse(0);
        Network score = labels.score(seen, withBias, first);
        layers.add(closing.origins() == 0 ? score : new OriginScore(score, seen, closing.origins(), first));
        return layers.size() == 1 ? layers.get(0) : new Sequence(layers);
    }

    /** That nothing but a score is wanted, for a family that has an end of its own. */
    void requirePlainScore(String family) {
        if (closing.kernels().isPresent())
            throw new IllegalArgumentException(family + " has no minibatch discrimination; use perceptron or dcgan");
        if (closing.origins() > 0)
            throw new IllegalArgumentException(family + " tells no generators apart; use perceptron or dcgan");
    }

    /** The channels of the images that are wanted. */
    int channels() {
        return ((SampleShape.Image) sample).channels();
    }
}
