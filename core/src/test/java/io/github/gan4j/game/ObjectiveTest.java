package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
    /*
     * The eight scores of all tables, with softplus(x) = ln(1 + e^x):
     *
     *   x            -3       -2       -1     -0.5        0      0.5        1        2
     *   softplus 0.048587 0.126928 0.313262 0.474077 0.693147 0.974077 1.313262 2.126928
     */
    private static final float[] REAL = {1, -2, 0.5f, 3};
    private static final float[] FAKE = {0, -1, 2, -0.5f};

    /**
     * By hand, four terms each:
     *
     * <pre>
     * cross-entropy    reals softplus(-r): .313262 + 2.126928 + .474077 + .048587 = 2.962854, mean .740713
     *                  fakes softplus(f):  .693147 + .313262 + 2.126928 + .474077 = 3.607414, mean .901854
     *                  generator softplus(-f): .693147 + 1.313262 + .126928 + .974077 = 3.107414, mean .776854
     * smoothing 0.1    .9 softplus(-r) + .1 softplus(r) = softplus(-r) + .1 r; the mean of r is .625
     * least squares    (r - 1)²: 0 + 9 + .25 + 4 = 13.25; f²: 0 + 1 + 4 + .25 = 5.25; (f - 1)²: 1 + 4 + 1 + 2.25 = 8.25
     * smoothing 0.1    (r - .9)²: .01 + 8.41 + .16 + 4.41 = 12.99
     * wasserstein      the mean of f is .125
     * hinge            max(0, 1 - r): 0 + 3 + .5 + 0 = 3.5; max(0, 1 + f): 1 + 0 + 3 + .5 = 4.5
     * relativistic     f - r: -1, 1, 1.5, -3.5; softplus: .313262 + 1.313262 + 1.701413 + .029750 = 3.357687
     *                  softplus(r - f): 1.313262 + .313262 + .201413 + 3.529750 = 5.357687
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "non-saturating, 0,   1.642567,  0.776854",
        "non-saturating, 0.1, 1.705067,  0.776854",
        "minimax,        0,   1.642567, -0.901854",
        "minimax,        0.1, 1.705067, -0.901854",
        "least-squares,  0,   2.3125,    1.03125",
        "least-squares,  0.1, 2.28,      1.03125",
        "wasserstein,    0,  -0.5,      -0.125",
        "hinge,          0,   2.0,      -0.125",
        "relativistic,   0,   0.839422,  1.339422",
    })
    void losses_of_eight_scores(String name, double smoothing, double discriminator, double generator) {
        Objective objective = Objectives.named(name, smoothing);
        try (Scope scope = new Scope()) {
            Scored real = Scored.of(Tensor.of(REAL, 4)), fake = Scored.of(Tensor.of(FAKE, 4));
            assertThat((double) objective.discriminator(real, fake).value()).isCloseTo(discriminator, within(2e-6));
            assertThat((double) objective.generator(real, fake).value()).isCloseTo(generator, within(2e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 2 ln 2, ln 2 and their like; with smoothing 0.1 the best discriminator says 0.45
        "non-saturating, 0,   1.386294,  0.693147",
        "non-saturating, 0.1, 1.376278,  0.798508",
        "minimax,        0,   1.386294, -0.693147",
        "minimax,        0.1, 1.376278, -0.597837",
        "least-squares,  0,   0.25,      0.125",
        "least-squares,  0.1, 0.2025,    0.15125",
        "wasserstein,    0,   0,         0",
        "hinge,          0,   2,         0",
        "relativistic,   0,   0.693147,  0.693147",
    })
    void losses_at_rest(String name, double smoothing, double discriminator, double generator) {
        Objective objective = Objectives.named(name, smoothing);
        assertThat(objective.discriminatorAtRest()).isCloseTo(discriminator, within(1e-6));
        assertThat(objective.generatorAtRest()).isCloseTo(generator, within(1e-6));
    }

    static Stream<Arguments> all() {
        return Stream.concat(
                        Objectives.ALL.stream().filter(o -> !o.matching()),
                        Stream.of(
                                new Objective.NonSaturating(0.1),
                                new Objective.Minimax(0.2),
                                new Objective.LeastSquares(0.3)))
                .map(o -> Arguments.of(Named.of(Objectives.nameOf(o) + ", rest " + o.discriminatorAtRest(), o)));
    }

    /** At rest reals and fakes are alike, so that each score s is given to both; the discriminator takes the best s. */
    @ParameterizedTest
    @MethodSource("all")
    void rest_is_the_best_a_discriminator_can_do_when_fakes_are_like_reals(Objective objective) {
        double best = Double.MAX_VALUE, bestScore = Double.NaN;
        for (double score = -2; score <= 2.0001; score += 0.001) {
            double loss = loss(objective, score, true);
            if (loss < best - 1e-7) {
                best = loss;
                bestScore = score;
            }
        }
        assertThat(best).isCloseTo(objective.discriminatorAtRest(), within(1e-6));
        // where every score is as good as any other, rest is at 0
        boolean free = List.of("wasserstein", "hinge", "relativistic").contains(Objectives.nameOf(objective));
        assertThat(loss(objective, free ? 0 : bestScore, false)).isCloseTo(objective.generatorAtRest(), within(1e-3));
    }

    private static double loss(Objective objective, double score, boolean discriminator) {
        try (Scope scope = new Scope()) {
            Scored all = Scored.of(Tensor.filled(score, 2));
            return (discriminator ? objective.discriminator(all, all) : objective.generator(all, all)).value();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void raising_a_fake_score_is_good_for_the_generator_and_bad_for_the_discriminator(Objective objective) {
        float[] between = {0.5f, 0.1f, 0.9f, 0.3f}; // where least squares wants fakes lower and the generator higher
        try (Scope scope = new Scope()) {
            Tensor real = Tensor.of(new float[] {0.4f, -2, 0.6f, -0.3f}, 4).withGradient();
            Tensor fake = Tensor.of(between, 4).withGradient();
            Tensor generator = objective.generator(Scored.of(real), Scored.of(fake));
            Tensor discriminator = objective.discriminator(Scored.of(real), Scored.of(fake));
            allBelow0(generator.gradientFor(fake));
            allBelow0(discriminator.gradientFor(real));
            allBelow0(discriminator.gradientFor(fake).negated());
        }
    }

    private static void allBelow0(Tensor values) {
        for (float value : values.toFloats()) assertThat(value).isNegative();
    }

    @Test
    void only_generators_that_compare_look_at_reals() {
        assertThat(Objectives.ALL.stream().filter(Objective::comparing).map(Objectives::nameOf))
                .containsExactly("relativistic", "feature-matching");
        try (Scope scope = new Scope()) {
            Scored fake = Scored.of(Tensor.of(FAKE, 4));
            for (Objective objective : Objectives.ALL)
                if (!objective.comparing())
                    assertThat(objective.generator(Scored.none(), fake).value()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_turn_at_rest_is_not_behind(Objective objective) {
        double score = restingScore(objective);
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(score, 0), 0);
        Generator generator = Players.generator("generator", Players.line(0, 1), 1, 0);
        try (Scope scope = new Scope();
                Game game = Players.game(generator, discriminator, objective)) {
            Reals reals = Reals.of(Tensor.gaussian(16, 1));
            Turn first = game.play(discriminator, reals, Players.step(0));
            Turn second = game.play(generator, reals, Players.step(0));
            assertThat(first.behind()).isCloseTo(0, within(1e-6));
            assertThat(second.behind()).isCloseTo(0, within(1e-6));
            assertThat(second.belief()).isEmpty();
            // 0.5 without smoothing
            double p =
                    Objectives.nameOf(objective).equals("least-squares") ? sigmoid(4 * (score - 0.5)) : sigmoid(score);
            Belief belief = first.belief().orElseThrow();
            assertThat(belief.pReal()).isCloseTo(p, within(1e-6));
            assertThat(belief.pFake()).isCloseTo(p, within(1e-6));
            assertThat(belief.realError()).isCloseTo(-Math.log(p), within(1e-6));
            assertThat(belief.fakeError()).isCloseTo(-Math.log(1 - p), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"non-saturating", "minimax", "least-squares", "wasserstein", "hinge", "relativistic"})
    void beliefs_are_one_half_at_rest(String name) {
        double score = restingScore(Objectives.named(name, 0));
        try (Scope scope = new Scope()) {
            Belief belief = Objectives.named(name, 0)
                    .belief(Scored.of(Tensor.filled(score, 4)), Scored.of(Tensor.filled(score, 4)));
            assertThat(List.of(belief.pReal(), belief.pFake())).containsExactly(0.5, 0.5);
            assertThat(belief.realError()).isCloseTo(Math.log(2), within(1e-6));
            assertThat(belief.fakeError()).isCloseTo(Math.log(2), within(1e-6));
        }
    }

    /** Half the target of the reals, as a score. */
    private static double restingScore(Objective objective) {
        return switch (Objectives.nameOf(objective)) {
            case "non-saturating" -> logit(Math.exp(-objective.generatorAtRest()));
            case "minimax" -> logit(1 - Math.exp(objective.generatorAtRest()));
            case "least-squares" -> Math.sqrt(objective.discriminatorAtRest());
            default -> 0;
        };
    }

    private static double logit(double p) {
        return Math.abs(p - 0.5) < 1e-12 ? 0 : Math.log(p / (1 - p));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasserstein", "hinge"})
    void a_constant_added_to_all_scores_changes_no_belief_where_scores_have_no_zero(String name) {
        try (Scope scope = new Scope()) {
            Objective objective = Objectives.named(name, 0);
            Belief one = objective.belief(Scored.of(Tensor.of(REAL, 4)), Scored.of(Tensor.of(FAKE, 4)));
            Belief other = objective.belief(
                    Scored.of(Tensor.of(REAL, 4).plus(7)),
                    Scored.of(Tensor.of(FAKE, 4).plus(7)));
            assertThat(other.pReal()).isCloseTo(one.pReal(), within(1e-6));
            assertThat(other.fakeError()).isCloseTo(one.fakeError(), within(1e-5));
        }
    }

    @Test
    void losses_stay_positive_where_both_are_above_zero_at_rest() {
        assertThat(Objectives.ALL.stream().filter(Objective::staysPositive).map(Objectives::nameOf))
                .containsExactly("non-saturating", "least-squares", "relativistic");
    }

    @ParameterizedTest
    @CsvSource({
        "non-saturating,   LOGIT",
        "minimax,          LOGIT",
        "least-squares,    TARGET",
        "wasserstein,      UNBOUNDED",
        "hinge,            UNBOUNDED",
        "relativistic,     RELATIVE_LOGIT",
        "feature-matching, LOGIT",
    })
    void each_objective_knows_what_its_scores_mean(String name, Scale scale) {
        assertThat(Objectives.named(name, 0).scale()).isEqualTo(scale);
    }

    @Test
    void impossible_smoothing_is_refused_in_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Objective.NonSaturating(0.5))
                .withMessage("smoothing must be at least 0 and below 0.5, got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Objective.LeastSquares(Double.NaN))
                .withMessage("smoothing must be at least 0 and below 0.5, got NaN");
    }
}
