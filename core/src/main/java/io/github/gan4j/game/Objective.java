package io.github.gan4j.game;

import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What each side tries to make small, and what each loss is worth at rest, when the generator's samples are those of
 * the data and the discriminator has learned all it can.
 *
 * @param name as in plans
 * @param discriminator the discriminator's loss, a scalar
 * @param generator the generator's loss, a scalar
 * @param matching whether the generator's loss looks at features, {@code [batch, features]}, in the place of scores
 * @param comparing whether the generator's loss looks at reals too; else it is given none, which saves their judgement
 * @param discriminatorAtRest its value at rest
 * @param generatorAtRest its value at rest
 * @param logits the scores as logits of "is real", 0 for "cannot tell"; only for reading, never for learning
 */
public record Objective(
        String name,
        Function<Scores, Tensor> discriminator,
        Function<Scores, Tensor> generator,
        boolean matching,
        boolean comparing,
        double discriminatorAtRest,
        double generatorAtRest,
        UnaryOperator<Scores> logits) {

    private static final double LN2 = Math.log(2);

    /** Binary cross-entropy with the generator's loss turned round (Goodfellow et al. 2014, section 3). */
    public static final Objective NON_SATURATING = nonSaturating(0);

    /** Binary cross-entropy with the generator's loss as in the game's value (Goodfellow et al. 2014, equation 1). */
    public static final Objective MINIMAX = minimax(0);

    /** Squares of the distance to 0 for fakes and 1 for reals (Mao et al. 2017, arXiv:1611.04076, equation 9). */
    public static final Objective LEAST_SQUARES = leastSquares(0);

    /** A difference of means (Arjovsky et al. 2017, arXiv:1701.07875, equation 2); needs a penalty on gradients. */
    public static final Objective WASSERSTEIN = new Objective(
            "wasserstein",
            s -> s.fake().mean().minus(s.real().mean()),
            s -> s.fake().mean().negated(),
            false,
            false,
            0,
            0,
            Objective::centred);

    /** Only samples on the wrong side of a margin of 1 count (Lim and Ye 2017, arXiv:1705.02894, equation 3). */
    public static final Objective HINGE = new Objective(
            "hinge",
            s -> s.real()
                    .negated()
                    .plus(1)
                    .relu()
                    .mean()
                    .plus(s.fake().plus(1).relu().mean()),
            s -> s.fake().mean().negated(),
            false,
            false,
            2,
            0,
            Objective::centred);

    /**
     * Each real against a fake: more real than the other? (Jolicoeur-Martineau 2019, arXiv:1807.00734; Huang et al. 2024,
     * arXiv:2501.05441, equation 2.)
     */
    public static final Objective RELATIVISTIC = new Objective(
            "relativistic",
            s -> s.fake().minus(s.real()).softplus().mean(),
            s -> s.real().minus(s.fake()).softplus().mean(),
            false,
            true,
            LN2,
            LN2,
            s -> new Scores(s.real().minus(s.fake()), s.fake().minus(s.real())));

    /**
     * The discriminator as in {@link #NON_SATURATING}; the generator brings the mean features of its samples to those of
     * the reals (Salimans et al. 2016, arXiv:1606.03498, section 3.1).
     */
    public static final Objective FEATURE_MATCHING = new Objective(
            "feature-matching",
            crossEntropy(1),
            s -> Maps.meanOver(s.fake(), 0)
                    .minus(Maps.meanOver(s.real(), 0))
                    .squared()
                    .mean(),
            true,
            true,
            2 * LN2,
            0,
            s -> s);

    public static final List<Objective> ALL =
            List.of(NON_SATURATING, MINIMAX, LEAST_SQUARES, WASSERSTEIN, HINGE, RELATIVISTIC, FEATURE_MATCHING);

    /**
     * The non-saturating objective whose reals are wanted at {@code 1 - smoothing} (one-sided label smoothing, Salimans
     * et al. 2016, arXiv:1606.03498, section 3.4).
     */
    public static Objective nonSaturating(double smoothing) {
        double rest = realTarget(smoothing) / 2;
        return new Objective(
                "non-saturating",
                crossEntropy(realTarget(smoothing)),
                s -> s.fake().negated().softplus().mean(),
                false,
                false,
                crossEntropyAtRest(realTarget(smoothing)),
                -Math.log(rest),
                s -> s);
    }

    /** The minimax objective with one-sided label smoothing. */
    public static Objective minimax(double smoothing) {
        double rest = realTarget(smoothing) / 2;
        return new Objective(
                "minimax",
                crossEntropy(realTarget(smoothing)),
                s -> s.fake().softplus().mean().negated(),
                false,
                false,
                crossEntropyAtRest(realTarget(smoothing)),
                Math.log(1 - rest),
                s -> s);
    }

    /** The least-squares objective with one-sided label smoothing. */
    public static Objective leastSquares(double smoothing) {
        double target = realTarget(smoothing);
        return new Objective(
                "least-squares",
                s -> s.real()
                        .plus(-target)
                        .squared()
                        .mean()
                        .plus(s.fake().squared().mean())
                        .times(0.5),
                s -> s.fake().plus(-1).squared().mean().times(0.5),
                false,
                false,
                target * target / 4,
                (1 - target / 2) * (1 - target / 2) / 2,
                // a score of 0 or 1 as a logit of -2 or 2
                s -> new Scores(
                        s.real().plus(-0.5).times(4), s.fake().plus(-0.5).times(4)));
    }

    /**
     * @throws IllegalArgumentException when there is no such objective or it knows no labels to smooth
     */
    public static Objective named(String name, double smoothing) {
        Objective plain = ALL.stream()
                .filter(o -> o.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown objective '" + name + "'; known objectives: "
                        + String.join(", ", ALL.stream().map(Objective::name).toList())));
        if (smoothing == 0) return plain;
        return switch (name) {
            case "non-saturating" -> nonSaturating(smoothing);
            case "minimax" -> minimax(smoothing);
            case "least-squares" -> leastSquares(smoothing);
            default ->
                throw new IllegalArgumentException("smoothing is " + smoothing + ", but '" + name
                        + "' has no labels to smooth; allowed with non-saturating, minimax and least-squares");
        };
    }

    /** What the discriminator believed, in numbers. */
    Belief belief(Scores scores) {
        Scores seen = logits.apply(scores);
        return new Belief(
                seen.real().sigmoid().mean().value(),
                seen.fake().sigmoid().mean().value(),
                seen.real().negated().softplus().mean().value(),
                seen.fake().softplus().mean().value());
    }

    private static Function<Scores, Tensor> crossEntropy(double target) {
        Function<Tensor, Tensor> real = target == 1
                ? scores -> scores.negated().softplus().mean()
                : scores -> scores.negated()
                        .softplus()
                        .mean()
                        .times(target)
                        .plus(scores.softplus().mean().times(1 - target));
        return s -> real.apply(s.real()).plus(s.fake().softplus().mean());
    }

    private static double crossEntropyAtRest(double target) {
        double rest = target / 2;
        return -target * Math.log(rest) - (1 - target) * Math.log(1 - rest) - Math.log(1 - rest);
    }

    private static Scores centred(Scores scores) {
        double middle = (scores.real().mean().value() + scores.fake().mean().value()) / 2;
        return new Scores(scores.real().plus(-middle), scores.fake().plus(-middle));
    }

    private static double realTarget(double smoothing) {
        if (smoothing >= 0 && smoothing < 0.5) return 1 - smoothing;
        throw new IllegalArgumentException("smoothing must be at least 0 and below 0.5, got " + smoothing);
    }
}
