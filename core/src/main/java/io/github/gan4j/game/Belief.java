package io.github.gan4j.game;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A discriminator's judgement in one turn, in numbers.
 *
 * @param pReal mean probability it gave reals to be real; 0.5 at rest
 * @param pFake mean probability it gave fakes to be real; 0.5 at rest
 * @param realError mean cross-entropy on reals, ln 2 at rest
 * @param fakeError mean cross-entropy on fakes, ln 2 at rest
 * @param realSign mean sign of the logits of reals: 0 at rest, 1 where it takes every real for real (Karras et al. 2020,
 *     arXiv:2006.06676, equation 1)
 */
public record Belief(double pReal, double pFake, double realError, double fakeError, double realSign) {
    /** From logits of "is real". */
    static Belief ofLogits(float[] real, float[] fake) {
        return new Belief(
                mean(real, Belief::sigmoid),
                mean(fake, Belief::sigmoid),
                mean(real, logit -> softplus(-logit)),
                mean(fake, Belief::softplus),
                mean(real, Math::signum));
    }

    private static double mean(float[] values, DoubleUnaryOperator of) {
        double sum = 0;
        for (float value : values) sum += of.applyAsDouble(value);
        return sum / values.length;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** log(1 + exp(x)), without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static Belief mean(List<Belief> beliefs) {
        return new Belief(
                mean(beliefs, Belief::pReal),
                mean(beliefs, Belief::pFake),
                mean(beliefs, Belief::realError),
                mean(beliefs, Belief::fakeError),
                mean(beliefs, Belief::realSign));
    }

    private static double mean(List<Belief> beliefs, ToDoubleFunction<Belief> number) {
        return beliefs.stream().mapToDouble(number).average().orElseThrow();
    }
}
