package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The smallest game of all: one real at 0, one fake at θ, a discriminator that scores ψ · x. It tells which penalties
 * bring a game to rest (Mescheder et al. 2018, arXiv:1801.04406, section 3).
 */
class DiracTest {
    private static final double RATE = 0.1;

    /** A line through the origin. */
    private static Network slope(double value) {
        return Players.filled(new Linear(1, 1, false, Initialisation.constant(0)).allocate(Device.CPU), (float) value);
    }

    private static Discriminator psi(double value) {
        return Players.discriminator("discriminator", slope(value), RATE);
    }

    private static Generator theta(double value) {
        return Players.generator(
                "generator", slope(value), (reals, moment) -> Tensor.filled(1, reals.count(), 1), RATE);
    }

    private static double value(Player player) {
        return Players.weights(player)[0];
    }

    private static double radius(Player one, Player other) {
        return Math.hypot(value(one), value(other));
    }

    /** Both sides move at once, each by its own gradient at the same point. */
    private static double[] simultaneous(
            Discriminator psi, Generator theta, Objective objective, List<Penalty> penalties) {
        try (Scope scope = new Scope()) {
            Moment moment = Players.step(0);
            Reals reals = Reals.of(Tensor.zeros(1, 1));
            Tensor fakes = theta.imitate(reals, moment);
            Scored real = Players.judged(psi, reals.samples()), fake = Players.judged(psi, fakes);
            Tensor loss = objective.discriminator(real, fake);
            for (Penalty penalty : penalties) loss = loss.plus(penalty.of(Players.duel(psi, real, fake)));
            Tensor cost = objective.generator(
                    Scored.of(real.scores().detached()), psi.judge(fakes, Optional.empty(), moment));
            Tensor up = gradient(cost, theta.network()), down = gradient(loss, psi.network());
            theta.optimizer().step(theta.network().learned(), up, RATE);
            psi.optimizer().step(psi.network().learned(), down, RATE);
            return new double[] {down.value(), up.value()};
        }
    }

    private static Tensor gradient(Tensor loss, Network network) {
        return network.gradient(loss);
    }

    @Test
    void without_a_penalty_simultaneous_steps_lead_outwards_by_exactly_their_own_length() {
        try (Discriminator psi = psi(0.6);
                Generator theta = theta(0.8)) {
            double before = radius(psi, theta);
            for (int step = 0; step < 300; step++) {
                double[] v = simultaneous(psi, theta, new Objective.Minimax(0), List.of());
                // v stands at right angles to (psi, theta): Pythagoras
                double after = Math.sqrt(before * before + RATE * RATE * (v[0] * v[0] + v[1] * v[1]));
                assertThat(radius(psi, theta)).isCloseTo(after, within(1e-5));
                before = radius(psi, theta);
            }
            assertThat(before).isGreaterThan(1.3);
        }
    }

    @Test
    void with_r1_simultaneous_steps_come_to_rest() {
        try (Discriminator psi = psi(0.6);
                Generator theta = theta(0.8)) {
            for (int step = 0; step < 600; step++)
                simultaneous(psi, theta, new Objective.Minimax(0), List.of(new Penalty.R1(new Constant(1))));
            assertThat(radius(psi, theta)).isLessThan(1e-3);
        }
    }

    static Stream<Arguments> verdicts() {
        Constant one = new Constant(1);
        Penalty r1 = new Penalty.R1(one), r2 = new Penalty.R2(one);
        return Stream.of(
                verdict("minimax alone", new Objective.Minimax(0), List.of(), false),
                verdict("wasserstein alone", new Objective.Wasserstein(), List.of(), false),
                verdict(
                        "wasserstein, slopes of one",
                        new Objective.Wasserstein(),
                        List.of(new Penalty.GradientPenalty(one, 1)),
                        false),
                verdict("minimax, dragan", new Objective.Minimax(0), List.of(new Penalty.Dragan(one, 1)), false),
                verdict("minimax, r1", new Objective.Minimax(0), List.of(r1), true),
                verdict("minimax, r2", new Objective.Minimax(0), List.of(r2), true),
                verdict("non-saturating, r1", new Objective.NonSaturating(), List.of(r1), true),
                verdict("wasserstein, r1", new Objective.Wasserstein(), List.of(r1), true),
                verdict("hinge, r1", new Objective.Hinge(), List.of(r1), true),
                verdict("relativistic, r1 and r2", new Objective.Relativistic(), List.of(r1, r2), true));
    }

    private static Arguments verdict(String name, Objective objective, List<Penalty> penalties, boolean rests) {
        return Arguments.of(Named.of(name, objective), penalties, rests);
    }

    /** The same as games are really played: turn by turn. */
    @ParameterizedTest
    @MethodSource("verdicts")
    void played_in_turns_it_rests_only_with_penalties_centred_at_zero(
            Objective objective, List<Penalty> penalties, boolean rests) {
        Discriminator psi = psi(0.6);
        Generator theta = theta(0.8);
        try (Game game = Players.game(theta, psi, objective, penalties.toArray(Penalty[]::new))) {
            double largest = 0;
            for (int step = 0; step < 800; step++) {
                try (Scope scope = new Scope()) {
                    Reals reals = Reals.of(Tensor.zeros(1, 1));
                    for (Player player : game.players()) game.play(player, reals, Players.step(step));
                }
                if (step >= 700) largest = Math.max(largest, radius(psi, theta));
            }
            if (rests) assertThat(largest).isLessThan(1e-3);
            else assertThat(largest).isGreaterThan(0.3);
        }
    }
}
