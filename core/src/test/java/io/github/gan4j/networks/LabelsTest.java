package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that are told the class of each sample, and those that compare the samples of a batch. */
class LabelsTest {
    private static final int CLASSES = 3;

    @BeforeEach
    void seed() {
        Engine.seed(3);
    }

    static Stream<Arguments> families_and_places() {
        return NetworkFamilyTest.fromLatents().flatMap(family -> Stream.of(Labels.Place.values())
                .filter(place -> places(family.name()).contains(place))
                .map(place -> Arguments.of(family, place)));
    }

    private static List<Labels.Place> places(String family) {
        return switch (family) {
            case "residual" -> List.of(Labels.Place.NONE, Labels.Place.INPUT, Labels.Place.PROJECTION);
            case "dcgan-mnist" -> List.of(Labels.Place.NONE, Labels.Place.EVERY_LAYER);
            case "noisy-perceptron" -> List.of(Labels.Place.NONE, Labels.Place.CLASSIFY);
            case "full-convolution", "maxout", "unrolled" -> List.of(Labels.Place.NONE);
            default -> List.of(Labels.Place.values());
        };
    }

    private static Labels at(Labels.Place place) {
        return place == Labels.Place.NONE ? Labels.NONE : new Labels(place, CLASSES);
    }

    private static Tensor classes(int... labels) {
        return Tensor.ofClasses(labels).oneHot(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("families_and_places")
    void compute_the_shapes_that_their_summaries_tell(NetworkFamily family, Labels.Place place) {
        for (int size : new int[] {16, 28, 36}) {
            if (!Blueprints.makes(family, size)) continue;
            Blueprint wanted = Blueprints.with(Blueprints.image(size), at(place), true);
            assertThat(computed(family.discriminator(wanted), 3, size, size)).containsExactly(1);
            if (place != Labels.Place.PROJECTION)
                assertThat(computed(family.generator(wanted), wanted.latents())).containsExactly(3, size, size);
        }
    }

    private static long[] computed(Network network, long... inputShape) {
        Summary summary = network.summary(inputShape);
        assertThat(summary.parameters()).isEqualTo(network.learnedCount());
        try (Network allocated = network.allocate(Device.CPU);
                Scope scope = new Scope()) {
            long[] batch = LongStream.concat(LongStream.of(2), Arrays.stream(inputShape))
                    .toArray();
            Tensor out = allocated.apply(Tensor.gaussian(batch), Pass.TRAINING.withLabels(Optional.of(classes(2, 0))));
            assertThat(out.allFinite()).isTrue();
            long[] one = Arrays.copyOfRange(out.shape(), 1, out.shape().length);
            assertThat(summary.shape()).isEqualTo(one);
            return one;
        }
    }

    @ParameterizedTest
    @MethodSource("families_and_places")
    void the_class_decides_what_a_discriminator_thinks(NetworkFamily family, Labels.Place place) {
        Blueprint wanted = Blueprints.with(Blueprints.image(28), at(place), false);
        try (Network network = family.discriminator(wanted).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 3, 28, 28);
            Tensor twice = Tensor.concatenated(List.of(image, image), 0);
            float[] scores = network.apply(twice, Pass.SAMPLING.withLabels(Optional.of(classes(0, 1))))
                    .toFloats();
            boolean untold = place == Labels.Place.NONE || place == Labels.Place.CLASSIFY;
            if (untold) assertThat(scores[0]).isEqualTo(scores[1]);
            else assertThat(scores[0]).isNotEqualTo(scores[1]);
        }
    }

    @Test
    void labels_lie_behind_numbers_and_behind_maps() {
        try (Network joined = new JoinedLabels(CLASSES).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Pass pass = Pass.TRAINING.withLabels(Optional.of(classes(1, 2)));
            assertThat(joined.apply(Tensor.of(new float[] {7, 8}, 2, 1), pass).toFloats())
                    .containsExactly(7, 0, 1, 0, 8, 0, 0, 1);
            assertThat(joined.apply(Tensor.of(new float[] {7, 8, 9, 10}, 2, 1, 1, 2), pass)
                            .toFloats())
                    .containsExactly(7, 8, 0, 0, 1, 1, 0, 0, 9, 10, 0, 0, 0, 0, 1, 1);
        }
    }

    @Test
    void a_projected_score_adds_an_inner_product_with_the_class() {
        Network score = new ProjectedScore(2, CLASSES, true, Initialisation.constant(0));
        try (Network network = score.allocate(Device.CPU);
                Scope scope = new Scope()) {
            // v = (1, 2), b = 3; one column of W for each class: (10, 20), (30, 40), (50, 60)
            network.learned().copyInPlace(Tensor.of(new float[] {1, 2, 3, 10, 30, 50, 20, 40, 60}, 9));
            Tensor features = Tensor.of(new float[] {1, 1, 1, -1}, 2, 2);
            assertThat(network.apply(features, Pass.TRAINING.withLabels(Optional.of(classes(0, 2))))
                            .toFloats())
                    .containsExactly(1 + 2 + 3 + 30, 1 - 2 + 3 - 10);
        }
    }

    @Test
    void a_batch_that_is_all_alike_shows() {
        try (Network compared = new MinibatchDeviation().allocate(Device.CPU);
                Scope scope = new Scope()) {
            float[] values = compared.apply(Tensor.of(new float[] {1, 5, 3, 5}, 2, 2), Pass.TRAINING)
                    .toFloats();
            // deviations 1 and 0 (a hair more), 0.5 on average
            assertThat(values[2]).isEqualTo(values[5]).isCloseTo(0.5f, org.assertj.core.api.Assertions.within(1e-3f));
            assertThat(compared.apply(Tensor.filled(4, 2, 3, 2, 2), Pass.TRAINING)
                            .shape())
                    .containsExactly(2, 4, 2, 2);
        }
    }

    @Test
    void dropout_leaves_out_a_share_in_training_only() {
        try (Network dropout = new Dropout(0.25).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor ones = Tensor.filled(1, 100, 100);
            float[] left = dropout.apply(ones, Pass.TRAINING).toFloats();
            int out = 0;
            for (float number : left) {
                if (number == 0) out++;
                else assertThat(number).isEqualTo(1 / 0.75f);
            }
            assertThat(out).isBetween(2300, 2700);
            assertThat(dropout.apply(ones, Pass.SAMPLING)).isSameAs(ones);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Dropout(1))
                    .withMessage("dropout must be at least 0 and below 1, got 1.0");
        }
    }

