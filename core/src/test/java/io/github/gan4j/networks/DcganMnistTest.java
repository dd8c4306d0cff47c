package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import org.junit.jupiter.api.Test;

class DcganMnistTest {
    private static final SampleShape DIGIT = SampleShape.image(1, 28, 28);
    private static final String[] PUBLISHED = {"width: 64", "labels: every-layer"};

    private static Network generator() {
        return Architectures.generator("dcgan-mnist", PUBLISHED).network(new GeneratorTask(100, DIGIT, 1, 10));
    }

    private static Network discriminator() {
        return Architectures.discriminator("dcgan-mnist", PUBLISHED).network(new DiscriminatorTask(DIGIT, 10, 0));
    }

    @Test
    void it_has_the_layers_that_were_published() {
        assertThat(outputs(generator(), 100))
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
        assertThat(outputs(discriminator(), 1, 28, 28))
                .containsSubsequence(
                        "[11, 28, 28]",
                        "[11, 14, 14]",
                        "[21, 14, 14]",
                        "[74, 7, 7]",
                        "[3636]",
                        "[1024]",
                        "[1034]",
                        "[1]");
    }

    @Test
    void its_multiply_adds_are_those_published() {
        double million = 1e6;
        assertThat(generator().summary(100).multiplyAdds() / million).isCloseTo(28.9, within(0.1));
        assertThat(discriminator().summary(1, 28, 28).multiplyAdds() / million).isCloseTo(6.2, within(0.1));
    }

    @Test
    void other_sizes_and_the_class_beside_the_input_alone_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.made(Architectures.image(32), "dcgan-mnist"))
                .withMessage("dcgan-mnist is for 28x28 pixels, got 32x32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.judged(Architectures.image(64), "dcgan-mnist"))
                .withMessage("dcgan-mnist is for 28x28 pixels, got 64x64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.generator("dcgan-mnist", "labels: input"))
                .withMessage("network.labels must be one of none, every-layer; got input");
    }
}
