package io.github.gan4j.setup;

import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Content;
import io.github.gan4j.game.Degradation;
import io.github.gan4j.game.Foresight;
import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Purpose;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Sight;
import io.github.gan4j.game.Team;
import io.github.gan4j.game.Weighting;
import io.github.gan4j.plan.AugmentationPlan;
import io.github.gan4j.plan.ContentPlan;
import io.github.gan4j.plan.DamagePlan;
import io.github.gan4j.plan.EncoderPlan;
import io.github.gan4j.plan.ObjectivePlan;
import io.github.gan4j.plan.OptimizerPlan;
import io.github.gan4j.plan.PenaltyPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PlayerPlan;
import io.github.gan4j.plan.RefereePlan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Historical;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.RmsProp;
import io.github.gan4j.tensor.Sgd;
import java.util.List;

/** The parts of a game that a plan names. A new objective, penalty, augmentation or referee is one row here. */
public final class Rules {
    /** How far a finite difference reaches (Lin et al. 2025, arXiv:2511.22475). */
    private static final double DIFFERENCE = 0.01;

    private Rules() {}

    static Objective objective(ObjectivePlan plan) {
        double smoothing = plan.smoothing();
        Objective objective =
                switch (plan.name()) {
                    case NON_SATURATING -> new Objective.NonSaturating(smoothing);
                    case MINIMAX -> new Objective.Minimax(smoothing);
                    case LEAST_SQUARES -> new Objective.LeastSquares(smoothing);
                    case WASSERSTEIN -> new Objective.Wasserstein();
                    case HINGE -> new Objective.Hinge();
                    case RELATIVISTIC -> new Objective.Relativistic();
                    case FEATURE_MATCHING -> new Objective.FeatureMatching();
                };
        if (smoothing != 0 && objective.getClass().getRecordComponents().length == 0)
            throw new IllegalArgumentException("smoothing is " + smoothing + ", but '" + Words.of(plan.name())
                    + "' has no labels to smooth; allowed with non-saturating, minimax and least-squares");
        return objective;
    }

    /** What generators start from. */
    static GeneratorInput input(Plan plan) {
        if (plan.encoder().used()) return GeneratorInput.reals();
        return plan.restoring() ? degradation(plan.damage()) : new Latents(plan.latent()).input(plan.seed());
    }

    /** What discriminators of samples are shown. */
    static Sight sight(EncoderPlan plan) {
        return plan.used() && plan.shown() == EncoderPlan.Shown.REDRAWN ? new Sight.Redrawn() : Sight.SAMPLES;
    }

    /** That of codes, if there is one, comes first. */
    static Weighting weightingOfDiscriminators(Plan plan) {
        EncoderPlan encoder = plan.encoder();
        return encoder.used()
                ? new Weighting.Given(List.of(encoder.codesWeight(), 1 - encoder.codesWeight()))
                : weighting(plan.discriminator());
    }

    /** What a generator makes small. */
    static Purpose purpose(Plan plan) {
        return new Purpose(
                plan.objective().generatorWeight(),
                plan.objective().generatorShare(),
                new Foresight(plan.objective().foresight(), plan.objective().foresightRate()),
                plan.content().stream().map(Rules::content).toList());
    }

    private static Content content(ContentPlan plan) {
        return switch (plan.kind()) {
            case L1 -> new Content.L1(plan.weight());
            case L2 -> new Content.L2(plan.weight());
            case SHRUNK_L1 -> new Content.ShrunkL1(plan.weight());
        };
    }

    /** What is done to reals before a restoring generator sees them. */
    public static Degradation degradation(DamagePlan plan) {
        return new Degradation(
                plan.factor(),
                Degradation.Filter.valueOf(plan.filter().name()),
                plan.sigma(),
                plan.shared(),
                Degradation.Range.valueOf(plan.range().name()));
    }

    static Penalty penalty(PenaltyPlan plan) {
        return switch (plan.kind()) {
            case R1 -> new Penalty.R1(plan.strength(), plan.every());
            case R2 -> new Penalty.R2(plan.strength(), plan.every());
            case GRADIENT -> new Penalty.GradientPenalty(plan.strength(), plan.every());
            case DRAGAN -> new Penalty.Dragan(plan.strength(), plan.every());
            case FINITE_R1 -> new Penalty.FiniteR1(plan.strength(), plan.every(), DIFFERENCE);
            case FINITE_R2 -> new Penalty.FiniteR2(plan.strength(), plan.every(), DIFFERENCE);
        };
    }

    /** Whether the penalty drowns in the rounding of bf16. */
    static boolean needsFullPrecision(PenaltyPlan plan) {
        return penalty(plan).needsFullPrecision();
    }

    public static Augmentation augmentation(AugmentationPlan plan) {
        return switch (plan.kind()) {
            case INSTANCE_NOISE -> new Augmentation.InstanceNoise(plan.strength());
            case WARP -> new Augmentation.Warp(plan.strength(), plan.bend());
            case PACKING -> new Augmentation.Packing(plan.samples());
            case DIFF_AUGMENT ->
                new Augmentation.DiffAugment(plan.policy().stream()
                        .map(policy -> Augmentation.DiffAugment.Policy.valueOf(policy.name()))
                        .toList());
        };
    }

    static Referee referee(RefereePlan plan) {
        return switch (plan.kind()) {
            case EVERYONE -> new Referee.Everyone();
            case ALTERNATE -> new Referee.Alternate(plan.discriminator(), plan.generator());
            case REPEAT -> new Referee.Repeat(plan.discriminator(), plan.generator());
            case WORST_PLAYER -> new Referee.WorstPlayer(plan.together());
            case MARGIN -> new Referee.Margin(plan.margin());
            case LOSS_RATIO -> new Referee.LossRatio(plan.ratio());
            case PACE -> new Referee.Pace(plan.strength());
            case GENERATORS -> new Referee.Generators();
        };
    }

    static Weighting weighting(PlayerPlan plan) {
        return switch (plan.weighting()) {
            case GIVEN -> plan.weights().isEmpty() ? new Weighting.Uniform() : new Weighting.Given(plan.weights());
            case SOFTMAX -> new Weighting.Softmax(plan.temperature());
            case WORST -> new Weighting.Worst();
        };
    }

    static Team.Batches batches(PlayerPlan plan) {
        return Team.Batches.valueOf(plan.batches().name());
    }

    static Optimizer optimizer(OptimizerPlan plan, long count, Device device) {
        Optimizer optimizer = plain(plan, count, device);
        return plan.history() == 0 ? optimizer : new Historical(optimizer, plan.history(), count, device);
    }

    private static Optimizer plain(OptimizerPlan plan, long count, Device device) {
        return switch (plan.kind()) {
            case ADAM -> new Adam(count, device, plan.beta1(), plan.beta2(), plan.epsilon());
            case RMSPROP -> new RmsProp(count, device, plan.alpha(), plan.epsilon());
            case SGD -> new Sgd(count, device, plan.momentum(), plan.nesterov());
        };
    }
}
