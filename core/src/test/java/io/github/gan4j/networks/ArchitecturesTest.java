package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.computed;
import static io.github.gan4j.networks.Architectures.image;
import static io.github.gan4j.networks.Architectures.judged;
import static io.github.gan4j.networks.Architectures.made;
import static io.github.gan4j.settings.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Variants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every generator that starts from latents and for every discriminator. */
class ArchitecturesTest {
    /** The dense ones, and srez, which judges images of any size. */
    private static final List<String> ANY_SHAPE = List.of("perceptron", "noisy-perceptron", "maxout", "srez");

    private static final List<Integer> SIZES = List.of(16, 20, 28, 32, 36, 52, 64, 100, 128, 256);

    private static Stream<Arguments> at(Stream<String> kinds, List<Integer> sizes) {
        return kinds.flatMap(kind ->
                sizes.stream().filter(size -> Architectures.fits(kind, size)).map(size -> Arguments.of(kind, size)));
    }

    static Stream<Arguments> generators_and_sizes() {
        return at(Architectures.generators(), SIZES);
    }

    static Stream<Arguments> discriminators_and_sizes() {
        return at(Architectures.discriminators(), SIZES);
    }

    static Stream<Arguments> halving_generators_and_sizes() {
        return at(Stream.of("dcgan", "upscale", "residual", "skip"), List.of(16, 20, 28, 36, 44));
    }

    static Stream<Arguments> halving_discriminators_and_sizes() {
        return at(Stream.of("dcgan", "patchwise", "residual"), List.of(16, 20, 28, 36, 44));
    }

    @Test
    void each_side_has_kinds_of_its_own() {
        assertThat(Variants.of(GeneratorArchitecture.class).words())
                .contains(
                        "dcgan",
                        "dcgan-mnist",
                        "encoder-decoder",
                        "enlarger",
                        "full-convolution",
                        "lapgan",
                        "maxout",
                        "noisy-perceptron",
                        "perceptron",
                        "residual",
                        "skip",
                        "restorer",
                        "srez",
                        "unrolled",
                        "upscale");
        assertThat(Variants.of(DiscriminatorArchitecture.class).words())
                .contains(
                        "dcgan",
                        "dcgan-mnist",
                        "encoder-decoder",
                        "full-convolution",
                        "lapgan",
                        "maxout",
                        "noisy-perceptron",
                        "patchwise",
                        "perceptron",
                        "residual",
                        "srez",
                        "unrolled");
    }

    @ParameterizedTest
    @MethodSource("generators_and_sizes")
    void a_generator_computes_the_shapes_that_its_summary_tells(String kind, int size) {
        assertThat(computed(made(image(size), kind), Architectures.LATENTS)).containsExactly(3, size, size);
    }

