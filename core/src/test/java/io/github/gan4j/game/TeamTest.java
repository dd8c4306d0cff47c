package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.Network;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamTest {
    @Test
    void uniform_and_given_weights_sum_to_one() {
        assertThat(new Weighting.Uniform().of(new double[] {5, 1, 2, 9})).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(new Weighting.Given(List.of(1.0, 0.0, 3.0)).of(new double[3]))
                .containsExactly(0.25, 0, 0.75);
    }

    @Test
    void softmax_weighs_by_the_loss() {
        double[] weights = new Weighting.Softmax(0.5).of(new double[] {1, 1 + Math.log(3) / 2, 1});
        // exp(2 ln 3 / 2) = 3
        assertThat(weights[0]).isCloseTo(0.2, within(1e-12));
        assertThat(weights[1]).isCloseTo(0.6, within(1e-12));
        assertThat(new Weighting.Softmax(1e6).of(new double[] {1, 2})[0]).isCloseTo(0.5, within(1e-6));
        assertThat(new Weighting.Softmax(1e-3).of(new double[] {1, 700})).containsExactly(0, 1);
        assertThat(new Weighting.Softmax(1).of(new double[] {0, Math.log(3)})[0])
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void worst_takes_the_greatest_loss_alone_and_the_first_of_equals() {
        assertThat(new Weighting.Worst().of(new double[] {1, 4, 4})).containsExactly(0, 1, 0);
    }

    @Test
    void impossible_weights_and_empty_teams_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weighting.Given(List.of(0.0, 0.0)))
                .withMessage("weights must not all be 0, got [0.0, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weighting.Given(List.of(1.0, -1.0, 3.0)))
                .withMessage("weights must be at least 0.0, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weighting.Given(List.of(1.0, 2.0)).of(new double[3]))
                .withMessage("3 players but 2 weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weighting.Softmax(0))
                .withMessage("temperature must be above 0 and at most 1e6, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Team<Generator>(List.of(), new Weighting.Uniform()))
                .withMessage("a team needs at least one player, got none");
    }

    @Test
    void two_generators_against_three_discriminators_train() {
        Engine.seed(3);
        try (Game game = Players.teams(new Weighting.Softmax(1), new Weighting.Worst(), 0.05)) {
            List<float[]> before = Players.weights(game);
            for (int step = 0; step < 5; step++)
                try (Scope scope = new Scope()) {
                    Reals reals = Reals.of(Tensor.gaussian(32, 2).plus(1));
                    for (Player player : new Referee.Everyone().next(game, Standing.atStart(), step)) {
                        Turn turn = game.play(player, reals, Players.step(step));
                        assertThat(turn.loss()).isFinite();
                        assertThat(turn.gradientNorm()).isPositive().isFinite();
                    }
                }
            List<float[]> after = Players.weights(game);
            for (int i = 0; i < 5; i++) assertThat(after.get(i)).isNotEqualTo(before.get(i));
        }
    }

    /** Two discriminators that score 1 and -1 whatever they see. */
    private static Game opinions(Weighting weighting, List<Double> scores) {
        List<Discriminator> discriminators = new ArrayList<>();
        for (double score : scores)
            discriminators.add(
                    Players.discriminator("discriminator" + (discriminators.size() + 1), Players.line(score, 0), 0));
        Network line = Players.line(0, 1);
        return new Game(
                Team.of(Players.generator("generator", line, 1, 0)),
                new Team<>(discriminators, weighting),
                new Objective.NonSaturating(),
                List.of(),
                Precision.FP32);
    }

    @Test
    void opinions_count_by_their_weight() {
        // softplus(-1) = 0.313262 and softplus(1) = 1.313262
        assertThat(generatorLoss(new Weighting.Uniform())).isCloseTo(0.813262, within(1e-6));
        assertThat(generatorLoss(new Weighting.Given(List.of(3.0, 1.0)))).isCloseTo(0.563262, within(1e-6));
        assertThat(generatorLoss(new Weighting.Worst())).isCloseTo(1.313262, within(1e-6));
        // e / (1 + e) = 0.731059 of the harsher one
        assertThat(generatorLoss(new Weighting.Softmax(1))).isCloseTo(1.044321, within(1e-6));
    }

    private static double generatorLoss(Weighting weighting) {
        try (Game game = opinions(weighting, List.of(1.0, -1.0));
                Scope scope = new Scope()) {
            Turn turn = game.play(game.generators().players().get(0), Reals.of(Tensor.gaussian(8, 1)), Players.step(0));
            assertThat(turn.behind()).isCloseTo(turn.loss() - Math.log(2), within(1e-6));
            return turn.loss();
        }
    }
}
