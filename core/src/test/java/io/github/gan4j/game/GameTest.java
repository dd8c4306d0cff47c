package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Normalisation;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GameTest {
    @BeforeEach
    void seed() {
        Engine.seed(2);
    }

    private static Game images(Precision precision, double rate, Penalty... penalties) {
        Network g = new Dcgan.Generator(4, 4, Normalisation.BATCH)
                .network(new GeneratorTask(8, SampleShape.image(1, 16, 16)))
                .allocate(Device.CPU);
        Network d = new Dcgan.Discriminator(4, 4, Normalisation.BATCH)
                .network(new DiscriminatorTask(SampleShape.image(1, 16, 16)))
                .allocate(Device.CPU);
        return new Game(
                Team.of(Players.generator("generator", g, 8, rate)),
                Team.of(Players.discriminator("discriminator", d, rate)),
                new Objective.NonSaturating(),
                List.of(penalties),
                precision);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void a_turn_moves_the_weights_of_its_player_and_of_nobody_else(Precision precision) {
        try (Game game = images(precision, 0.1, new Penalty.R1(new Constant(1)), new Penalty.R2(new Constant(1)));
                Scope scope = new Scope()) {
            Player discriminator = game.players().get(0),
                    generator = game.players().get(1);
            Reals reals = Reals.of(Tensor.uniform(-1, 1, 8, 1, 16, 16));
            float[] d0 = Players.weights(discriminator), g0 = Players.weights(generator);

            game.play(discriminator, reals, Players.step(0));
            float[] d1 = Players.weights(discriminator);
            assertThat(d1).isNotEqualTo(d0);
            assertThat(Players.weights(generator)).isEqualTo(g0);

            game.play(generator, reals, Players.step(0));
            assertThat(Players.weights(discriminator)).isEqualTo(d1);
            assertThat(Players.weights(generator)).isNotEqualTo(g0);
        }
    }

    @Test
    void statistics_of_batch_normalisation_follow_every_batch_that_passes_as_in_the_published_programs() {
        try (Game game = images(Precision.FP32, 0);
                Scope scope = new Scope()) {
            Player discriminator = game.players().get(0),
                    generator = game.players().get(1);
            Reals reals = Reals.of(Tensor.uniform(-1, 1, 8, 1, 16, 16));
            float[] d0 = Players.statistics(discriminator), g0 = Players.statistics(generator);
            game.play(discriminator, reals, Players.step(0));
            float[] d1 = Players.statistics(discriminator), g1 = Players.statistics(generator);
            assertThat(d1).as("reals and fakes passed").isNotEqualTo(d0);
            assertThat(g1).as("made the fakes").isNotEqualTo(g0);
            game.play(generator, reals, Players.step(0));
            assertThat(Players.statistics(discriminator)).as("judged the fakes").isNotEqualTo(d1);
            assertThat(Players.statistics(generator)).isNotEqualTo(g1);
        }
    }

    @Test
    void a_look_at_beliefs_moves_no_weight() {
        try (Game game = images(Precision.BF16, 0.1);
                Scope scope = new Scope()) {
            Reals reals = Reals.of(Tensor.uniform(-1, 1, 8, 1, 16, 16));
            List<float[]> before = Players.weights(game);
            Belief belief = game.belief(reals, Players.step(0));
            assertThat(belief.pReal()).isBetween(0.3, 0.7);
            assertThat(belief.fakeError()).isBetween(0.4, 1.0);
            assertThat(Players.weights(game)).usingRecursiveComparison().isEqualTo(before);
        }
    }

    @Test
    void a_look_at_beliefs_sees_what_a_discriminators_turn_sees() {
        try (Game game = Players.teams(new Weighting.Uniform(), new Weighting.Uniform(), 0);
                Scope scope = new Scope()) {
            // a single fake point, so that latents make no difference
            game.generators().players().forEach(g -> Players.filled(g.network(), new float[26]));
            Reals reals = Reals.of(Tensor.gaussian(16, 2));
            Turn turn = game.play(game.discriminators().players().get(2), reals, Players.step(0));
            assertThat(game.belief(reals, Players.step(0)))
                    .isEqualTo(turn.belief().orElseThrow());
        }
    }

    @Test
    void gradients_are_recorded_again_after_a_calculation_without_them() {
        try (Scope scope = new Scope()) {
            Tensor x = Tensor.of(new float[] {3}, 1).withGradient();
            Tensor without = Scope.withoutGradients(() -> x.squared().sum());
            assertThatThrownBy(() -> without.gradientFor(x)).hasMessageStartingWith("gradient of [] and [1]: ");
            assertThatThrownBy(() -> Scope.withoutGradients(() -> {
                        throw new IllegalStateException("broken off");
                    }))
                    .hasMessage("broken off");
            assertThat(x.squared().sum().gradientFor(x).value()).isEqualTo(6);
        }
    }

    // ---- numbers that are none ----

    @Test
    void a_loss_that_is_no_number_changes_no_weight_and_names_the_player() {
        assertBreaks(1, 0, "the loss of the discriminator became NaN after 128 images", Float.NaN, 1);
        assertBreaks(1, 1, "the loss of the generator became NaN after 128 images", 1, Float.NaN);
    }

    @Test
    void an_endless_loss_names_the_player_too() {
        assertBreaks(10, 0, "the loss of the discriminator became Infinity after 128 images", -3e38f, 1);
    }

    /** All reals are one point and all fakes another, judged by a line of the slope. */
    private static void assertBreaks(float slope, int player, String message, float reals, float fakes) {
        Generator generator = Players.generator(
                "generator", Players.line(0, 1), (r, moment) -> Tensor.filled(fakes, r.count(), 1), 0.1);
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(0, slope), 0.1);
        try (Game game = Players.game(generator, discriminator, new Objective.NonSaturating());
                Scope scope = new Scope()) {
            List<float[]> before = Players.weights(game);
            assertThatThrownBy(() -> game.play(
                            game.players().get(player), Reals.of(Tensor.filled(reals, 4, 1)), Players.step(2)))
                    .isInstanceOf(NotFiniteException.class)
                    .hasMessage(message)
                    .extracting(e -> ((NotFiniteException) e).player())
                    .isEqualTo(game.players().get(player).name());
            assertThat(Players.weights(game)).usingRecursiveComparison().isEqualTo(before);
            game.players().forEach(p -> assertThat(p.optimizer().steps()).isZero());
        }
    }

    @Test
    void a_gradient_beyond_all_numbers_changes_no_weight_either() {
        // the loss is near 1e30, but the length of its gradient 1e38 * (1e10, 1) is beyond 32 bits
        Generator generator = Players.generator(
                "generator", Players.line(1, 0), (r, moment) -> Tensor.filled(1e30, r.count(), 1), 0.1);
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(0, -1e30), 0.1);
        try (Game game = Players.game(generator, discriminator, new Objective.NonSaturating());
                Scope scope = new Scope()) {
            List<float[]> before = Players.weights(game);
            assertThatThrownBy(() -> game.play(generator, Reals.of(Tensor.zeros(4, 1)), Players.step(0)))
                    .isInstanceOf(NotFiniteException.class)
                    .hasMessage("the gradient of the generator became Infinity after 0 images");
            assertThat(Players.weights(game)).usingRecursiveComparison().isEqualTo(before);
        }
    }

    @Test
    void a_turn_leaves_plain_numbers() {
        try (Game game = Players.teams(new Weighting.Uniform(), new Weighting.Uniform(), 0.1);
                Scope scope = new Scope()) {
            Turn turn = game.play(game.players().get(0), Reals.of(Tensor.gaussian(16, 2)), Players.step(0));
            assertThat(turn.player()).isEqualTo("discriminator1");
            assertThat(turn.side()).isEqualTo(Side.DISCRIMINATOR);
            assertThat(turn.behind()).isCloseTo(turn.loss() - 2 * Math.log(2), within(1e-6));
            assertThat(turn.belief()).isPresent();
        }
    }
}