    @ParameterizedTest
    @MethodSource("discriminators_and_sizes")
    void a_discriminator_computes_the_shapes_that_its_summary_tells(String kind, int size) {
        assertThat(computed(judged(image(size), kind), 3, size, size)).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("halving_generators_and_sizes")
    void a_generator_starts_from_the_size_that_is_wanted(String kind, int size) {
        Network deep = made(image(size), kind, "coarsest: 4"), flat = made(image(size), kind);
        assertThat(coarsest(deep, Architectures.LATENTS)).isBetween(3L, 4L);
        assertThat(coarsest(flat, Architectures.LATENTS)).isBetween(4L, 7L);
        assertThat(computed(deep, Architectures.LATENTS)).containsExactly(3, size, size);
    }

    @ParameterizedTest
    @MethodSource("halving_discriminators_and_sizes")
    void a_discriminator_halves_to_the_size_that_is_wanted(String kind, int size) {
        Network deep = judged(image(size), kind, "coarsest: 4");
        if (!kind.equals("patchwise")) assertThat(squares(deep, 3, size, size)).containsAnyOf(3L, 4L);
        assertThat(computed(deep, 3, size, size)).containsExactly(1);
    }

    private static long coarsest(Network network, long... input) {
        return squares(network, input).stream().min(Long::compare).orElseThrow();
    }

    /** The sides of the maps that come out of layers. */
    private static List<Long> squares(Network network, long... input) {
        return network.summary(input).layers().stream()
                .filter(layer -> layer.output().length == 3)
                .map(layer -> layer.output()[1])
                .toList();
    }

    @Test
    void sizes_are_halved_and_rounded_up_until_they_are_coarse_enough() {
        assertThat(Sides.halved(28, 7)).containsExactly(28, 14, 7);
        assertThat(Sides.halved(64, 7)).containsExactly(64, 32, 16, 8, 4);
        assertThat(Sides.halved(36, 7)).containsExactly(36, 18, 9, 5);
        assertThat(Sides.halved(28, 4)).containsExactly(28, 14, 7, 4);
        assertThat(Sides.halved(16, 2)).containsExactly(16, 8, 4, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "noisy-perceptron", "maxout"})
    void dense_players_make_and_judge_points_and_images_of_any_size(String kind) {
        SampleShape point = SampleShape.point(2), oblong = SampleShape.image(3, 5, 9);
        assertThat(computed(made(point, kind), Architectures.LATENTS)).containsExactly(2);
        assertThat(computed(judged(point, kind), 2)).containsExactly(1);
        assertThat(computed(made(oblong, kind), Architectures.LATENTS)).containsExactly(3, 5, 9);
        assertThat(computed(judged(oblong, kind), 3, 5, 9)).containsExactly(1);
    }

    static Stream<Arguments> convolutional() {
        return Stream.concat(
                        Architectures.generators().map(kind -> Arguments.of("generator", kind)),
                        Architectures.discriminators().map(kind -> Arguments.of("discriminator", kind)))
                .filter(side -> !ANY_SHAPE.contains(side.get()[1]));
    }

    private static Network player(String side, String kind, SampleShape sample) {
        return side.equals("generator") ? made(sample, kind) : judged(sample, kind);
    }

    @ParameterizedTest
    @MethodSource("convolutional")
    void squares_of_other_sizes_oblong_images_and_points_are_refused(String side, String kind) {
        for (int size : List.of(8, 12, 30, 130, 260))
            refuses(
                    () -> player(side, kind, image(size)),
                    kind + " is for multiples of 4 from 16 to 256 pixels, got " + size);
        refuses(
                () -> player(side, kind, SampleShape.point(2)),
                kind + " is for images, not for a point of 2; use perceptron");
        refuses(
                () -> player(side, kind, SampleShape.image(3, 16, 32)),
                kind + " is for square images, got 32x16; use perceptron or crop to a square");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcgan", "upscale", "residual", "skip", "unrolled"})
    void a_width_that_is_left_open_has_to_be_settled_before_a_network_is_made(String kind) {
        assertThat(Architectures.generator(kind, "width: 0").width()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made(image(16), kind, "width: 0"))
                .withMessage("width must be between 1 and 4096, got 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dcgan | width: -1 | network.width must be between 0 and 4096, got -1",
                "dcgan | kernel: 3 | network.kernel must be 4 or 5, got 3",
                "dcgan | coarsest: 8 | network.coarsest must be between 2 and 7, got 8",
                "dcgan-mnist | width: 0 | network.width must be between 1 and 4096, got 0",
                "residual | blocks: 65 | network.blocks must be between 1 and 64, got 65",
                "perceptron | hidden: [12, 0] | network.hidden must be between 1 and 65536, got 0",
                "perceptron | activation: {leaky-relu: 2} | network.activation.slope must be between 0.0 and 1.0, got 2.0",
                "perceptron | initialisation: {normal: 0} | network.initialisation.std must be above 0 and at most 10, got 0.0",
            })
    void a_wrong_number_is_refused_when_it_is_read(String kind, String setting, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.generator(kind, setting))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.discriminator(kind, setting))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "activation: swish | network.activation must be one of leaky-relu, … ; got swish; did you mean 'relu'?",
                "activation: gelu | network.activation must be one of leaky-relu, … ; got gelu; did you mean 'relu'?",
                "output: clip | network.output must be one of tanh, sigmoid, linear; got clip",
                "initialisation: zero | network.initialisation must be one of he, … ; got zero",
                "normalisation: layer | network.normalisation must be one of batch, none; got layer",
            })
    void unknown_words_are_answered_with_the_known_ones(String setting, String message) {
        refuses(() -> Architectures.generator("dcgan", setting), message);
    }

    @Test
    void an_unknown_kind_is_answered_with_the_known_ones() {
        refuses(
                () -> Architectures.generator("stylegan"),
                "network must be one of dcgan, dcgan-mnist, encoder-decoder, … ; got stylegan");
        refuses(() -> Architectures.discriminator("upscale"), "network must be one of dcgan, … ; got upscale");
    }

    @Test
    void the_numbers_of_a_task_have_limits() {
        SampleShape image = image(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorTask(0, image))
                .withMessage("latents must be between 1 and 65536, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorTask(1, image, 9, 0))
                .withMessage("factor must be between 1 and 8, got 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscriminatorTask(image, 0, 65))
                .withMessage("generators must be between 0 and 64, got 65");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscriminatorTask(image, -1, 0))
                .withMessage("classes must be between 0 and 65536, got -1");
    }
}
