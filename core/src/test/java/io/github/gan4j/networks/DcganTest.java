package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.computed;
import static io.github.gan4j.networks.Architectures.image;
import static io.github.gan4j.networks.Architectures.judged;
import static io.github.gan4j.networks.Architectures.made;
import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DcganTest {
    private static Network generator(int width, int channels, int size, Normalisation normalisation) {
        return new Dcgan.Generator(width, 4, normalisation)
                .network(new GeneratorTask(100, SampleShape.image(channels, size, size)));
    }

    private static Network discriminator(int width, int channels, int size) {
        return new Dcgan.Discriminator(width, 4, Normalisation.BATCH)
                .network(new DiscriminatorTask(SampleShape.image(channels, size, size)));
    }

    static Stream<Arguments> sizes_and_normalisations() {
        return Stream.of(16, 20, 28, 36, 44, 52, 100, 128).flatMap(size -> Stream.of(Normalisation.values())
                .map(normalisation -> Arguments.of(size, normalisation)));
    }

    @ParameterizedTest
    @MethodSource("sizes_and_normalisations")
    void kernels_of_5_and_no_normalisation_go_with_every_size(int size, Normalisation normalisation) {
        SampleShape grey = SampleShape.image(1, size, size);
        Network generator = new Dcgan.Generator(4, 5, normalisation).network(new GeneratorTask(10, grey));
        assertThat(computed(generator, 10)).containsExactly(1, size, size);
        Network discriminator = new Dcgan.Discriminator(4, 5, normalisation).network(new DiscriminatorTask(grey));
        assertThat(computed(discriminator, 1, size, size)).containsExactly(1);
    }

    @Test
    void at_64_pixels_it_has_the_parameters_of_pytorch_examples() {
        assertThat(generator(64, 3, 64, Normalisation.BATCH).learnedCount()).isEqualTo(3_576_704);
        assertThat(discriminator(64, 3, 64).learnedCount()).isEqualTo(2_765_568);
    }

    @Test
    void at_64_pixels_it_has_the_layers_of_pytorch_examples() {
        assertThat(outputs(generator(64, 3, 64, Normalisation.BATCH), 100))
                .containsSubsequence("[512, 4, 4]", "[256, 8, 8]", "[128, 16, 16]", "[64, 32, 32]", "[3, 64, 64]");
        assertThat(outputs(discriminator(64, 3, 64), 3, 64, 64))
                .containsSubsequence("[64, 32, 32]", "[128, 16, 16]", "[256, 8, 8]", "[512, 4, 4]", "[1]");
    }

    @Test
    void multiply_adds_at_64_pixels_are_those_published() {
        double million = 1e6;
        Network generator = generator(64, 3, 64, Normalisation.BATCH);
        assertThat(generator.summary(100).multiplyAdds() / million).isCloseTo(104.6, within(0.1));
        assertThat(discriminator(64, 3, 64).summary(3, 64, 64).multiplyAdds() / million)
                .isCloseTo(103.8, within(0.1));
    }

    @Test
    void at_28_pixels_and_width_16_it_starts_from_32_channels_of_7x7() {
        assertThat(outputs(generator(16, 1, 28, Normalisation.BATCH), 100))
                .containsSubsequence("[32, 7, 7]", "[16, 14, 14]", "[1, 28, 28]");
    }

    @Test
    void only_normalised_layers_go_without_a_bias() {
        assertThat(generator(16, 1, 28, Normalisation.BATCH).parameters().keySet())
                .noneMatch(name -> name.endsWith("bias"));
        assertThat(generator(16, 1, 28, Normalisation.NONE).parameters().keySet())
                .anyMatch(name -> name.endsWith("bias"))
                .noneMatch(name -> name.endsWith("scale"));
    }

    @Test
    void biases_beside_normalisation_are_there_when_they_are_wanted() {
        assertThat(computed(judged(image(16), "dcgan", "biases: true"), 3, 16, 16))
                .containsExactly(1);
        assertThat(made(image(16), "dcgan", "biases: true").parameters().keySet())
                .contains("0.bias")
                .anyMatch(name -> name.endsWith("scale"));
    }

    @Test
    void kernels_are_of_4_or_5() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dcgan.Generator(16, 3, Normalisation.BATCH))
                .withMessage("kernel must be 4 or 5, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dcgan.Discriminator(16, 6, Normalisation.BATCH))
                .withMessage("kernel must be 4 or 5, got 6");
    }

    @Test
    void upscale_has_its_channels_but_no_transposed_convolution() {
        Network upscale = made(image(32), "upscale", "width: 16");
        assertThat(outputs(upscale, 10))
                .containsSubsequence("[64, 4, 4]", "[64, 8, 8]", "[32, 8, 8]", "[16, 16, 16]", "[3, 32, 32]");
        assertThat(upscale.summary(10).table()).doesNotContain("transposed").contains("convolution 3x3");
    }
}
