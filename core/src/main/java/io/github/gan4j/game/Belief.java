package io.github.gan4j.game;

import java.util.List;
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
        OneSide reals = OneSide.of(real, -1), fakes = OneSide.of(fake, 1);
        return new Belief(reals.probability, fakes.probability, reals.error, fakes.error, reals.sign);
    }

    /** Means over one side: of the probability to be real, of the softplus of {@code away · logit}, of the sign. */
    private record OneSide(double probability, double error, double sign) {
        static OneSide of(float[] logits, double away) {
            double probability = 0, error = 0, sign = 0;
            for (float logit : logits) {
                // one exponential for both, and logarithms that processors have: this is done in every turn
                double small = Math.exp(-Math.abs((double) logit)), whole = 1 + small;
                probability += (logit >= 0 ? 1 : small) / whole;
                error += Math.max(away * logit, 0) + (whole == 1 ? small : Math.log(whole) * small / (whole - 1));
                sign += Math.signum(logit);
            }
            return new OneSide(probability / logits.length, error / logits.length, sign / logits.length);
        }
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
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