    static Stream<Network> layers() {
        Initialisation wide = Initialisation.normal(0.7);
        return Stream.of(
                new Sequence(List.of(new JoinedLabels(CLASSES), new Linear(4 + CLASSES, 2, wide), Fixed.tanh())),
                new ProjectedScore(4, CLASSES, true, wide),
                new Sequence(List.of(new MinibatchDeviation(), new Linear(5, 2, wide), Fixed.tanh())),
                new Sequence(
                        List.of(Fixed.reshape(1, 2, 2), Fixed.greatest(2), Fixed.flatten(), new Linear(1, 2, wide))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void slopes_are_those_of_finite_differences(Network layer) {
        try (Network network = layer.allocate(Device.CPU);
                Scope scope = new Scope()) {
            Pass pass = Pass.TRAINING.withLabels(Optional.of(classes(0, 2, 1)));
            FiniteDifferences.compare(network, Tensor.gaussian(3, 4), pass);
        }
    }

    @Test
    void a_class_that_is_not_told_or_of_another_kind_is_refused() {
        try (Network joined = new JoinedLabels(CLASSES).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor input = Tensor.gaussian(2, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> joined.apply(input, Pass.TRAINING))
                    .withMessage("this network asks for the class of each sample (3 numbers), got none");
            Pass five = Pass.TRAINING.withLabels(Optional.of(Tensor.zeros(2, 5)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> joined.apply(input, five))
                    .withMessage("this network asks for the class of each sample in 3 numbers, got 5");
        }
    }

    @Test
    void residual_networks_are_not_told_at_every_layer() {
        Blueprint wanted = Blueprints.with(Blueprints.image(16), at(Labels.Place.EVERY_LAYER), false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Residual.generator(wanted))
                .withMessage("residual has labels at the input or by projection, not at every layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labels(Labels.Place.INPUT, 0))
                .withMessage("classes must be between 1 and 65536, got 0");
    }
}
