package io.github.gan4j.game;

import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.ProjectedScore;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * A term of discriminators, for the most part one that keeps them smooth. Gradients are those of the score by the
 * sample as it came, before augmentation; squares are summed over the sample and averaged over the batch. The records in
 * here are the kinds that a plan can name; a program may bring its own.
 */
@Kinds
public interface Penalty extends Term {
    /** The cost of a turn against a generator, a scalar that can be differentiated. */
    Tensor of(Duel duel);

    /** The factor of its cost, where it is one schedule. */
    default Optional<Schedule> strength() {
        return this instanceof Record record
                ? Settings.component(record, Schedule.class).map(name -> (Schedule) Settings.value(record, name))
                : Optional.empty();
    }

    /**
     * The lazy regularisation interval n: the cost comes in every n-th turn of a discriminator, then n times as strong
     * (Karras et al. 2020, arXiv:1912.04958, appendix B).
     */
    default int interval() {
        return 1;
    }

    /**
     * Whether the cost comes in the discriminator's next turn. Turns count, not steps: a referee may keep a discriminator
     * out of just those steps in which it would be due.
     */
    default boolean due(Discriminator discriminator) {
        return discriminator.optimizer().steps() % interval() == 0;
    }

    @Override
    default Optional<Tensor> discriminator(Duel duel) {
        if (!due(duel.discriminator())) return Optional.empty();
        Tensor cost = of(duel);
        if (cost == null || cost.count() != 1)
            throw new IllegalStateException(getClass().getName() + ": the cost must be a tensor of one number, got "
                    + (cost == null ? "null" : Arrays.toString(cost.shape())));
        return Optional.of(interval() == 1 ? cost : cost.times(interval()));
    }

    /** Whether it drowns in the rounding of bf16. */
    default boolean needsFullPrecision() {
        return false;
    }

    /** Whether it learns from the gradient of the score, which takes views that are {@link Augmentation#twiceDifferentiable}. */
    default boolean needsExactGradients() {
        return false;
    }

    /**
     * Whether it can be computed where the class enters a discriminator here.
     *
     * @param packed whether several samples are judged together
     */
    default boolean suits(Labels labels, boolean packed) {
        return true;
    }

    /** γ/2 · |∇D|² on reals (Mescheder et al. 2018, arXiv:1801.04406, equation 9). */
    record R1(@Default("1") Schedule gamma, @Default("1") int interval) implements Penalty {
        public R1 {
            require("gamma", gamma, interval);
        }

        public R1(Schedule gamma) {
            this(gamma, 1);
        }

        @Override
        public Tensor of(Duel duel) {
            return squaredGradients(duel.real())
                    .mean()
                    .times(gamma.at(duel.moment().images()) / 2);
        }

        @Override
        public boolean needsExactGradients() {
            return true;
        }
    }

    /** The same on fakes (Mescheder et al. 2018, section 4.1). */
    record R2(@Default("1") Schedule gamma, @Default("1") int interval) implements Penalty {
        public R2 {
            require("gamma", gamma, interval);
        }

        public R2(Schedule gamma) {
            this(gamma, 1);
        }

        @Override
        public Tensor of(Duel duel) {
            return squaredGradients(duel.fake())
                    .mean()
                    .times(gamma.at(duel.moment().images()) / 2);
        }

        @Override
        public boolean needsExactGradients() {
            return true;
        }
    }

    /** λ · (|∇D| - 1)² at random points between reals and fakes (Gulrajani et al. 2017, arXiv:1704.00028, equation 3). */
    record GradientPenalty(
            @Default("1") Schedule lambda, @Default("1") int interval) implements Penalty {
        public GradientPenalty {
            require("lambda", lambda, interval);
        }

        @Override
        public Tensor of(Duel duel) {
            Tensor real = duel.real().samples(), fake = duel.fake().samples();
            Tensor share = shares(real, duel.moment());
            Tensor between = fake.plus(real.minus(fake).times(share));
            return unitGradient(duel, between).times(lambda.at(duel.moment().images()));
        }

        @Override
        public boolean needsExactGradients() {
            return true;
        }
    }

    /**
     * λ · (|∇D| - 1)² near the reals: each is moved part of the way towards itself plus half the batch's standard deviation
     * times uniform noise (Kodali et al. 2017, arXiv:1705.07215, as in the authors' program).
     */
    record Dragan(
            @Default("1") Schedule lambda, @Default("1") int interval) implements Penalty {
        public Dragan {
            require("lambda", lambda, interval);
        }

        @Override
        public Tensor of(Duel duel) {
            Tensor samples = duel.real().samples().detached();
            double reach = 0.5 * samples.deviation().value();
            Tensor noise =
                    Tensor.uniform(0, reach, samples.shape()).on(duel.moment().device());
            Tensor share = shares(samples, duel.moment());
            return unitGradient(duel, samples.plus(noise.times(share)))
                    .times(lambda.at(duel.moment().images()));
        }

        @Override
        public boolean needsExactGradients() {
            return true;
        }
    }

