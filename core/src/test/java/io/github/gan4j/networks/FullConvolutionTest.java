package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.SampleShape;
import org.junit.jupiter.api.Test;

class FullConvolutionTest {
    private static final SampleShape DIGIT = SampleShape.image(1, 28, 28);

    @Test
    void it_has_the_layers_that_were_published() {
        Network generator = Architectures.generator("full-convolution", "width: 32", "output: sigmoid")
                .network(new GeneratorTask(100, DIGIT));
        assertThat(outputs(generator, 100))
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
        Network discriminator = Architectures.judged(DIGIT, "full-convolution", "width: 32");
        assertThat(outputs(discriminator, 1, 28, 28))
                .containsSubsequence(
                        "[32, 24, 24]", "[32, 12, 12]", "[32, 8, 8]", "[32, 4, 4]", "[512]", "[256]", "[1]");
    }

    @Test
    void other_sizes_are_refused_and_there_is_no_place_for_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.judged(Architectures.image(64), "full-convolution"))
                .withMessage("full-convolution is for 28x28 pixels, got 64x64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.made(Architectures.image(32), "full-convolution"))
                .withMessage("full-convolution is for 28x28 pixels, got 32x32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.generator("full-convolution", "labels: input"))
                .withMessage("unknown key 'labels' in network; known keys: width, normalisation, activation, output,"
                        + " initialisation");
    }
}
