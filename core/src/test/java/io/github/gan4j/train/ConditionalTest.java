package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Augmentation.DiffAugment;
import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.Normalisation;
import io.github.gan4j.networks.Output;
import io.github.gan4j.networks.Perceptron;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings of class-conditional players. */
class ConditionalTest {
    private static final int LATENTS = 4;
    private static final int STEPS = 700;

    private static Trainings points(Labels generator, Labels discriminator, int perView) {
        List<Integer> hidden = List.of(32, 32);
        Activation leaky = new Activation.LeakyRelu(0.2);
        var makes = new Perceptron.Generator(hidden, leaky, Output.LINEAR, new Initialisation.He(), generator);
        var judges = new Perceptron.Discriminator(
                hidden, leaky, new Initialisation.He(), discriminator, true, Optional.empty());
        return Trainings.line()
                .with(new TwoClasses())
                .with(
                        () -> makes.network(new GeneratorTask(LATENTS, SampleShape.point(1), 1, 2)),
                        () -> judges.network(new DiscriminatorTask(SampleShape.point(perView), 2 * perView, 0)));
    }

    private static Trainings strokes() {
        Activation leaky = new Activation.LeakyRelu(0.2);
        Initialisation first = Initialisation.normal(0.02);
        var makes =
                new Dcgan.Generator(4, 4, 7, Normalisation.BATCH, leaky, Output.TANH, first, false, Labels.EVERY_LAYER);
        var judges = new Dcgan.Discriminator(
                4, 4, 7, Normalisation.BATCH, leaky, first, false, Labels.PROJECTION, true, Optional.empty());
        return Trainings.images()
                .with(
                        () -> makes.network(new GeneratorTask(8, SampleShape.image(1, 16, 16), 1, 10)),
                        () -> judges.network(new DiscriminatorTask(SampleShape.image(2, 16, 16), 20, 0)))
                .with(new DiffAugment(List.of(DiffAugment.Policy.values())), new Augmentation.Packing(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Labels.class,
            names = {"INPUT", "EVERY_LAYER", "PROJECTION"})
    void each_class_is_learned_for_itself(Labels place) throws IOException {
        Labels generator = place == Labels.PROJECTION ? Labels.INPUT : place;
        assertLearned(points(generator, place, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Labels.class,
            names = {"EVERY_LAYER", "PROJECTION"})
    void each_class_is_learned_in_packs_of_any_classes(Labels place) throws IOException {
        assertLearned(points(Labels.INPUT, place, 2).with(new Augmentation.Packing(2)));
    }

    private static void assertLearned(Trainings recipe) throws IOException {
        try (Training training = recipe.of(1, STEPS)) {
            training.run(new Listener() {});
            for (int label = 0; label < 2; label++) {
                float[] made = made(training, label, 2000);
                double mean = 0, square = 0;
                for (float value : made) mean += value / made.length;
                for (float value : made) square += (value - mean) * (value - mean) / made.length;
                double wanted = label == 0 ? -TwoClasses.CENTRE : TwoClasses.CENTRE;
                assertThat(mean).as("mean of class " + label).isCloseTo(wanted, within(0.4));
                assertThat(Math.sqrt(square)).as("deviation of class " + label).isBetween(0.2, 1.0);
            }
        }
    }

    private static float[] made(Training training, int label, int count) {
        Random random = new Random(7);
        float[] latents = new float[LATENTS * count];
        for (int i = 0; i < latents.length; i++) latents[i] = (float) random.nextGaussian();
        float[] rows = new float[2 * count];
        for (int i = 0; i < count; i++) rows[2 * i + label] = 1;
        return training.sampler(0).samples(latents, new long[] {LATENTS}, Optional.of(rows));
    }

    static Stream<Arguments> recipes() {
        return Stream.of(
                Arguments.of(Named.of("points", points(Labels.EVERY_LAYER, Labels.INPUT, 1))),
                Arguments.of(Named.of("packed images, changed at random, compared, in bf16", strokes())));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_resumed_training_ends_with_the_bits_of_one_that_was_never_interrupted(Trainings recipe) throws IOException {
        Snapshot whole = played(recipe, 10), half = played(recipe, 5);
        try (Training second = recipe.of(99, 10)) {
            half.restore(second);
            second.run(new Listener() {});
            assertThat(Snapshot.of(second).tensors()).isEqualTo(whole.tensors());
        }
    }

    private static Snapshot played(Trainings recipe, int steps) throws IOException {
        try (Training training = recipe.of(1, steps)) {
            training.run(new Listener() {});
            return Snapshot.of(training);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void no_step_from_10_to_100_adds_a_native_object(Trainings recipe) throws IOException {
        long before = Pointer.totalCount();
        List<Long> counts = new ArrayList<>();
        try (Training training = recipe.of(1, 100)) {
            training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() >= 10) counts.add(Pointer.totalCount());
                }
            });
        }
        for (int i = 1; i < counts.size(); i++) assertThat(counts.get(i)).isLessThanOrEqualTo(counts.get(i - 1));
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
}
