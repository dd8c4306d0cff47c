package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.BatchNormalisation;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.JoinedLabels;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.MinibatchDeviation;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedTogetherTest {
    private static final Initialisation WIDE = Initialisation.normal(0.7);
    private static final long COUNT = 6;
    /** Costs nothing, but might look at the samples' gradients. */
    private static final Term IDLE = new Term() {};

    private final List<Long> seen = new ArrayList<>();

    /** Notes how many samples pass. */
    private final class Counter extends Network {
        @Override
        public Tensor apply(Tensor input, Pass pass) {
            seen.add(input.size(0));
            return input;
        }

        @Override
        public void describe(Summary summary) {}
    }

    private Turn turn(List<Network> layers, List<Augmentation> augmentations, Optional<Tensor> labels, Term... terms) {
        Engine.seed(5);
        List<Network> all = new ArrayList<>(List.of(new Counter()));
        all.addAll(layers);
        Network judging = new Sequence(all).allocate(Device.CPU);
        Discriminator discriminator =
                Players.discriminator("discriminator", judging, 0.1, augmentations.toArray(Augmentation[]::new));
        Generator generator = Players.generator("generator", Players.curve(3, 4, 2), 3, 0.1);
        try (Game game = Players.game(generator, discriminator, new Objective.NonSaturating(), terms)) {
            Engine.seed(6);
            seen.clear();
            return game.play(discriminator, new Reals(Tensor.gaussian(COUNT, 2), labels), Players.step(0));
        }
    }

    private static List<Network> curve(int inputs) {
        return List.of(new Linear(inputs, 5, WIDE), Fixed.tanh(), new Linear(5, 1, WIDE));
    }

    @Test
    void reals_and_fakes_pass_as_one_batch_and_a_turn_is_what_it_is_with_two() {
        try (Scope scope = new Scope()) {
            Turn one = turn(curve(2), List.of(), Optional.empty());
            assertThat(seen).containsExactly(2 * COUNT);
            Turn two = turn(curve(2), List.of(), Optional.empty(), IDLE);
            assertThat(seen).containsExactly(COUNT, COUNT);
            assertSame(one, two);
        }
    }

    @Test
    void both_halves_have_the_labels_of_the_reals() {
        try (Scope scope = new Scope()) {
            Optional<Tensor> labels =
                    Optional.of(Tensor.ofClasses(0, 1, 2, 0, 2, 2).oneHot(3));
            List<Network> layers = new ArrayList<>(List.of(new JoinedLabels(3)));
            layers.addAll(curve(5));
            Turn one = turn(layers, List.of(), labels);
            assertThat(seen).containsExactly(2 * COUNT);
            layers = new ArrayList<>(List.of(new JoinedLabels(3)));
            layers.addAll(curve(5));
            assertSame(one, turn(layers, List.of(), labels, IDLE));
        }
    }

    @Test
    void where_a_score_depends_on_other_samples_reals_and_fakes_stay_apart() {
        try (Scope scope = new Scope()) {
            turn(List.of(new BatchNormalisation(2), new Linear(2, 1, WIDE)), List.of(), Optional.empty());
            assertThat(seen).containsExactly(COUNT, COUNT);
            turn(List.of(new MinibatchDeviation(), new Linear(3, 1, WIDE)), List.of(), Optional.empty());
            assertThat(seen).containsExactly(COUNT, COUNT);
            turn(curve(2), List.of(new Augmentation.InstanceNoise(new Constant(0.1))), Optional.empty());
            assertThat(seen).containsExactly(COUNT, COUNT);
        }
    }

    private static void assertSame(Turn one, Turn two) {
        assertThat(one.loss()).isCloseTo(two.loss(), within(1e-5));
        assertThat(one.behind()).isCloseTo(two.behind(), within(1e-5));
        assertThat(one.gradientNorm()).isCloseTo(two.gradientNorm(), within(1e-5));
        assertThat(one.belief().orElseThrow().pReal())
                .isCloseTo(two.belief().orElseThrow().pReal(), within(1e-6));
        assertThat(one.belief().orElseThrow().fakeError())
                .isCloseTo(two.belief().orElseThrow().fakeError(), within(1e-6));
    }
}
