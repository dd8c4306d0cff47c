package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFamilyTest {
    static Stream<Arguments> families_and_sizes() {
        return fromLatents().flatMap(family -> Stream.of(16, 20, 28, 32, 36, 52, 64, 100, 128)
                .filter(size -> Blueprints.makes(family, size))
                .map(size -> Arguments.of(family, Blueprints.image(size))));
    }

    /** The families whose generators start from latents. */
    static Stream<NetworkFamily> fromLatents() {
        return NetworkFamily.ALL.stream().filter(family -> !family.restoring());
    }

    static Stream<Blueprint> other_dcgans() {
        return Stream.of(16, 20, 28, 36, 44, 52, 100, 128).flatMap(size -> Stream.of(true, false)
                .map(normalised -> Blueprints.of(new SampleShape.Image(1, size, size), 5, normalised)));
    }

    @ParameterizedTest
    @MethodSource("families_and_sizes")
    void computes_the_shapes_that_its_summary_tells(NetworkFamily family, Blueprint wanted) {
        long[] image = {3, wanted.side("test"), wanted.side("test")};
        assertThat(computed(family.generator(wanted), wanted.latents())).isEqualTo(image);
        assertThat(computed(family.discriminator(wanted), image)).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("other_dcgans")
    void dcgan_has_kernel_5_and_no_normalisation_too(Blueprint wanted) {
        long[] image = {1, wanted.side("test"), wanted.side("test")};
        assertThat(computed(Dcgan.generator(wanted), wanted.latents())).isEqualTo(image);
        assertThat(computed(Dcgan.discriminator(wanted), image)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 28, 36, 44})
    void halving_goes_on_to_the_size_that_is_wanted(int size) {
        Blueprint deep = Blueprints.deep(Blueprints.image(size));
        assertThat(deep.sizes("test").get(deep.sizes("test").size() - 1)).isLessThanOrEqualTo(4);
        for (NetworkFamily family : fromLatents().toList()) {
            if (!Blueprints.makes(family, size)) continue;
            assertThat(computed(family.generator(deep), deep.latents())).containsExactly(3, size, size);
            assertThat(computed(family.discriminator(deep), 3, size, size)).containsExactly(1);
        }
    }

    @Test
    void perceptrons_make_and_judge_points() {
        Blueprint wanted = Blueprints.of(new SampleShape.Point(2));
        NetworkFamily family = NetworkFamily.named("perceptron");
        assertThat(computed(family.generator(wanted), 10)).containsExactly(2);
        assertThat(computed(family.discriminator(wanted), 2)).containsExactly(1);
    }

    @Test
    void perceptrons_make_images_of_any_size() {
        Blueprint wanted = Blueprints.of(new SampleShape.Image(3, 5, 9));
        assertThat(computed(Perceptron.generator(wanted), 10)).containsExactly(3, 5, 9);
        assertThat(computed(Perceptron.discriminator(wanted), 3, 5, 9)).containsExactly(1);
    }

    /** The shape of one sample that comes out, compared layer by layer and in all with the summary. */
    private static long[] computed(Network network, long... inputShape) {
        Summary summary = network.summary(inputShape);
        assertThat(summary.parameters()).isEqualTo(network.learnedCount());
        try (Network allocated = network.allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThat(allocated.learned().count()).isEqualTo(summary.parameters());
            long[] batch = LongStream.concat(LongStream.of(2), Arrays.stream(inputShape))
                    .toArray();
            Tensor out = allocated.apply(Tensor.gaussian(batch), Pass.TRAINING);
            assertThat(out.size(0)).isEqualTo(2);
            assertThat(out.allFinite()).isTrue();
            long[] one = Arrays.copyOfRange(out.shape(), 1, out.shape().length);
            assertThat(summary.shape()).isEqualTo(one);
            return one;
        }
    }

    @Test
    void dcgan_at_64_pixels_has_the_parameters_of_pytorch_examples() {
        assertThat(Dcgan.generator(100, 64, 64, 3, 4, true).learnedCount()).isEqualTo(3_576_704);
        assertThat(Dcgan.discriminator(64, 64, 3, 4, true).learnedCount()).isEqualTo(2_765_568);
    }

    @Test
    void dcgan_at_64_pixels_has_the_layers_of_pytorch_examples() {
        assertThat(outputs(Dcgan.generator(100, 64, 64, 3, 4, true).summary(100)))
                .containsSubsequence("[512, 4, 4]", "[256, 8, 8]", "[128, 16, 16]", "[64, 32, 32]", "[3, 64, 64]");
        assertThat(outputs(Dcgan.discriminator(64, 64, 3, 4, true).summary(3, 64, 64)))
                .containsSubsequence("[64, 32, 32]", "[128, 16, 16]", "[256, 8, 8]", "[512, 4, 4]", "[1]");
    }

    @Test
    void dcgan_at_28_pixels_and_width_16_starts_from_32_channels_of_7x7() {
        assertThat(outputs(Dcgan.generator(100, 16, 28, 1, 4, true).summary(100)))
                .containsSubsequence("[32, 7, 7]", "[16, 14, 14]", "[1, 28, 28]");
    }

    @Test
    void only_normalised_layers_of_dcgan_go_without_a_bias() {
        assertThat(Dcgan.generator(100, 16, 28, 1, 4, true).parameters().keySet())
                .noneMatch(name -> name.endsWith("bias"));
        assertThat(Dcgan.generator(100, 16, 28, 1, 4, false).parameters().keySet())
                .anyMatch(name -> name.endsWith("bias"))
                .noneMatch(name -> name.endsWith("scale"));
    }

    @Test
    void biases_beside_normalisation_are_there_when_they_are_wanted() {
        Blueprint wanted = Blueprints.withBiases(Blueprints.image(16));
        assertThat(computed(Dcgan.discriminator(wanted), 3, 16, 16)).containsExactly(1);
        assertThat(Dcgan.generator(wanted).parameters().keySet())
                .contains("0.bias")
                .anyMatch(name -> name.endsWith("scale"));
    }

    @Test
    void dcgan_mnist_has_the_layers_that_were_published() {
        Blueprint wanted = Blueprints.published(64, new Labels(Labels.Place.EVERY_LAYER, 10));
        assertThat(outputs(DcganMnist.generator(wanted).summary(100)))
                .containsSubsequence(
                        "[110]",
                        "[1024]",
                        "[1034]",
                        "[6272]",
                        "[128, 7, 7]",
                        "[138, 7, 7]",
                        "[128, 14, 14]",
                        "[138, 14, 14]",
                        "[1, 28, 28]");
        assertThat(outputs(DcganMnist.discriminator(wanted).summary(1, 28, 28)))
                .containsSubsequence(
                        "[11, 28, 28]",
                        "[11, 14, 14]",
                        "[21, 14, 14]",
                        "[74, 7, 7]",
                        "[3636]",
                        "[1024]",
                        "[1034]",
                        "[1]");
        double million = 1e6;
        assertThat(DcganMnist.generator(wanted).summary(100).multiplyAdds() / million)
                .isCloseTo(28.9, within(0.1));
        assertThat(DcganMnist.discriminator(wanted).summary(1, 28, 28).multiplyAdds() / million)
                .isCloseTo(6.2, within(0.1));
    }

    @Test
    void full_convolution_has_the_layers_that_were_published() {
        Blueprint wanted = Blueprints.published(32, Labels.NONE);
        assertThat(outputs(FullConvolution.generator(wanted).summary(100)))
                .containsSubsequence(
                        "[4096]",
                        "[256, 4, 4]",
                        "[256, 8, 8]",
                        "[128, 10, 10]",
                        "[128, 20, 20]",
                        "[64, 22, 22]",
                        "[64, 24, 24]",
                        "[32, 26, 26]",
                        "[1, 28, 28]");
        assertThat(outputs(FullConvolution.discriminator(wanted).summary(1, 28, 28)))
                .containsSubsequence(
                        "[32, 24, 24]", "[32, 12, 12]", "[32, 8, 8]", "[32, 4, 4]", "[512]", "[256]", "[1]");
    }

    @Test
    void what_these_two_cannot_make_is_refused() {
        assertThatThrownBy(() -> DcganMnist.generator(Blueprints.image(32)))
                .hasMessage("dcgan-mnist makes 28x28 pixels, got 32x32");
        assertThatThrownBy(() -> FullConvolution.discriminator(Blueprints.image(64)))
                .hasMessage("full-convolution makes 28x28 pixels, got 64x64");
        Labels input = new Labels(Labels.Place.INPUT, 10);
        assertThatThrownBy(() -> DcganMnist.generator(Blueprints.with(Blueprints.image(28), input, false)))
                .hasMessage("dcgan-mnist has labels at every layer or not at all");
        assertThatThrownBy(() -> FullConvolution.generator(Blueprints.with(Blueprints.image(28), input, false)))
                .hasMessage("full-convolution is told no labels; use dcgan or upscale");
    }

    private static List<String> outputs(Summary summary) {
        return summary.layers().stream()
                .map(layer -> Arrays.toString(layer.output()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 30, 132, 256})
    void refuses_sizes_that_it_cannot_make(int size) {
        assertThatThrownBy(() -> NetworkFamily.named("dcgan").generator(Blueprints.image(size)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dcgan makes multiples of 4 from 16 to 128 pixels, got " + size);
    }

    @Test
    void refuses_points_and_oblong_images_where_only_squares_are_possible() {
        assertThatThrownBy(() -> Residual.discriminator(Blueprints.of(new SampleShape.Point(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("residual makes images, not points of 2 numbers; use perceptron");
        assertThatThrownBy(() -> Upscale.generator(Blueprints.of(new SampleShape.Image(3, 16, 32))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("upscale makes square images, got 16x32; use perceptron or crop to a square");
    }

    @Test
    void refuses_other_kernels_and_widths() {
        assertThatThrownBy(() -> Dcgan.generator(100, 16, 28, 1, 3, true))
                .hasMessage("dcgan has kernels of 4 or 5, got 3");
        assertThatThrownBy(() -> Dcgan.generator(100, 0, 28, 1, 4, true))
                .hasMessage("width must be between 1 and 4096, got 0");
    }

    @Test
    void unknown_names_are_answered_with_the_known_ones() {
        assertThatThrownBy(() -> NetworkFamily.named("stylegan"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "unknown network family 'stylegan'; known families: perceptron, noisy-perceptron, dcgan, upscale, residual,"
                                + " dcgan-mnist, full-convolution, maxout, unrolled, restorer, enlarger, encoder-decoder, srez, lapgan");
        assertThatThrownBy(() -> Activation.named("gelu", 0))
                .hasMessage("unknown activation 'gelu'; known activations: relu, leaky-relu, tanh, softplus");
        assertThatThrownBy(() -> Output.named("clip"))
                .hasMessage("unknown output 'clip'; known outputs: tanh, sigmoid, linear");
        assertThatThrownBy(() -> Initialisation.named("zero", 1, 0))
                .hasMessage("unknown initialisation 'zero'; known initialisations: normal, xavier, he, he-spread");
    }
}
