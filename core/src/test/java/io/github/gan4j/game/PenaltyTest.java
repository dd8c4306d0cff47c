package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.ProjectedScore;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties against plain Java: the same discriminator, differentiated by finite differences in 64 bits. */
class PenaltyTest {
    private static final float[][] REALS = {{0.5f, -1}, {1.5f, 0.2f}, {-0.3f, 0.8f}};
    private static final float[][] FAKES = {{-1, -0.5f}, {0.1f, 2}, {0.7f, 0.7f}};
    private static final double GAMMA = 3;

    /** Weights of {@link Players#curve}(2, 3, 1): a tanh layer's weight and bias, then a linear layer's. */
    private static final float[] WEIGHTS = {
        0.8f, -0.4f, 0.3f, 1.1f, -0.9f, 0.5f, /* bias */ 0.1f, -0.2f, 0.3f, /* out */ 1.2f, -0.7f, 0.9f, 0.05f
    };

    @BeforeEach
    void seed() {
        Engine.seed(11);
    }

    // ---- the same in plain Java ----

    private static double score(double[] w, double x, double y) {
        double sum = w[12];
        for (int unit = 0; unit < 3; unit++)
            sum += w[9 + unit] * Math.tanh(w[2 * unit] * x + w[2 * unit + 1] * y + w[6 + unit]);
        return sum;
    }

    private static double squaredSlope(double[] w, double x, double y) {
        double h = 1e-5;
        double dx = (score(w, x + h, y) - score(w, x - h, y)) / (2 * h);
        double dy = (score(w, x, y + h) - score(w, x, y - h)) / (2 * h);
        return dx * dx + dy * dy;
    }

    private static double zeroCentred(double[] w, float[][] samples) {
        double sum = 0;
        for (float[] s : samples) sum += squaredSlope(w, s[0], s[1]) / samples.length;
        return GAMMA / 2 * sum;
    }

    private static double oneCentred(double[] w, float[][] samples) {
        double sum = 0;
        for (float[] s : samples) sum += Math.pow(Math.sqrt(squaredSlope(w, s[0], s[1])) - 1, 2) / samples.length;
        return GAMMA * sum;
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return wide;
    }

    // ---- the comparison ----

    /** A penalty's value and its gradient by every weight: second derivatives of the discriminator. */
    private static void compare(
            Penalty penalty, float[][] reals, float[][] fakes, ToDoubleFunction<double[]> expected) {
        Discriminator discriminator =
                Players.discriminator("discriminator", Players.filled(Players.curve(2, 3, 1), WEIGHTS), 0);
        try (discriminator;
                Scope scope = new Scope()) {
            Tensor cost = of(penalty, discriminator, reals, fakes, Players.step(0));
            double[] w = doubles(WEIGHTS);
            assertThat((double) cost.value()).isCloseTo(expected.applyAsDouble(w), within(1e-4));
            float[] gradient = gradient(cost, discriminator);
            for (int i = 0; i < w.length; i++) {
                double[] up = w.clone(), down = w.clone();
                up[i] += 1e-3;
                down[i] -= 1e-3;
                double slope = (expected.applyAsDouble(up) - expected.applyAsDouble(down)) / 2e-3;
                assertThat((double) gradient[i]).as("by weight %d", i).isCloseTo(slope, within(1e-3));
            }
            // the bias of the score has no influence on slopes, every other weight has
            assertThat(gradient[12]).isZero();
            for (int i = 0; i < 12; i++)
                assertThat(gradient[i]).as("by weight %d", i).isNotZero();
        }
    }

    private static Tensor of(
            Penalty penalty, Discriminator discriminator, float[][] reals, float[][] fakes, Moment moment) {
        Scored real = Players.judged(discriminator, tensor(reals)), fake = Players.judged(discriminator, tensor(fakes));
        return penalty.of(new Duel(discriminator, 0, real, fake, moment));
    }

    private static Tensor tensor(float[][] samples) {
        float[] flat = new float[2 * samples.length];
        for (int i = 0; i < flat.length; i++) flat[i] = samples[i / 2][i % 2];
        return Tensor.of(flat, samples.length, 2);
    }

