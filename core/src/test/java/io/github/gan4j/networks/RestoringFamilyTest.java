package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
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

class RestoringFamilyTest {
    static Stream<Arguments> families_channels_sizes_and_factors() {
        return Stream.of(
                Arguments.of("restorer", 1, 16, 1),
                Arguments.of("restorer", 3, 40, 1),
                Arguments.of("enlarger", 1, 16, 2),
                Arguments.of("enlarger", 3, 36, 4),
                Arguments.of("enlarger", 3, 32, 8),
                Arguments.of("encoder-decoder", 3, 28, 1),
                Arguments.of("srez", 3, 32, 4),
                Arguments.of("lapgan", 3, 32, 2));
    }

    @ParameterizedTest
    @MethodSource("families_channels_sizes_and_factors")
    void computes_the_shapes_that_its_summary_tells(String family, int channels, int size, int factor) {
        Blueprint wanted = Blueprints.restored(channels, size, factor);
        NetworkFamily named = NetworkFamily.named(family);
        assertThat(named.restoring()).isTrue();
        assertThat(computed(named.generator(wanted), channels, size / factor, size / factor))
                .containsExactly(channels, size, size);
        assertThat(computed(named.discriminator(wanted), channels, size, size)).containsExactly(1);
    }

    private static long[] computed(Network network, long... inputShape) {
        Summary summary = network.summary(inputShape);
        assertThat(summary.parameters()).isEqualTo(network.learnedCount());
        try (Network allocated = network.allocate(Device.CPU);
                Scope scope = new Scope()) {
            long[] batch = LongStream.concat(LongStream.of(2), Arrays.stream(inputShape))
                    .toArray();
            Tensor out = allocated.apply(Tensor.gaussian(batch), Pass.TRAINING);
            assertThat(out.allFinite()).isTrue();
            long[] one = Arrays.copyOfRange(out.shape(), 1, out.shape().length);
            assertThat(summary.shape()).isEqualTo(one);
            return one;
        }
    }

    @Test
    void a_restorer_starts_as_the_identity_and_takes_oblong_images_too() {
        try (Network restorer =
                        Restorer.generator(Blueprints.restored(3, 16, 1)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 3, 24, 40);
            assertThat(restorer.apply(image, Pass.SAMPLING).toFloats()).isEqualTo(image.toFloats());
        }
    }

    @Test
    void an_enlarger_starts_as_bicubic_interpolation_and_takes_any_size() {
        try (Network enlarger =
                        Enlarger.generator(Blueprints.restored(1, 16, 4)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 1, 5, 7);
            assertThat(enlarger.apply(image, Pass.SAMPLING).toFloats())
                    .isEqualTo(Bicubic.enlarged(image, 4).toFloats());
        }
    }

    @Test
    void the_noise_of_lapgan_comes_in_training_only() {
        Engine.seed(1);
        try (Network level = Lapgan.generator(Blueprints.restored(1, 16, 2)).allocate(Device.CPU);
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
        Blueprint small = Blueprints.restored(3, 64, 4);
        List<String> outputs = Srez.generator(Blueprints.wide(small, 64)).summary(3, 16, 16).layers().stream()
                .map(layer -> Arrays.toString(layer.output()))
                .toList();
        assertThat(outputs)
                .containsSubsequence(
                        "[256, 16, 16]",
                        "[256, 32, 32]",
                        "[128, 32, 32]",
                        "[128, 64, 64]",
                        "[96, 64, 64]",
                        "[3, 64, 64]");
    }

    @Test
    void what_a_family_cannot_restore_is_refused_with_what_can() {
        assertThatThrownBy(() -> Restorer.generator(Blueprints.restored(3, 32, 4)))
                .hasMessage("restorer keeps the size of images, got damage of factor 4; use enlarger");
        assertThatThrownBy(() -> Restorer.generator(Blueprints.restored(3, 28, 1)))
                .hasMessage("restorer mends images of multiples of 8 pixels, got 28");
        assertThatThrownBy(() -> Enlarger.generator(Blueprints.restored(3, 32, 1)))
                .hasMessage("enlarger enlarges by 2, 4 or 8, got damage of factor 1; use restorer for none");
        assertThatThrownBy(() -> Srez.generator(Blueprints.restored(3, 32, 2)))
                .hasMessage("srez enlarges by 4, got damage of factor 2");
        assertThatThrownBy(() -> Lapgan.generator(Blueprints.restored(3, 32, 4)))
                .hasMessage("lapgan enlarges by 2, got damage of factor 4");
        assertThatThrownBy(() -> EncoderDecoder.generator(Blueprints.restored(3, 32, 2)))
                .hasMessage("encoder-decoder keeps the size of images, got damage of factor 2; use enlarger");
        assertThatThrownBy(() -> Restorer.generator(
                        Blueprints.with(Blueprints.restored(1, 16, 1), new Labels(Labels.Place.INPUT, 2), false)))
                .hasMessage("restorer is told no labels; use dcgan or upscale");
    }

    @Test
    void shuffling_there_and_back_changes_nothing() {
        try (Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(2, 3, 8, 12);
            Tensor there = Fixed.gathered(2).apply(image, Pass.SAMPLING);
            assertThat(there.shape()).containsExactly(2, 12, 4, 6);
            assertThat(Fixed.spread(2).apply(there, Pass.SAMPLING).toFloats()).isEqualTo(image.toFloats());
            assertThat(image.mean().value()).isCloseTo(there.mean().value(), within(1e-6f));
        }
    }
}
