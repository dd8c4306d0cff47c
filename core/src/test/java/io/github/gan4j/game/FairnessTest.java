package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.OriginScore;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Separate batches, generators that a discriminator classifies, top-k, and referees of losses and rates. */
class FairnessTest {
    // ---- separate batches ----

    private static Team<Discriminator> dealing(int players) {
        return new Team<>(
                IntStream.range(0, players)
                        .mapToObj(i -> Players.discriminator("discriminator" + i, Players.line(0, 1), 0))
                        .toList(),
                new Weighting.Uniform(),
                Team.Batches.SEPARATE);
    }

    @Test
    void each_player_is_dealt_a_part_of_its_own_with_its_labels() {
        try (Scope scope = new Scope()) {
            Team<Discriminator> team = dealing(3);
            Reals all = new Reals(
                    Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 6, 1),
                    Optional.of(Tensor.ofClasses(0, 1, 0, 1, 0, 1).oneHot(2)));
            Reals second = team.dealt(team.players().get(1), all);
            assertThat(second.samples().toFloats()).containsExactly(3, 4);
            assertThat(second.labels().orElseThrow().toFloats()).containsExactly(1, 0, 0, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> team.dealt(team.players().get(0), Reals.of(Tensor.zeros(8, 1))))
                    .withMessage("8 samples cannot be dealt to 3 players evenly");
            Team<Discriminator> one = dealing(1);
            assertThat(one.dealt(one.players().get(0), all)).isSameAs(all);
            team.players().forEach(Player::close);
            one.players().forEach(Player::close);
        }
    }

    /** Two discriminators that score a sample by itself; each is asked of its own half of the generator's fakes. */
    @Test
    void each_discriminator_judges_its_own_part_of_the_fakes() {
        Generator generator = Players.generator("generator", Players.line(0, 1), (reals, moment) -> reals.samples(), 0);
        try (Game game = new Game(
                        Team.of(generator), dealing(2), new Objective.Wasserstein(), List.of(), Precision.FP32);
                Scope scope = new Scope()) {
            Turn turn = game.play(generator, Reals.of(Tensor.of(new float[] {1, 3, 10, 20}, 4, 1)), Players.step(0));
            // -(½ · mean(1, 3) + ½ · mean(10, 20))
            assertThat(turn.loss()).isCloseTo(-8.5, within(1e-6));
            assertThat(turn.weights()).isEqualTo(Map.of("discriminator0", 0.5, "discriminator1", 0.5));
        }
    }

    @Test
    void weights_are_told_of_the_adversaries_where_there_are_several() {
        Engine.seed(3);
        try (Game game = Players.teams(new Weighting.Given(List.of(1.0, 3.0)), new Weighting.Worst(), 0.05);
                Scope scope = new Scope()) {
            Reals reals = Reals.of(Tensor.gaussian(32, 2).plus(1));
            Turn judged = game.play(game.discriminators().players().get(0), reals, Players.step(0));
            assertThat(judged.weights()).isEqualTo(Map.of("generator1", 0.25, "generator2", 0.75));
            Turn made = game.play(game.generators().players().get(1), reals, Players.step(0));
            assertThat(made.weights()).hasSize(3).containsValue(1.0);
        }
    }

    // ---- several generators told apart ----

    /** One feature, the sample itself; scores of 0; the logit of the second generator is the sample, the first's 0. */
    private static Game told(double beta) {
        Network blank = new Sequence(List.of(
                new OriginScore(new Linear(1, 1, Initialisation.constant(0)), 1, 2, Initialisation.constant(0))));
        Network network = Players.filled(blank.allocate(Device.CPU), 0, 0, 0, 1, 0, 0);
        List<Generator> generators = List.of(
                Players.generator("generator1", Players.line(-1, 0), 1, 0),
                Players.generator("generator2", Players.line(2, 0), 1, 0));
        return new Game(
                new Team<>(generators, new Weighting.Uniform()),
                Team.of(Players.discriminator("discriminator", network, 0)),
                new Objective.NonSaturating(),
                List.of(new OriginClassification(Schedule.constant(beta))),
                Precision.FP32);
    }

    @Test
    void a_generator_pays_for_being_taken_for_another_one_and_the_discriminator_too() {
        try (Game game = told(0.5);
                Scope scope = new Scope()) {
            Reals reals = Reals.of(Tensor.zeros(4, 1));
            // cross-entropies: softplus(-1) = 0.313262 of fakes at -1, softplus(-2) = 0.126928 of fakes at 2
            assertThat(turn(game, 0, reals).loss()).isCloseTo(Math.log(2) + 0.5 * 0.313262, within(1e-5));
            assertThat(turn(game, 1, reals).loss()).isCloseTo(Math.log(2) + 0.5 * 0.126928, within(1e-5));
            assertThat(turn(game, 1, reals).behind()).isCloseTo(0, within(1e-6));
            Turn judged = game.play(game.discriminators().players().get(0), reals, Players.step(0));
            assertThat(judged.loss()).isCloseTo(2 * Math.log(2) + 0.25 * (0.313262 + 0.126928), within(1e-5));
            assertThat(judged.behind()).isCloseTo(0, within(1e-6));
        }
        try (Game game = told(0);
                Scope scope = new Scope()) {
            assertThat(turn(game, 1, Reals.of(Tensor.zeros(4, 1))).loss()).isCloseTo(Math.log(2), within(1e-6));
        }
    }

    private static Turn turn(Game game, int generator, Reals reals) {
        return game.play(game.generators().players().get(generator), reals, Players.step(0));
    }

    // ---- top-k ----

    private static double lossOfTop(double share, Objective objective) {
        GameLoss top = new GameLoss(Schedule.constant(1), Schedule.constant(share), Optional.empty());
        Network identity = Players.line(0, 1);
        Generator generator = new Generator(
                "generator",
                identity,
                (reals, moment) -> Tensor.of(new float[] {1, 4, 2, 3}, 4, 1),
                top,
                new Sgd(identity.learnedCount(), Device.CPU, 0, false),
                Schedule.constant(0));
        try (Game game = Players.game(
                        generator, Players.discriminator("discriminator", Players.line(0, 1), 0), objective);
                Scope scope = new Scope()) {
            return game.play(generator, Reals.of(Tensor.of(new float[] {0, 1, 0, 0}, 4, 1)), Players.step(0))
                    .loss();
        }
    }

    @Test
    void a_generator_learns_from_its_best_samples_alone() {
        assertThat(lossOfTop(1, new Objective.Wasserstein())).isCloseTo(-2.5, within(1e-6));
        assertThat(lossOfTop(0.5, new Objective.Wasserstein())).isCloseTo(-3.5, within(1e-6));
        assertThat(lossOfTop(0.3, new Objective.Wasserstein())).isCloseTo(-3.5, within(1e-6));
        assertThat(lossOfTop(0.01, new Objective.Wasserstein())).isCloseTo(-4, within(1e-6));
        // softplus(1 - 4) of the best one and the real that it is compared with
        assertThat(lossOfTop(0.25, new Objective.Relativistic())).isCloseTo(0.048587, within(1e-5));
    }

    // ---- unrolled steps ----

    /** The fake is θ = 0.8, the discriminator scores ψ · x with ψ = 0.6. */
    private static double slopeAhead(int steps) {
        Network theta = one(0.8);
        Generator generator = new Generator(
                "generator",
                theta,
                (reals, moment) -> Tensor.filled(1, reals.count(), 1),
                new GameLoss(
                        Schedule.constant(1),
                        Schedule.constant(1),
                        steps == 0 ? Optional.empty() : Optional.of(new UnrolledSteps(steps, Schedule.constant(0.1)))),
                new Sgd(1, Device.CPU, 0, false),
                Schedule.constant(0));
        Discriminator psi = Players.discriminator("discriminator", one(0.6), 0);
        try (Game game = Players.game(generator, psi, new Objective.Wasserstein());
                Scope scope = new Scope()) {
            double norm = game.play(generator, Reals.of(Tensor.zeros(2, 1)), Players.step(0))
                    .gradientNorm();
            assertThat(Players.weights(psi)[0]).isEqualTo(0.6f);
            return norm;
        }
    }

    private static Network one(double slope) {
        return Players.filled(new Linear(1, 1, false, Initialisation.constant(0)).allocate(Device.CPU), (float) slope);
    }

    /**
     * The discriminator's slope by ψ is θ, so k steps of rate η lead to ψ - kηθ; the generator pays -(ψ - kηθ)θ, whose slope
     * by θ is -ψ + 2kηθ. Without looking through the steps it would be -ψ + kηθ.
     */
    @Test
    void a_generator_that_looks_ahead_learns_through_the_discriminators_steps() {
        assertThat(slopeAhead(0)).isCloseTo(0.6, within(1e-6));
        assertThat(slopeAhead(1)).isCloseTo(0.44, within(1e-6));
        assertThat(slopeAhead(2)).isCloseTo(0.28, within(1e-6));
    }

    // ---- loss ratio ----

    private static List<String> byRatio(double discriminator, double generator) {
        try (Game game = Players.game(
                Players.generator("generator", Players.line(0, 1), 1, 0),
                Players.discriminator("discriminator", Players.line(0, 1), 0),
                new Objective.NonSaturating())) {
            Standing standing = new Standing(
                    Map.of(
                            "discriminator", discriminator - 2 * Math.log(2),
                            "generator", generator - Math.log(2)),
                    Optional.empty(),
                    0);
            return new Referee.LossRatio(2)
                    .next(game, standing, 0).stream().map(Player::name).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // losses of both, who moves; at rest they are 1.386 and 0.693
        "1.386, 0.693, both",
        "0.80,  0.75,  both",
        "0.60,  0.75,  generator",
        "1.386, 0.30,  discriminator",
        "0.10,  0.09,  both",
    })
    void who_is_far_ahead_waits(double discriminator, double generator, String moving) {
        assertThat(byRatio(discriminator, generator))
                .isEqualTo(moving.equals("both") ? List.of("discriminator", "generator") : List.of(moving));
    }

    @Test
    void a_ratio_needs_losses_above_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.LossRatio(0.5))
                .withMessage("ratio must be between 1.0 and 1000.0, got 0.5");
        try (Game game = Players.game(
                Players.generator("generator", Players.line(0, 1), 1, 0),
                Players.discriminator("discriminator", Players.line(0, 1), 0),
                new Objective.Hinge())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Referee.LossRatio(2).next(game, Standing.atStart(), 0))
                    .withMessage("a ratio of losses needs losses above 0 at rest, but one of this objective is 0.0");
        }
    }

    // ---- pace ----

    @ParameterizedTest
    @CsvSource({
        // cross-entropies on reals and fakes, strength, the discriminator's pace, the generator's
        "0.693147, 0.693147, 1, 1,    1",
        "0.346574, 0.346574, 1, 0.5,  1",
        "0.346574, 0.346574, 2, 0.25, 1",
        "1.386294, 1.386294, 1, 1,    0.5",
        "0.000001, 0.000001, 1, 0.01, 1",
        "0.1,      0.1,      0, 1,    1",
    })
    void the_side_that_is_ahead_is_slowed_down(
            double real, double fake, double strength, double discriminator, double generator) {
        try (Game game = Players.game(
                Players.generator("generator", Players.line(0, 1), 1, 0),
                Players.discriminator("discriminator", Players.line(0, 1), 0),
                new Objective.NonSaturating())) {
            Referee referee = new Referee.Pace(strength);
            Standing standing = new Standing(Map.of(), Optional.of(new Belief(0.5, 0.5, real, fake, 0)), 0);
            assertThat(referee.next(game, standing, 0)).hasSize(2);
            assertThat(referee.pace(game.players().get(0), standing)).isCloseTo(discriminator, within(1e-5));
            assertThat(referee.pace(game.players().get(1), standing)).isCloseTo(generator, within(1e-5));
            assertThat(referee.pace(game.players().get(0), Standing.atStart())).isEqualTo(1);
            assertThat(new Referee.Everyone().pace(game.players().get(0), standing))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_player_learns_at_the_pace_that_it_keeps() {
        Discriminator player = Players.discriminator("discriminator", Players.line(0, 0), 1);
        try (Game game = Players.game(
                        Players.generator("generator", Players.line(5, 0), 1, 0), player, new Objective.Wasserstein());
                Scope scope = new Scope()) {
            player.keepPace(0.5);
            game.play(player, Reals.of(Tensor.filled(1, 4, 1)), Players.step(0));
            // the slope of mean D(fake) - mean D(real) by the weight is 5 - 1
            assertThat(Players.weights(player)[0]).isCloseTo(-2, within(1e-6f));
        }
    }
}