    private static float[] gradient(Tensor cost, Discriminator discriminator) {
        return discriminator.network().gradient(cost).toFloats();
    }

    @Test
    void r1_is_half_gamma_times_the_mean_squared_slope_at_reals() {
        compare(new Penalty.R1(new Constant(GAMMA)), REALS, FAKES, w -> zeroCentred(w, REALS));
    }

    @Test
    void r2_is_the_same_at_fakes() {
        compare(new Penalty.R2(new Constant(GAMMA)), REALS, FAKES, w -> zeroCentred(w, FAKES));
    }

    @Test
    void the_gradient_penalty_wants_slopes_of_one_between_reals_and_fakes() {
        // where both are the same there is nothing between
        compare(new Penalty.GradientPenalty(new Constant(GAMMA), 1), REALS, REALS, w -> oneCentred(w, REALS));
    }

    @Test
    void dragan_wants_slopes_of_one_around_reals() {
        // a batch whose numbers are all the same has no deviation, and so nothing around it
        float[][] noSpread = {{0.5f, 0.5f}, {0.5f, 0.5f}};
        compare(new Penalty.Dragan(new Constant(GAMMA), 1), noSpread, FAKES, w -> oneCentred(w, noSpread));
    }

    @Test
    void slopes_of_a_flat_discriminator_cost_lambda_and_have_a_finite_gradient() {
        Discriminator flat = Players.discriminator("discriminator", Players.line(0.3, 0, 0), 0);
        try (flat;
                Scope scope = new Scope()) {
            Tensor cost = of(new Penalty.GradientPenalty(new Constant(GAMMA), 1), flat, REALS, FAKES, Players.step(0));
            assertThat((double) cost.value()).isCloseTo(GAMMA, within(1e-4));
            for (float slope : gradient(cost, flat)) assertThat(slope).isFinite();
        }
    }

