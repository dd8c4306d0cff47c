package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * A generator in the manner of StyleGAN2's skip generator (Karras et al. 2020, arXiv:1912.04958, section 4.2), small enough for
 * a processor. The image is the sum of what every size adds to it. All convolutions are 3x3, at the coarser of two sizes, and
 * what comes out is enlarged by bilinear interpolation, so that no strided layer leaves a grid (Odena et al. 2016,
 * "Deconvolution and Checkerboard Artifacts"); one more is at the size of the image.
 */
public final class Skip {
    /** The most channels of a layer, unless the width itself is more. */
    static final int MOST = 512;

    private static final String NAME = "skip";

    private Skip() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels at half the size of the image, doubled at every halving of the size up to 512, and
     *     half as many at the size itself; 0 leaves the choice to the size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations
     * @param modulation whether latents and class scale and move the channels of every layer (self-modulation: Chen et al.
     *     2019, arXiv:1810.01365)
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param labels where the class enters: none, input (beside the latents) or auto
     */
    public record Generator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("true") boolean modulation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
            Check.between("coarsest", coarsest, 2, 7);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.AUTO);
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = Sides.halved(task.side(NAME), coarsest);
            return new SkipGenerator(this, task, sides);
        }

        /** Channels at the image's size halved {@code level} times. */
        int channels(int level) {
            if (level == 0) return Math.max(1, width / 2);
            return (int) Math.min((long) width << (level - 1), Math.max(MOST, width));
        }
    }
}
