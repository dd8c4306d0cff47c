package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * A network's shape and first parameters; keys that its family does not speak of have no effect.
 *
 * @param family how the layers follow one another
 * @param width channels beside the image, doubled at every halving of the size (all families but
 *     {@code perceptron} and {@code maxout}); 0 leaves the choice to the size of the images and the length of the run
 * @param hidden units of the hidden layers, from first to last ({@code perceptron}, {@code maxout})
 * @param kernel height and width of the convolutions' kernels ({@code dcgan})
 * @param coarsest size in pixels at which networks for images stop halving: 2 to 7
 * @param blocks residual blocks at each size ({@code residual}, {@code restorer}), or all of them ({@code enlarger})
 * @param normalisation what stands between layers and activations
 * @param activation what follows every hidden layer
 * @param slope of {@code leaky-relu} below zero
 * @param output what follows the last layer of a generator; a discriminator ends in a score, which is {@code linear}
 * @param initialisation how weights are drawn at the start
 * @param std standard deviation of the {@code normal} initialisation
 * @param biases whether layers have a bias beside batch normalisation too ({@code dcgan}, {@code upscale})
 * @param labels where the network is told the class of each sample
 * @param minibatchDeviation whether the last layer of a discriminator sees how much the samples of a batch differ
 *     (PGGAN: Karras et al. 2018, arXiv 1710.10196)
 * @param minibatch whether it sees which samples of a batch are alike
 */
public record NetworkPlan(
        @Default("dcgan") Family family,
        @Default("64") int width,
        @Default("[]") List<Integer> hidden,
        @Default("4") int kernel,
        @Default("7") int coarsest,
        @Default("1") int blocks,
        @Default("batch") Normalisation normalisation,
        @Default("relu") Activation activation,
        @Default("0.2") double slope,
        @Default("tanh") Output output,
        @Default("normal") Initialisation initialisation,
        @Default("0.02") double std,
        @Default("false") boolean biases,
        @Default("none") Labels labels,
        @Default("false") boolean minibatchDeviation,
        MinibatchPlan minibatch) {

    /** How the layers follow one another. */
    public enum Family {
        /** Fully connected layers. */
        PERCEPTRON,
        /** The same with noise and weight normalisation (Salimans et al. 2016, arXiv 1606.03498). */
        NOISY_PERCEPTRON,
        /** Strided convolutions and their transposes (Radford et al. 2016, arXiv 1511.06434). */
        DCGAN,
        /** Nearest-neighbour upscaling, each followed by a convolution. */
        UPSCALE,
        /** Residual blocks (after R3GAN: Huang et al. 2024, arXiv 2501.05441). */
        RESIDUAL,
        /** DCGAN as its authors made it for MNIST: 28x28 pixels, with a dense layer. */
        DCGAN_MNIST,
        /** Upscaling and convolutions that let images grow, against pooling and dropout: 28x28 pixels. */
        FULL_CONVOLUTION,
        /** Dense layers, rectified after batch normalisation against maxout (PacGAN: Lin et al. 2018, arXiv 1712.04086). */
        MAXOUT,
        /** Small convolutions of 3x3 (Unrolled GAN: Metz et al. 2017, arXiv 1611.02163, stacked MNIST). */
        UNROLLED,
        /** A U-shaped correction of damaged images of the same size, against a judge of patches. */
        RESTORER,
        /** A correction of small images enlarged 2, 4 or 8 times, against a judge of patches. */
        ENLARGER,
        /** Two halvings and two doublings, as the program denoise_dcgan has them. */
        ENCODER_DECODER,
        /** Residual units and doublings, 4 times as large, as the program srez has them. */
        SREZ,
        /** One level of a Laplacian pyramid, twice as large (LAPGAN: Denton et al. 2015, arXiv 1506.05751). */
        LAPGAN;

        /** Whether generators of this family start from damaged images, not from latents. */
        public boolean isRestoring() {
            return this == RESTORER || this == ENLARGER || this == ENCODER_DECODER || this == SREZ || this == LAPGAN;
        }
    }

    /** What stands between layers and activations. */
    public enum Normalisation {
        BATCH,
        NONE
    }

    /** What follows every hidden layer. */
    public enum Activation {
        RELU,
        LEAKY_RELU,
        TANH,
        SOFTPLUS
    }

    /** What follows the last layer. */
    public enum Output {
        /** To (-1, 1), where images live. */
        TANH,
        /** To (0, 1), then stretched to (-1, 1). */
        SIGMOID,
        /** Nothing: any number. */
        LINEAR
    }

    /** How weights are drawn at the start; biases start at 0 unless told otherwise. */
    public enum Initialisation {
        /** Normal with mean 0 and a given standard deviation (DCGAN's own). */
        NORMAL,
        /** Normal with variance 2 / (inputs + outputs) (Glorot and Bengio 2010). */
        XAVIER,
        /** Normal with variance 2 / inputs (He et al. 2015, arXiv 1502.01852). */
        HE,
        /** The same, with biases from N(0, 0.5²): for inputs of a few numbers, such as points in the plane. */
        HE_SPREAD
    }

    /** Where a network is told the class of each sample. */
    public enum Labels {
        /** Nowhere: classes play no part. */
        NONE,
        /** Beside the input (Mirza and Osindero 2014, arXiv 1411.1784). */
        INPUT,
        /** Beside the input of every layer; not for {@code residual}. */
        EVERY_LAYER,
        /** In the score of a discriminator (Miyato and Koyama 2018, arXiv 1802.05637). */
        PROJECTION,
        /** Not told, but asked of a discriminator: a score for each class (Salimans et al. 2016, arXiv 1606.03498). */
        CLASSIFY
    }

    public NetworkPlan {
        Check.between("width", width, 0, 4096);
        hidden = List.copyOf(hidden);
        Check.between("hidden: the number of layers", hidden.size(), 0, 64);
        hidden.forEach(units -> Check.between("hidden", units, 1, 65_536));
        Check.between("kernel", kernel, 1, 16);
        Check.between("coarsest", coarsest, 2, 7);
        Check.between("blocks", blocks, 1, 64);
        if (family == Family.RESIDUAL && labels == Labels.EVERY_LAYER)
            throw new IllegalArgumentException(
                    "labels of residual must be none, input or (in discriminators) projection, got every-layer");
        Check.between("slope", slope, 0, 1);
        if (!(std > 0 && std <= 10))
            throw new IllegalArgumentException("std must be above 0 and at most 10, got " + std);
    }

    /** Whether a discriminator judges a sample by the rest of its batch, too. */
    public boolean comparing() {
        return minibatchDeviation || minibatch.wanted();
    }

    /** Whether the network is told the class of each sample. */
    public boolean conditional() {
        return labels != Labels.NONE && labels != Labels.CLASSIFY;
    }
}