    @Test
    void strengths_follow_their_schedule_by_images_seen() {
        Penalty fading = new Penalty.R1(new io.github.gan4j.schedule.LinearRamp(2, 0, 640));
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(0, 3, 4), 0);
        try (discriminator;
                Scope scope = new Scope()) {
            // |∇D|² = 25; after 5 steps of 64 images gamma is 1
            assertThat(of(fading, discriminator, REALS, FAKES, Players.step(0)).value())
                    .isEqualTo(25);
            assertThat(of(fading, discriminator, REALS, FAKES, Players.step(5)).value())
                    .isEqualTo(12.5f);
        }
    }

    // ---- labels ----

    @Test
    void wrong_labels_cost_what_fakes_do_over_every_other_class() {
        // v = (1, 0), b = 0.5; a column of W for each of three classes: (1, 0), (0, 1), (-1, 2)
        Network score = Players.filled(
                new ProjectedScore(2, 3, true, Initialisation.constant(0)).allocate(Device.CPU),
                1,
                0,
                0.5f,
                1,
                0,
                -1,
                0,
                1,
                2);
        Discriminator discriminator = Players.discriminator("discriminator", score, 0);
        try (discriminator;
                Scope scope = new Scope()) {
            Tensor labels = Tensor.ofClasses(new int[] {0, 2}).oneHot(3);
            Tensor reals = tensor(new float[][] {{1, 2}, {-1, 0.5f}});
            Scored real = discriminator.judge(reals.withGradient(), Optional.of(labels), Players.step(0));
            Scored fake = discriminator.judge(reals.times(5), Optional.of(labels), Players.step(0));
            double cost = new Penalty.WrongLabels(new Constant(2))
                    .of(new Duel(discriminator, 0, real, fake, Players.step(0)))
                    .value();
            // 1.5 + 2 and 1.5 + 3 of the first, -0.5 - 1 and -0.5 + 0.5 of the second
            double expected = 2 * (softplus(3.5) + softplus(4.5) + softplus(-1.5) + softplus(0)) / 4;
            assertThat(cost).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void wrong_labels_of_a_single_class_are_none() {
        Network score = Players.filled(
                new ProjectedScore(2, 1, true, Initialisation.constant(0)).allocate(Device.CPU), 1, 0, 0.5f, 1, -1);
        Discriminator discriminator = Players.discriminator("discriminator", score, 0);
        try (discriminator;
                Scope scope = new Scope()) {
            Tensor labels = Tensor.ofClasses(new int[] {0, 0}).oneHot(1);
            Tensor reals = tensor(new float[][] {{1, 2}, {-1, 0.5f}});
            Scored real = discriminator.judge(reals.withGradient(), Optional.of(labels), Players.step(0));
            Duel duel = new Duel(discriminator, 0, real, real, Players.step(0));
            assertThat(new Penalty.WrongLabels(new Constant(2)).of(duel).value())
                    .isZero();
        }
    }

    private static double softplus(double score) {
        return Math.log1p(Math.exp(score));
    }

    // ---- the finite forms ----

    @Test
    void finite_forms_tend_to_the_exact_forms() {
        // 60 000 draws: of a line the mean of (w·n)² has a standard error of sqrt(2 / 60 000) = 0.6 %
        Discriminator line = Players.discriminator("discriminator", Players.line(0.2, 3, -4), 0);
        Discriminator curve =
                Players.discriminator("discriminator", Players.filled(Players.curve(2, 3, 1), WEIGHTS), 0);
        try (line;
                curve;
                Scope scope = new Scope()) {
            Constant gamma = new Constant(GAMMA);
            Tensor many = Players.repeated(60_000, REALS[0]), other = Players.repeated(60_000, FAKES[0]);
            double slope = squaredSlope(doubles(WEIGHTS), REALS[0][0], REALS[0][1]);
            double fakeSlope = squaredSlope(doubles(WEIGHTS), FAKES[0][0], FAKES[0][1]);
            assertThat(finite(new Penalty.FiniteR1(gamma, 1, 0.01), line, many, other))
                    .isCloseTo(GAMMA / 2 * 25, within(1.0));
            assertThat(finite(new Penalty.FiniteR1(gamma, 1, 0.01), curve, many, other))
                    .isCloseTo(GAMMA / 2 * slope, within(0.03 * GAMMA / 2 * slope));
            assertThat(finite(new Penalty.FiniteR2(gamma, 1, 0.01), curve, many, other))
                    .isCloseTo(GAMMA / 2 * fakeSlope, within(0.03 * GAMMA / 2 * fakeSlope));
        }
    }

    @Test
    void gradients_of_the_finite_form_tend_to_those_of_the_exact_form() {
        Discriminator curve =
                Players.discriminator("discriminator", Players.filled(Players.curve(2, 3, 1), WEIGHTS), 0);
        try (curve;
                Scope scope = new Scope()) {
            float[] exact = gradientAtOneReal(new Penalty.R1(new Constant(GAMMA)), curve);
            float[] finite = gradientAtOneReal(new Penalty.FiniteR1(new Constant(GAMMA), 1, 0.01), curve);
            for (int i = 0; i < exact.length; i++)
                assertThat(finite[i]).as("by weight %d", i).isCloseTo(exact[i], within(0.15f));
        }
    }

    private static float[] gradientAtOneReal(Penalty penalty, Discriminator discriminator) {
        Scored many = Players.judged(discriminator, Players.repeated(60_000, REALS[0]));
        return gradient(penalty.of(Players.duel(discriminator, many, many)), discriminator);
    }

    private static double finite(Penalty penalty, Discriminator discriminator, Tensor reals, Tensor fakes) {
        Scored real = Players.judged(discriminator, reals), fake = Players.judged(discriminator, fakes);
        return penalty.of(Players.duel(discriminator, real, fake)).value();
    }

    // ---- where the other two look ----

    /** A discriminator that remembers what it was shown last. */
    private static final class Witness extends Network {
        private final Network network = part("line", new Linear(2, 1, Initialisation.constant(1)));
        private final List<float[]> seen = new ArrayList<>();

        @Override
        public Tensor apply(Tensor input, Pass pass) {
            seen.add(input.toFloats());
            return network.apply(input, pass);
        }

        @Override
        public void describe(Summary summary) {
            network.describe(summary);
        }

        float[] lastSeen() {
            return seen.get(seen.size() - 1);
        }
    }

    @Test
    void the_gradient_penalty_looks_at_one_point_on_the_line_from_each_fake_to_its_real() {
        Witness witness = new Witness();
        Discriminator discriminator = Players.discriminator("discriminator", witness.allocate(Device.CPU), 0);
        try (discriminator;
                Scope scope = new Scope()) {
            of(new Penalty.GradientPenalty(new Constant(1), 1), discriminator, REALS, FAKES, Players.step(0));
            float[] points = witness.lastSeen();
            List<Double> shares = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double share = (points[2 * i] - FAKES[i][0]) / (REALS[i][0] - FAKES[i][0]);
                assertThat(share).isBetween(0.0, 1.0);
                assertThat((points[2 * i + 1] - FAKES[i][1]) / (REALS[i][1] - FAKES[i][1]))
                        .isCloseTo((float) share, within(1e-4f));
                shares.add(share);
            }
            assertThat(shares).as("each its own share").doesNotHaveDuplicates();
        }
    }

    @Test
    void dragan_looks_at_most_half_a_deviation_beyond_each_real() {
        Witness witness = new Witness();
        Discriminator discriminator = Players.discriminator("discriminator", witness.allocate(Device.CPU), 0);
        try (discriminator;
                Scope scope = new Scope()) {
            of(new Penalty.Dragan(new Constant(1), 1), discriminator, REALS, FAKES, Players.step(0));
            double mean = 0, square = 0;
            for (float[] real : REALS)
                for (float v : real) {
                    mean += v / 6;
                    square += v * v / 6;
                }
            double reach = 0.5 * Math.sqrt(square - mean * mean);
            float[] points = witness.lastSeen();
            for (int i = 0; i < 6; i++) {
                double moved = points[i] - REALS[i / 2][i % 2];
                assertThat(moved).isBetween(0.0, reach);
            }
            assertThat(points).isNotEqualTo(tensor(REALS).toFloats());
        }
    }

    // ---- lazy ----

    @Test
    void every_third_turn_pays_three_times_as_much() {
        Penalty lazy = new Penalty.R1(new Constant(2), 3);
        // |∇D|² = 25, so the penalty is 25 in every turn, or 75 in every third
        assertThat(paid(lazy, new Referee.Everyone(), 7)).containsExactly(75, 0, 0, 75, 0, 0, 75);
        assertThat(paid(new Penalty.R1(new Constant(2), 1), new Referee.Everyone(), 2))
                .containsExactly(25, 25);
    }

    @Test
    void a_lazy_penalty_counts_the_turns_of_the_discriminator_and_not_steps_in_which_it_waits() {
        Penalty lazy = new Penalty.R1(new Constant(2), 2);
        // discriminators learn in every second step: in steps 1, 3, 5 and 7
        assertThat(paid(lazy, new Referee.Alternate(1, 2), 8)).containsExactly(50, 0, 50, 0);
    }

    /** What each turn of the discriminator cost beside the game itself. */
    private static List<Integer> paid(Penalty penalty, Referee referee, int steps) {
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(0, 3, 4), 0);
        Generator generator = Players.generator("generator", Players.curve(2, 2, 2), 2, 0);
        List<Integer> paid = new ArrayList<>();
        try (Scope scope = new Scope();
                Game game = Players.game(generator, discriminator, new Objective.Wasserstein(), penalty)) {
            for (int step = 0; step < steps; step++)
                for (Player player : referee.next(game, Standing.atStart(), step)) {
                    Turn turn = game.play(player, Reals.of(tensor(REALS)), Players.step(step));
                    if (turn.side() == Side.DISCRIMINATOR) paid.add((int) Math.round(turn.loss() - turn.behind()));
                }
        }
        return paid;
    }

    @Test
    void impossible_numbers_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Penalty.R1(new Constant(1), 0))
                .withMessage("interval must be between 1 and 100000, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Penalty.FiniteR1(new Constant(1), 1, 0))
                .withMessage("epsilon must be above 0 and at most 1, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Penalty.FiniteR2(new Constant(1), 1, Double.NaN))
                .withMessage("epsilon must be above 0 and at most 1, got NaN");
    }
}
