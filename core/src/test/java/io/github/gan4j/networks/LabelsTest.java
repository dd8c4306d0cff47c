package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.computed;
import static io.github.gan4j.networks.Architectures.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the class of each sample enters and leaves players. */
class LabelsTest {
    private static final int CLASSES = 3;

    @BeforeEach
    void seed() {
        Engine.seed(3);
    }

    static Stream<Arguments> generators_and_places() {
        return Architectures.generators()
                .flatMap(kind -> generatorPlaces(kind).stream().map(place -> Arguments.of(kind, place)));
    }

    private static Set<Labels> generatorPlaces(String kind) {
        return switch (kind) {
            case "perceptron", "dcgan", "upscale" -> EnumSet.of(Labels.NONE, Labels.INPUT, Labels.EVERY_LAYER);
            case "residual", "skip" -> EnumSet.of(Labels.NONE, Labels.INPUT);
            case "dcgan-mnist" -> EnumSet.of(Labels.NONE, Labels.EVERY_LAYER);
            default -> EnumSet.of(Labels.NONE);
        };
    }

    static Stream<Arguments> discriminators_and_places() {
        return Architectures.discriminators()
                .flatMap(kind -> discriminatorPlaces(kind).stream().map(place -> Arguments.of(kind, place)));
    }

    private static Set<Labels> discriminatorPlaces(String kind) {
        return switch (kind) {
            case "perceptron", "dcgan" -> EnumSet.complementOf(EnumSet.of(Labels.AUTO));
            case "residual" -> EnumSet.complementOf(EnumSet.of(Labels.EVERY_LAYER, Labels.AUTO));
            case "dcgan-mnist" -> EnumSet.of(Labels.NONE, Labels.EVERY_LAYER);
            case "noisy-perceptron" -> EnumSet.of(Labels.NONE, Labels.CLASSIFY);
            default -> EnumSet.of(Labels.NONE);
        };
    }

    private static String[] at(Labels place) {
        return place == Labels.NONE ? new String[0] : new String[] {"labels: " + Words.of(place)};
    }

    private static Network generator(String kind, Labels place, int size) {
        GeneratorArchitecture wanted = Architectures.generator(kind, at(place));
        assertThat(wanted.labels()).isEqualTo(place);
        return wanted.network(new GeneratorTask(Architectures.LATENTS, image(size), 1, CLASSES));
    }

    private static Network discriminator(String kind, Labels place, int size, String... settings) {
        String[] all = Stream.concat(Stream.of(at(place)), Stream.of(settings)).toArray(String[]::new);
        DiscriminatorArchitecture wanted = Architectures.discriminator(kind, all);
        assertThat(wanted.labels()).isEqualTo(place);
        return wanted.network(new DiscriminatorTask(image(size), CLASSES, 0));
    }

    @ParameterizedTest
    @MethodSource("generators_and_places")
    void generators_compute_the_shapes_that_their_summaries_tell(String kind, Labels place) {
        for (int size : new int[] {16, 28, 36})
            if (Architectures.fits(kind, size))
                assertThat(computed(generator(kind, place, size), Optional.of(CLASSES), Architectures.LATENTS))
                        .containsExactly(3, size, size);
    }

    @ParameterizedTest
    @MethodSource("discriminators_and_places")
    void discriminators_that_compare_compute_the_shapes_that_their_summaries_tell(String kind, Labels place) {
        String[] compared = Architectures.has(DiscriminatorArchitecture.class, kind, "minibatchDeviation")
                ? new String[] {"minibatchDeviation: true"}
                : new String[0];
        for (int size : new int[] {16, 28, 36})
            if (Architectures.fits(kind, size))
                assertThat(computed(discriminator(kind, place, size, compared), Optional.of(CLASSES), 3, size, size))
                        .containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("discriminators_and_places")
    void the_class_decides_what_a_discriminator_thinks(String kind, Labels place) {
        try (Network network = discriminator(kind, place, 28).allocate(Device.CPU);
                Scope scope = new Scope()) {
            float[] scores = forTwoClasses(network, Tensor.gaussian(1, 3, 28, 28));
            if (place.conditional()) assertThat(scores[0]).isNotEqualTo(scores[1]);
            else assertThat(scores[0]).isEqualTo(scores[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("generators_and_places")
    void the_class_decides_what_a_generator_makes(String kind, Labels place) {
        try (Network network = generator(kind, place, 28).allocate(Device.CPU);
                Scope scope = new Scope()) {
            float[] made = forTwoClasses(network, Tensor.gaussian(1, Architectures.LATENTS));
            int each = made.length / 2;
            boolean same = Arrays.equals(made, 0, each, made, each, 2 * each);
            assertThat(same).isEqualTo(!place.conditional());
        }
    }

    private static float[] forTwoClasses(Network network, Tensor input) {
        Tensor twice = Tensor.concatenated(List.of(input, input), 0);
        Tensor classes = Tensor.ofClasses(new int[] {0, 1}).oneHot(CLASSES);
        return network.apply(twice, Pass.SAMPLING.withLabels(Optional.of(classes)))
                .toFloats();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "residual | every-layer | none, input, auto | none, input, projection, classify, auto",
                "dcgan-mnist | input | none, every-layer | none, every-layer",
            })
    void another_place_is_refused_with_those_that_there_are(String kind, String place, String made, String judged) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.generator(kind, "labels: " + place))
                .withMessage("network.labels must be one of " + made + "; got " + place);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.discriminator(kind, "labels: " + place))
                .withMessage("network.labels must be one of " + judged + "; got " + place);
    }

    @Test
    void a_place_that_is_left_to_the_data_makes_no_network() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator("skip", Labels.AUTO, 28))
                .withMessage("labels must be chosen before there is a network, got auto");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discriminator("dcgan", Labels.AUTO, 28))
                .withMessage("labels must be chosen before there is a network, got auto");
    }

    @Test
    void a_generator_neither_projects_nor_classifies() {
        for (String place : List.of("projection", "classify"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Architectures.generator("dcgan", "labels: " + place))
                    .withMessage("network.labels must be one of none, input, every-layer, auto; got " + place);
    }

    @Test
    void the_noisy_perceptron_is_told_no_class() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.discriminator("noisy-perceptron", "labels: input"))
                .withMessage("network.labels must be one of none, classify; got input");
    }

    @Test
    void a_player_that_is_told_the_class_needs_classes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.made(image(16), "dcgan", "labels: input"))
                .withMessage("labels need classes, got data without any");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.judged(image(16), "dcgan", "labels: projection"))
                .withMessage("labels need classes, got data without any");
    }
}
