package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefereeTest {
    private final Game duel = Players.game(
            Players.generator("generator", Players.line(0, 1), 1, 0),
            Players.discriminator("discriminator", Players.line(0, 1), 0),
            new Objective.NonSaturating());
    private final Game teams = Players.teams(new Weighting.Uniform(), new Weighting.Uniform(), 0);

    @AfterEach
    void close() {
        duel.close();
        teams.close();
    }

    private static List<String> next(Referee referee, Game game, Standing standing, long step) {
        return referee.next(game, standing, step).stream().map(Player::name).toList();
    }

    /** Who moves in each of some steps: D, G or DG. */
    private List<String> turns(Referee referee, int steps) {
        return IntStream.range(0, steps)
                .mapToObj(step -> String.join(
                        "",
                        next(referee, duel, Standing.atStart(), step).stream()
                                .map(name -> name.substring(0, 1).toUpperCase())
                                .toList()))
                .toList();
    }

    @Test
    void everyone_moves_discriminators_first() {
        assertThat(next(new Referee.Everyone(), teams, Standing.atStart(), 7))
                .containsExactly("discriminator1", "discriminator2", "discriminator3", "generator1", "generator2");
    }

    @Test
    void five_to_one_lets_the_generator_move_in_every_fifth_step_after_the_discriminator() {
        assertThat(turns(new Referee.Alternate(5, 1), 10))
                .containsExactly("D", "D", "D", "D", "DG", "D", "D", "D", "D", "DG");
    }

    @Test
    void one_to_two_lets_the_discriminator_move_in_every_second_step() {
        assertThat(turns(new Referee.Alternate(1, 2), 6)).containsExactly("G", "DG", "G", "DG", "G", "DG");
    }

    @Test
    void two_to_three_is_spread_evenly() {
        assertThat(turns(new Referee.Alternate(2, 3), 6)).containsExactly("G", "DG", "DG", "G", "DG", "DG");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "1, 2", "2, 3", "7, 3", "4, 2", "100, 1"})
    void in_a_cycle_each_side_has_the_turns_it_was_promised(int discriminator, int generator) {
        int cycle = Math.max(discriminator, generator);
        List<String> turns = turns(new Referee.Alternate(discriminator, generator), 3 * cycle);
        assertThat(turns.stream().filter(t -> t.contains("D"))).hasSize(3 * discriminator);
        assertThat(turns.stream().filter(t -> t.contains("G"))).hasSize(3 * generator);
        assertThat(turns).as("nobody sits out a whole step").doesNotContain("");
        assertThat(turns.subList(0, cycle)).isEqualTo(turns.subList(cycle, 2 * cycle));
    }

    @Test
    void turns_may_be_repeated_within_a_step() {
        assertThat(turns(new Referee.Repeat(1, 2), 3)).containsExactly("DGG", "DGG", "DGG");
        assertThat(next(new Referee.Repeat(2, 1), teams, Standing.atStart(), 0))
                .containsExactly(
                        "discriminator1",
                        "discriminator2",
                        "discriminator3",
                        "discriminator1",
                        "discriminator2",
                        "discriminator3",
                        "generator1",
                        "generator2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.Repeat(1, 0))
                .withMessage("generator must be between 1 and 1000, got 0");
    }

    @Test
    void impossible_turns_and_margins_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.Alternate(0, 1))
                .withMessage("discriminator must be between 1 and 1000, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.Margin(1))
                .withMessage("margin must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.Margin(Double.NaN))
                .withMessage("margin must be above 0 and below 1, got NaN");
    }

    // ---- worst player ----

    private static Standing behind(Map<String, Double> behind) {
        return new Standing(behind, Optional.empty(), 0);
    }

    @Test
    void only_the_player_that_is_losing_most_moves() {
        assertThat(next(
                        new Referee.WorstPlayer(0),
                        teams,
                        behind(Map.of(
                                "discriminator1", -0.4,
                                "discriminator2", 0.1,
                                "discriminator3", -1.0,
                                "generator1", 0.3,
                                "generator2", 0.2)),
                        0))
                .containsExactly("generator1");
    }

    @Test
    void players_that_have_not_moved_go_first_in_their_order() {
        Referee worst = new Referee.WorstPlayer(0);
        assertThat(next(worst, teams, Standing.atStart(), 0)).containsExactly("discriminator1");
        assertThat(next(worst, teams, behind(Map.of("discriminator1", 1e9)), 0)).containsExactly("discriminator2");
        assertThat(next(worst, duel, behind(Map.of("discriminator", 1e9)), 0)).containsExactly("generator");
    }

    @Test
    void losses_are_compared_with_what_they_are_worth_at_rest() {
        // the discriminator pays 1.2 of 1.386, the generator 0.8 of 0.693: the generator is losing
        Standing standing = Standing.atStart()
                .after(turn(
                        "discriminator",
                        Side.DISCRIMINATOR,
                        1.2,
                        1.2 - new Objective.NonSaturating().discriminatorAtRest()))
                .after(turn("generator", Side.GENERATOR, 0.8, 0.8 - new Objective.NonSaturating().generatorAtRest()));
        assertThat(next(new Referee.WorstPlayer(0), duel, standing, 0)).containsExactly("generator");
    }

    @Test
    void a_discriminator_that_once_lost_nothing_does_not_wait_for_ever() {
        // it pays 0.11 of what rest is worth and the generator 0.10, though it is farther below rest: 1.24 against 0.62
        Standing standing = Standing.atStart()
                .after(turn(
                        "discriminator",
                        Side.DISCRIMINATOR,
                        0.15,
                        0.15 - new Objective.NonSaturating().discriminatorAtRest()))
                .after(turn("generator", Side.GENERATOR, 0.07, 0.07 - new Objective.NonSaturating().generatorAtRest()));
        assertThat(next(new Referee.WorstPlayer(0), duel, standing, 0)).containsExactly("discriminator");
    }

    @Test
    void now_and_then_all_move_though_one_is_losing() {
        Standing standing = behind(Map.of("discriminator", -0.1, "generator", 0.2));
        Referee worst = new Referee.WorstPlayer(3);
        assertThat(next(worst, duel, standing, 0)).containsExactly("generator");
        assertThat(next(worst, duel, standing, 1)).containsExactly("generator");
        assertThat(next(worst, duel, standing, 2)).containsExactly("discriminator", "generator");
        assertThat(next(worst, duel, standing, 3)).containsExactly("generator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Referee.WorstPlayer(-1))
                .withMessage("together must be between 0 and 1000000, got -1");
    }

    private static Turn turn(String player, Side side, double loss, double behind) {
        return new Turn(player, side, loss, behind, 1, Optional.empty(), Map.of());
    }

    // ---- margin ----

    private List<String> byMargin(double realError, double fakeError) {
        Standing standing = new Standing(Map.of(), Optional.of(new Belief(0.5, 0.5, realError, fakeError, 0)), 0);
        return next(new Referee.Margin(0.3), duel, standing, 0);
    }

    /**
     * The published rule: too good a discriminator (an error below the margin) waits, too bad a one (an error above one
     * less the margin) lets the generator wait, and when both would wait, both move.
     */
    @ParameterizedTest
    @CsvSource({
        // reals, fakes, discriminator moves, generator moves
        "0.50, 0.50, true,  true",
        "0.29, 0.50, false, true",
        "0.50, 0.29, false, true",
        "0.29, 0.29, false, true",
        "0.71, 0.50, true,  false",
        "0.50, 0.71, true,  false",
        "0.90, 0.90, true,  false",
        "0.29, 0.71, true,  true",
        "0.71, 0.29, true,  true",
        "0.30, 0.70, true,  true",
    })
    void the_margin_rule(double realError, double fakeError, boolean discriminator, boolean generator) {
        List<String> moving = byMargin(realError, fakeError);
        assertThat(moving.contains("discriminator")).isEqualTo(discriminator);
        assertThat(moving.contains("generator")).isEqualTo(generator);
    }

    @Test
    void without_a_belief_yet_everyone_moves() {
        assertThat(next(new Referee.Margin(0.3), duel, Standing.atStart(), 0))
                .containsExactly("discriminator", "generator");
    }

    @Test
    void a_belief_outlasts_turns_of_the_generator_until_it_is_measured_again() {
        Belief sure = new Belief(0.9, 0.1, 0.1, 0.1, 1), unsure = new Belief(0.5, 0.5, 0.7, 0.7, 0);
        Standing standing = new Standing(Map.of(), Optional.of(sure), 0).after(turn("generator", Side.GENERATOR, 1, 0));
        assertThat(standing.belief()).contains(sure);
        assertThat(standing.with(unsure).belief()).contains(unsure);
        assertThat(standing.with(unsure).behind()).containsOnlyKeys("generator");
    }
}
