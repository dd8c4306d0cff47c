package io.github.gan4j.setup;

import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Content;
import io.github.gan4j.game.Damage;
import io.github.gan4j.game.DiffAugment;
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
import java.util.stream.Collectors;

/** The parts of a game that a plan names. A new objective, penalty, augmentation or referee is one row here. */
public final class Rules {
    /** How far a finite difference reaches (Lin et al. 2025, arXiv:2511.22475). */
    private static final double DIFFERENCE = 0.01;

    /** Shades of 0 to 255 in one unit of a sample. */
    public static final double SHADES = 127.5;

    private Rules() {}

    static Objective objective(ObjectivePlan plan) {
        return Objective.named(Words.of(plan.name()), plan.smoothing());
    }

    /** What generators start from. */
    static GeneratorInput input(Plan plan) {
        if (plan.encoder().used()) return GeneratorInput.reals();
        return plan.restoring() ? damage(plan.damage()) : new Latents(plan.latent()).input(plan.seed());
    }

    /** What discriminators of samples are shown. */
    static Sight sight(EncoderPlan plan) {
        return plan.used() && plan.shown() == EncoderPlan.Shown.REDRAWN ? new Sight.Redrawn() : Sight.SAMPLES;
    }

    /** That of codes, if there is one, comes first. */
    static Weighting weightingOfDiscriminators(Plan plan) {
        EncoderPlan encoder = plan.encoder();
        return encoder.used()
                ? Weighting.given(List.of(encoder.codesWeight(), 1 - encoder.codesWeight()))
                : weighting(plan.discriminator());
    }

    /** What a generator makes small. */
    static Purpose purpose(Plan plan) {
        return new Purpose(
                plan.objective().generatorWeight(),
                plan.objective().generatorShare(),
                new Foresight(plan.objective().foresight(), plan.objective().foresightRate()),
                plan.content().stream()
                        .map(content -> content(content, plan.damage().factor()))
                        .toList());
    }

    private static Content content(ContentPlan plan, int factor) {
        return switch (plan.kind()) {
            case L1 -> new Content.Absolute(plan.weight());
            case L2 -> new Content.Squared(plan.weight());
            case SHRUNK_L1 -> new Content.Shrunk(plan.weight(), factor);
        };
    }

    /** What is done to reals before a restoring generator sees them. */
    public static Damage damage(DamagePlan plan) {
        return new Damage(
                plan.factor(),
                Damage.Filter.valueOf(plan.filter().name()),
                plan.leastSigma() / SHADES,
                plan.mostSigma() / SHADES,
                plan.shared(),
                Damage.Range.valueOf(plan.range().name()));
    }

    static Penalty penalty(PenaltyPlan plan) {
        Penalty penalty =
                switch (plan.kind()) {
                    case R1 -> new Penalty.R1(plan.strength());
                    case R2 -> new Penalty.R2(plan.strength());
                    case GRADIENT -> new Penalty.Gradient(plan.strength());
                    case DRAGAN -> new Penalty.Dragan(plan.strength());
                    case FINITE_R1 -> new Penalty.FiniteR1(plan.strength(), DIFFERENCE);
                    case FINITE_R2 -> new Penalty.FiniteR2(plan.strength(), DIFFERENCE);
                };
        return plan.every() == 1 ? penalty : new Penalty.Every(plan.every(), penalty);
    }

    /** Whether the penalty drowns in the rounding of bf16. */
    static boolean needsFullPrecision(PenaltyPlan plan) {
        return plan.kind() == PenaltyPlan.Kind.FINITE_R1 || plan.kind() == PenaltyPlan.Kind.FINITE_R2;
    }

    public static Augmentation augmentation(AugmentationPlan plan) {
        return switch (plan.kind()) {
            case INSTANCE_NOISE -> new Augmentation.InstanceNoise(plan.strength());
            case WARP -> new Augmentation.Warp(plan.strength(), plan.bend());
            case PACKING -> new Augmentation.Packing(plan.samples());
            case DIFF_AUGMENT ->
                new DiffAugment(plan.policy().stream()
                        .map(policy -> DiffAugment.Policy.valueOf(policy.name()))
                        .collect(Collectors.toSet()));
        };
    }

    static Referee referee(RefereePlan plan) {
        return switch (plan.kind()) {
            case EVERYONE -> Referee.everyone();
            case ALTERNATE -> Referee.alternate(plan.discriminator(), plan.generator());
            case REPEAT -> Referee.repeat(plan.discriminator(), plan.generator());
            case WORST_PLAYER -> Referee.worstPlayer(plan.together());
            case MARGIN -> Referee.margin(plan.margin());
            case LOSS_RATIO -> Referee.lossRatio(plan.ratio());
            case PACE -> Referee.paced(plan.strength());
            case GENERATORS -> Referee.generators();
        };
    }

    static Weighting weighting(PlayerPlan plan) {
        return switch (plan.weighting()) {
            case GIVEN -> plan.weights().isEmpty() ? Weighting.uniform() : Weighting.given(plan.weights());
            case SOFTMAX -> Weighting.softmax(1 / plan.temperature());
            case WORST -> Weighting.worst();
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
