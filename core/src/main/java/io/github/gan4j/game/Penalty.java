package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;

/**
 * An extra cost of a discriminator: it keeps it smooth, or ties it to what is known. Gradients are those of the score by
 * the sample as it came, before augmentation; squares are summed over the sample and averaged over the batch.
 */
public sealed interface Penalty {

    /**
     * The cost, a scalar that can be differentiated.
     *
     * @param moment where the game stands
     */
    Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment);

    /** γ/2 · |∇D|² on reals (Mescheder et al. 2018, arXiv:1801.04406, equation 9). */
    record R1(Schedule gamma) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            return squaredSlopes(real).mean().times(gamma.at(moment.images()) / 2);
        }
    }

    /** The same on fakes (Mescheder et al. 2018, section 4.1). */
    record R2(Schedule gamma) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            return squaredSlopes(fake).mean().times(gamma.at(moment.images()) / 2);
        }
    }

    /** λ · (|∇D| - 1)² at random points between reals and fakes (Gulrajani et al. 2017, arXiv:1704.00028, equation 3). */
    record Gradient(Schedule lambda) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            Tensor share = perSample(
                    real.samples(), Tensor.uniform(0, 1, real.samples().size(0)));
            Tensor between = fake.samples()
                    .plus(real.samples().minus(fake.samples()).times(share))
                    .detached();
            return unitSlope(discriminator.judge(between, moment)).times(lambda.at(moment.images()));
        }
    }

    /**
     * λ · (|∇D| - 1)² near the reals: each is moved part of the way towards itself plus half the batch's deviation
     * times uniform noise (Kodali et al. 2017, arXiv:1705.07215, as in the authors' program).
     */
    record Dragan(Schedule lambda) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            Tensor samples = real.samples().detached();
            double reach = 0.5 * samples.deviation().value();
            Tensor noise = Tensor.uniform(0, reach, samples.shape()).on(moment.device());
            Tensor share = perSample(samples, Tensor.uniform(0, 1, samples.size(0)));
            return unitSlope(discriminator.judge(samples.plus(noise.times(share)), moment))
                    .times(lambda.at(moment.images()));
        }
    }

    /**
     * R1 without second derivatives: γ/2 · ((D(x + εn) - D(x)) / ε)² with n ~ N(0, I) on reals, whose mean over n tends
     * to R1 as ε goes to 0 (Lin et al. 2025, arXiv:2511.22475). In bf16 the difference drowns in rounding.
     */
    record FiniteR1(Schedule gamma, double epsilon) implements Penalty {
        public FiniteR1 {
            requireStep(epsilon);
        }

        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            return squaredDifference(discriminator, real, epsilon, moment).times(gamma.at(moment.images()) / 2);
        }
    }

    /** The same on fakes. */
    record FiniteR2(Schedule gamma, double epsilon) implements Penalty {
        public FiniteR2 {
            requireStep(epsilon);
        }

        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            return squaredDifference(discriminator, fake, epsilon, moment).times(gamma.at(moment.images()) / 2);
        }
    }

    /**
     * The cross-entropy of the classes of samples whose class is known, for discriminators that tell classes apart
     * (Salimans et al. 2016, arXiv:1606.03498, section 5).
     *
     * @param samples those of a moment, labelled
     */
    record KnownClasses(Function<Moment, Reals> samples, double strength) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            Reals known = samples.apply(moment);
            Tensor scores = discriminator.classScores(known.samples(), moment);
            return Softmax.crossEntropy(scores, known.labels().orElseThrow(), 0).times(strength);
        }
    }

    /**
     * The class of a real sample of unknown class shall be the same when it is seen through augmentations: where the plain
     * sample's class is certain enough, the cross-entropy of its augmented view with it (FixMatch: Sohn et al. 2020,
     * arXiv:2001.07685, equation 4; for discriminators Zhang et al. 2020, arXiv:1910.12027).
     *
     * @param certainty the least probability of the most probable class that is believed
     */
    record Agreement(Schedule strength, double certainty) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            double now = strength.at(moment.images());
            if (now == 0) return Tensor.zeros().on(moment.device());
            Tensor plain = real.samples().detached();
            Tensor believed = Scope.withoutGradients(() ->
                    Softmax.certain(Softmax.probabilities(discriminator.classScoresOfSeen(plain, moment)), certainty));
            return Softmax.crossEntropy(discriminator.classScores(plain, moment), believed, 0)
                    .times(now);
        }
    }

    /**
     * Samples of unknown class and their augmented views shall be told into classes that say as much of one another as they
     * can: each sample into one class, its view into the same, and all classes alike often (Ji et al. 2019,
     * arXiv:1807.06653, equation 3; in a game Springenberg 2016, arXiv:1511.06390).
     */
    record Information(Schedule strength) implements Penalty {
        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            Tensor plain = real.samples().detached();
            Tensor first = Softmax.probabilities(discriminator.classScoresOfSeen(plain, moment));
            Tensor second = Softmax.probabilities(discriminator.classScores(plain, moment));
            return Softmax.information(first, second).times(-strength.at(moment.images()));
        }
    }

    /**
     * Another penalty in every n-th turn of a discriminator only, n times as strong ("lazy", Karras et al. 2020,
     * arXiv:1912.04958, appendix B). Turns count, not steps: a referee may keep a discriminator out of just those steps
     * in which the penalty would be due.
     */
    record Every(int turns, Penalty penalty) implements Penalty {
        public Every {
            if (turns < 1) throw new IllegalArgumentException("a penalty can come every 1 turn or more, got " + turns);
        }

        @Override
        public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
            return penalty.of(discriminator, real, fake, moment).times(turns);
        }

        @Override
        public boolean due(Discriminator discriminator) {
            return discriminator.optimizer().steps() % turns == 0;
        }
    }

    /** Whether this penalty is asked for in the discriminator's next turn. */
    default boolean due(Discriminator discriminator) {
        return true;
    }

    /** |∇D|² of each sample or pack: {@code [batch]}. */
    private static Tensor squaredSlopes(Scored scored) {
        Tensor slopes = scored.scores().sum().gradientFor(scored.samples());
        return slopes.reshaped(scored.scores().size(0), -1).squared().sumPerSample();
    }

    private static Tensor unitSlope(Scored scored) {
        // the root of 0 has no slope of its own; a hair's breadth keeps its gradient finite
        return squaredSlopes(scored).plus(1e-12).squareRoot().plus(-1).squared().mean();
    }

    private static Tensor squaredDifference(Discriminator discriminator, Scored scored, double epsilon, Moment moment) {
        Tensor samples = scored.samples().detached();
        Tensor noise = Tensor.gaussian(samples.shape()).on(moment.device()).times(epsilon);
        Tensor moved = discriminator.scoreOfSeen(scored.view().apply(samples.plus(noise)), moment);
        return moved.minus(scored.scores()).times(1 / epsilon).squared().mean();
    }

    /** {@code [batch]} as {@code [batch, 1, ...]} with as many dimensions as the samples. */
    private static Tensor perSample(Tensor samples, Tensor values) {
        long[] shape = new long[samples.shape().length];
        Arrays.fill(shape, 1);
        shape[0] = samples.size(0);
        return values.reshaped(shape);
    }

    private static void requireStep(double epsilon) {
        if (!(epsilon > 0)) throw new IllegalArgumentException("epsilon must be above 0, got " + epsilon);
    }
}