    /**
     * R1 without second derivatives: γ/2 · ((D(x + εn) - D(x)) / ε)² with n ~ N(0, I) on reals, whose mean over n tends
     * to R1 as ε goes to 0 (Lin et al. 2025, arXiv:2511.22475). In bf16 the difference drowns in rounding.
     *
     * @param epsilon how far the difference reaches; 0.01 in the paper
     */
    record FiniteR1(
            @Default("1") Schedule gamma,
            @Default("1") int interval,
            @Default("0.01") double epsilon) implements Penalty {
        public FiniteR1 {
            require("gamma", gamma, interval);
            Check.aboveZero("epsilon", epsilon, 1);
        }

        @Override
        public Tensor of(Duel duel) {
            return squaredDifference(duel, duel.real(), epsilon)
                    .times(gamma.at(duel.moment().images()) / 2);
        }

        @Override
        public boolean needsFullPrecision() {
            return true;
        }
    }

    /** The same on fakes. */
    record FiniteR2(
            @Default("1") Schedule gamma,
            @Default("1") int interval,
            @Default("0.01") double epsilon) implements Penalty {
        public FiniteR2 {
            require("gamma", gamma, interval);
            Check.aboveZero("epsilon", epsilon, 1);
        }

        @Override
        public Tensor of(Duel duel) {
            return squaredDifference(duel, duel.fake(), epsilon)
                    .times(gamma.at(duel.moment().images()) / 2);
        }

        @Override
        public boolean needsFullPrecision() {
            return true;
        }
    }

    /**
     * Reals with a wrong class count as fakes: log(1 + exp(score)), averaged over all wrong classes of all reals, times the
     * weight (the matching-aware discriminator of Reed et al. 2016, arXiv:1605.05396, section 4.2, with every wrong class in
     * place of a random one). It needs a discriminator whose labels are projection: the features of a sample are the same for
     * every class there, so all scores are one product of matrices.
     */
    record WrongLabels(@Default("1") Schedule weight) implements Penalty {
        public WrongLabels {
            require("weight", weight, 1);
        }

        @Override
        public Tensor of(Duel duel) {
            Tensor labels = duel.real().labels().orElseThrow();
            Tensor costs = scoreOfEach(duel.real()).softplus();
            Tensor others = labels.times(-1).plus(1);
            // a single class has no wrong ones: all costs are masked, and their mean is 0
            long wrong = Math.max(1, labels.size(0) * (labels.size(1) - 1));
            return costs.times(others).sum().times(weight.at(duel.moment().images()) / wrong);
        }

        @Override
        public boolean suits(Labels labels, boolean packed) {
            return (labels == Labels.PROJECTION || labels == Labels.AUTO) && !packed;
        }

        private static Tensor scoreOfEach(Scored scored) {
            if (scored.last() instanceof ProjectedScore score) return scored.from(score::scoreOfEach);
            throw new IllegalArgumentException(
                    "wrong-labels needs a discriminator that ends with a projection of the labels");
        }
    }

    /** |∇D|² of each sample or pack: {@code [batch]}. */
    private static Tensor squaredGradients(Scored scored) {
        Tensor gradients = scored.scores().sum().gradientFor(scored.samples());
        return gradients.reshaped(scored.scores().size(0), -1).squared().sumPerSample();
    }

    /** The mean of (|∇D| - 1)² at these samples. */
    private static Tensor unitGradient(Duel duel, Tensor samples) {
        Scored scored =
                duel.discriminator().judge(samples.withGradient(), duel.real().labels(), duel.moment());
        // sqrt has an infinite derivative at 0; the addend keeps it finite
        return squaredGradients(scored)
                .plus(1e-12)
                .squareRoot()
                .plus(-1)
                .squared()
                .mean();
    }

    private static Tensor squaredDifference(Duel duel, Scored scored, double epsilon) {
        Tensor samples = scored.samples().detached();
        Tensor noise =
                Tensor.gaussian(samples.shape()).on(duel.moment().device()).times(epsilon);
        Tensor views = scored.view().apply(samples.plus(noise));
        Tensor moved = duel.discriminator().lookAt(views, scored.labels()).scores();
        return moved.minus(scored.scores()).times(1 / epsilon).squared().mean();
    }

    /** A share for each sample, from 0 to 1: {@code [batch, 1, ...]} with as many dimensions as the samples. */
    private static Tensor shares(Tensor samples, Moment moment) {
        long[] shape = new long[samples.shape().length];
        Arrays.fill(shape, 1);
        shape[0] = samples.size(0);
        return Tensor.uniform(0, 1, samples.size(0)).reshaped(shape).on(moment.device());
    }

    private static void require(String name, Schedule strength, int interval) {
        strength.requireBetween(name, 0, 1e9);
        Check.between("interval", interval, 1, 100_000);
    }
}
