package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.computed;
import static io.github.gan4j.networks.Architectures.image;
import static io.github.gan4j.networks.Architectures.judged;
import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generators that start from degraded images, and the discriminators made for them. */
class RestoringTest {
    private static Network restoring(String kind, int channels, int size, int factor, String... settings) {
        return Architectures.generator(kind, settings)
                .network(new GeneratorTask(1, SampleShape.image(channels, size, size), factor, 0));
    }

    @Test
    void these_start_from_degraded_images() {
        assertThat(Variants.of(GeneratorArchitecture.class).words().stream()
                        .filter(kind -> Architectures.generator(kind).restoring()))
                .containsExactly("encoder-decoder", "enlarger", "lapgan", "restorer", "srez");
    }

    @ParameterizedTest
    @CsvSource({
        "restorer, patchwise, 1, 16, 1",
        "restorer, patchwise, 3, 40, 1",
        "enlarger, patchwise, 1, 16, 2",
        "enlarger, patchwise, 3, 36, 4",
        "enlarger, patchwise, 3, 32, 8",
        "encoder-decoder, encoder-decoder, 3, 28, 1",
        "srez, srez, 3, 32, 4",
        "lapgan, lapgan, 3, 32, 2",
    })
    void they_compute_the_shapes_that_their_summaries_tell(
            String generator, String discriminator, int channels, int size, int factor) {
        long small = size / factor;
        assertThat(computed(restoring(generator, channels, size, factor), channels, small, small))
                .containsExactly(channels, size, size);
        assertThat(computed(judged(SampleShape.image(channels, size, size), discriminator), channels, size, size))
                .containsExactly(1);
    }

    @Test
    void a_restorer_starts_as_the_identity_and_takes_oblong_images_too() {
        try (Network restorer = restoring("restorer", 3, 16, 1).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 3, 24, 40);
            assertThat(restorer.apply(image, Pass.SAMPLING).toFloats()).isEqualTo(image.toFloats());
        }
    }

    @Test
    void an_enlarger_starts_as_bicubic_interpolation_and_takes_any_size() {
        try (Network enlarger = restoring("enlarger", 1, 16, 4).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 1, 5, 7);
            assertThat(enlarger.apply(image, Pass.SAMPLING).toFloats())
                    .isEqualTo(Bicubic.enlarged(image, 4).toFloats());
        }
    }

    @Test
    void the_noise_of_lapgan_comes_in_training_only() {
        Engine.seed(1);
        try (Network level = restoring("lapgan", 1, 16, 2).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 1, 8, 8);
            float[] one = level.apply(image, Pass.SAMPLING).toFloats();
            assertThat(level.apply(image, Pass.SAMPLING).toFloats()).isEqualTo(one);
            assertThat(level.apply(image, Pass.TRAINING).toFloats())
                    .isNotEqualTo(level.apply(image, Pass.TRAINING).toFloats());
        }
    }

    @Test
    void srez_has_the_published_channels_at_width_64() {
        assertThat(outputs(restoring("srez", 3, 64, 4, "width: 64"), 3, 16, 16))
                .containsSubsequence(
                        "[256, 16, 16]",
                        "[256, 32, 32]",
                        "[128, 32, 32]",
                        "[128, 64, 64]",
                        "[96, 64, 64]",
                        "[3, 64, 64]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restorer | 32 | 4 | restorer keeps the size of images, got a degradation of factor 4; use enlarger",
                "restorer | 28 | 1 | restorer restores images of multiples of 8 pixels, got 28",
                "enlarger | 32 | 1 | enlarger enlarges by 2, 4 or 8, got a degradation of factor 1; use restorer for none",
                "enlarger | 36 | 8 | enlarger makes images of multiples of 8 pixels, got 36",
                "srez | 32 | 2 | srez enlarges by 4, got a degradation of factor 2",
                "lapgan | 32 | 4 | lapgan enlarges by 2, got a degradation of factor 4",
                "encoder-decoder | 32 | 2 | encoder-decoder keeps the size of images, got a degradation of factor 2; use enlarger",
            })
    void what_cannot_be_restored_is_refused_with_what_can(String kind, int size, int factor, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> restoring(kind, 3, size, factor))
                .withMessage(message);
    }

    @Test
    void they_have_no_place_for_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.generator("restorer", "labels: input"))
                .withMessage("unknown key 'labels' in network; known keys: width, blocks");
    }

    @ParameterizedTest
    @CsvSource({"patchwise", "srez"})
    void the_mean_of_a_map_cannot_tell_generators_apart(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.discriminator(kind).network(new DiscriminatorTask(image(32), 0, 2)))
                .withMessage(kind + " cannot tell generators apart; use perceptron or dcgan");
    }
}
