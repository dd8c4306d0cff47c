package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;

/**
 * The cross-entropy of logits, with reals wanted at a target of 1 or somewhat less (one-sided label smoothing, Salimans et
 * al. 2016, arXiv:1606.03498, section 3.4) and fakes at 0.
 */
final class CrossEntropy {
    private CrossEntropy() {}

    static Tensor of(Scored real, Scored fake, double target) {
        return ofReals(real.scores(), target).plus(fake.scores().softplus().mean());
    }

    private static Tensor ofReals(Tensor scores, double target) {
        return target == 1
                ? scores.negated().softplus().mean()
                : scores.negated()
                        .softplus()
                        .mean()
                        .times(target)
                        .plus(scores.softplus().mean().times(1 - target));
    }

    /** Its value where nobody can tell reals from fakes. */
    static double atRest(double target) {
        double rest = target / 2;
        return -target * Math.log(rest) - (1 - target) * Math.log(1 - rest) - Math.log(1 - rest);
    }

    /** @throws IllegalArgumentException when a label cannot be smoothed by so much */
    static void requireSmoothing(double smoothing) {
        if (!(smoothing >= 0 && smoothing < 0.5))
            throw new IllegalArgumentException("smoothing must be at least 0 and below 0.5, got " + smoothing);
    }
}
