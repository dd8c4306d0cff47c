package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * DCGAN's generator with every transposed convolution replaced by nearest-neighbour enlargement and a 3x3 convolution,
 * which leaves no checkerboard (Odena et al. 2016, "Deconvolution and Checkerboard Artifacts").
 */
public final class Upscale {
    private static final String NAME = "upscale";

    private Upscale() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels of the layer beside the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param biases whether layers have a bias beside batch normalisation, too
     * @param labels where the class enters: none, input, every-layer or auto
     */
    public record Generator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default("false") boolean biases,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
            Check.between("coarsest", coarsest, 2, 7);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.EVERY_LAYER, Labels.AUTO);
        }

        @Override
        public Network network(GeneratorTask task) {
            var otherwise = new Dcgan.Generator(
                    width, 4, coarsest, normalisation, activation, output, initialisation, biases, labels);
            boolean biased = biases || normalisation == Normalisation.NONE;
            Initialisation first = initialisation.before(activation);
            return Dcgan.upwards(
                    NAME,
                    otherwise,
                    task,
                    (inputs, outputs, to) -> List.of(
                            Fixed.resizeNearest(to), new Convolution(inputs, outputs, 3, 1, 1, 1, biased, first)));
        }
    }
}
