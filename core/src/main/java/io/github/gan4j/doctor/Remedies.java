package io.github.gan4j.doctor;

import io.github.gan4j.plan.AugmentationPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.ObjectivePlan;
import io.github.gan4j.plan.OptimizerPlan;
import io.github.gan4j.plan.PenaltyPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.RefereePlan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What helps against each illness, as changes of a given plan; only such that make a plan that can be followed. */
final class Remedies {
    /** The penalties on the slope at reals, and at fakes, in all their forms. */
    private static final List<Set<PenaltyPlan.Kind>> SLOPES = List.of(
            EnumSet.of(PenaltyPlan.Kind.R1, PenaltyPlan.Kind.FINITE_R1),
            EnumSet.of(PenaltyPlan.Kind.R2, PenaltyPlan.Kind.FINITE_R2));

    /** From so many times as high on, a learning rate is another one. */
    private static final double UNLIKE = 3;
    /** And from here on it is the first thing to look at. */
    private static final double FAR_BEHIND = 10;
    /** Above so many times its usual strength a penalty leaves the generator nothing to go by. */
    private static final double FLAT = 10;

    private final Plan plan;
    private final List<Remedy> found = new ArrayList<>();

    private Remedies(Plan plan) {
        this.plan = plan;
    }

    static List<Remedy> of(Illness illness, Plan plan) {
        Remedies remedies = new Remedies(plan);
        remedies.against(illness);
        return List.copyOf(remedies.found);
    }

    private void against(Illness illness) {
        switch (illness) {
            case NOT_FINITE -> {
                bothSlower();
                smoother();
            }
            case SATURATION -> {
                if (plan.objective().name() == ObjectivePlan.Name.MINIMAX)
                    add("a loss that is not flat where the discriminator is sure", "objective.name=non-saturating");
                smoother();
                slower("discriminator", 0.2);
                noisier();
            }
            case DISCRIMINATOR_OVERPOWERING -> {
                modernAtOnePace("generator");
                modern();
                balanced("generator");
                smoother();
                slower("discriminator", 0.2);
                noisier();
            }
            case GENERATOR_OVERPOWERING -> {
                modernAtOnePace("discriminator");
                modern();
                balanced("discriminator");
                moreTurns();
                slower("generator", 0.2);
            }
            case TOTAL_COLLAPSE, PARTIAL_COLLAPSE -> {
                modern();
                together();
                comparing();
                smoother();
                slower("generator", 0.3);
            }
            case OSCILLATION -> {
                modern();
                calmer();
                held("generator");
                held("discriminator");
                smoother();
                slower("generator", 0.3);
                averaged();
            }
            case MEMORISING -> {
                smoother();
                augmented();
                noisier();
                if (plan.metrics().wanted() && plan.metrics().patience() == 0)
                    add("end where the samples were best", "metrics.patience=" + 20L * 1000);
            }
            case NARROW_LATENT -> {
                double weight = plan.encoder().codesWeight();
                if (weight < 0.5) add("let the opinion of codes count", "encoder.codesWeight=0.5");
                faster("encoder.codes", 3);
            }
            default -> {}
        }
    }

    /** The slow player at the pace of the other, or a thousand times as fast where it was slower than that. */
    private void balanced(String slow) {
        double lag = lag(slow);
        if (lag < UNLIKE) faster(slow, 3);
        else add("the same learning rate for both players", inStep(slow));
    }

    private String inStep(String slow) {
        return rate(slow, Math.min(lag(slow), 1000));
    }

    /** Where one player hardly moves, nothing else helps alone; and once it moves, the game is a new one. */
    private void modernAtOnePace(String slow) {
        if (lag(slow) < FAR_BEHIND) return;
        List<String> settings = new ArrayList<>(List.of(inStep(slow)));
        settings.addAll(modernSettings());
        add("players at one pace, each real compared with a fake, and a smooth discriminator", settings);
    }

    /** The fast player at the pace of the other. */
    private void held(String fast) {
        double lead = 1 / lag(fast);
        if (lead >= UNLIKE) add("the same learning rate for both players", rate(fast, 1 / lead));
    }

    /** How many times the rate of the other player is this one's; 1 where they cannot be compared. */
    private double lag(String player) {
        OptimizerPlan generator = plan.generator().optimizer(),
                discriminator = plan.discriminator().optimizer();
        double rates = discriminator.rate().highest() / generator.rate().highest();
        if (generator.kind() != discriminator.kind() || !(rates > 0 && Double.isFinite(rates))) return 1;
        return player.equals("generator") ? rates : 1 / rates;
    }

    private void slower(String player, double factor) {
        add("a lower learning rate of the " + player.replace("encoder.", "discriminator of "), rate(player, factor));
    }

    /** One change, since what overflows in one player spoils the other within a step. */
    private void bothSlower() {
        add("a lower learning rate of both players", rate("discriminator", 0.1), rate("generator", 0.1));
    }

    private void faster(String player, double factor) {
        add("a higher learning rate of the " + player.replace("encoder.", "discriminator of "), rate(player, factor));
    }

    /** The setting that multiplies a player's learning rate. */
    private String rate(String player, double factor) {
        OptimizerPlan optimizer =
                switch (player) {
                    case "generator" -> plan.generator().optimizer();
                    case "discriminator" -> plan.discriminator().optimizer();
                    default -> plan.encoder().codes().optimizer();
                };
        return player + ".optimizer.rate=" + optimizer.rate().times(factor).text();
    }

    private void smoother() {
        List<PenaltyPlan> penalties = plan.penalties();
        for (int i = 0; i < penalties.size(); i++) {
            Schedule strength = penalties.get(i).strength();
            if (strength.highest() > 0) {
                add(
                        "a smoother discriminator",
                        "penalties." + i + ".strength=" + strength.times(10).text());
                return;
            }
        }
        add("a smoother discriminator", "penalties." + penalties.size() + ".kind=r1", strength(penalties.size()));
    }

    private String strength(int index) {
        return "penalties." + index + ".strength=" + usualStrength();
    }

    private double usualStrength() {
        return plan.data().source().ofPoints() ? 0.1 : 1;
    }

    /** Each real against a fake, and both sides of the discriminator smooth, but not flat. */
    private void modern() {
        add("each real compared with a fake, and a smooth discriminator", modernSettings());
    }

    private List<String> modernSettings() {
        List<String> settings = new ArrayList<>();
        if (plan.objective().smoothing() > 0) settings.add("objective.smoothing=0");
        if (plan.objective().name() != ObjectivePlan.Name.RELATIVISTIC) settings.add("objective.name=relativistic");
        int next = plan.penalties().size();
        for (Set<PenaltyPlan.Kind> forms : SLOPES) {
            int there = penaltyAmong(forms);
            if (there < 0) {
                settings.add("penalties." + next + ".kind=" + Words.of(first(forms)));
                settings.add(strength(next++));
            } else if (plan.penalties().get(there).strength().highest() > FLAT * usualStrength())
                settings.add(strength(there));
        }
        return settings;
    }

    private static PenaltyPlan.Kind first(Set<PenaltyPlan.Kind> forms) {
        return forms.iterator().next();
    }

    private int penaltyAmong(Set<PenaltyPlan.Kind> forms) {
        for (int i = 0; i < plan.penalties().size(); i++)
            if (forms.contains(plan.penalties().get(i).kind())) return i;
        return -1;
    }

    private void together() {
        if (sees(AugmentationPlan.Kind.PACKING) || plan.batch() % 2 != 0) return;
        int next = plan.augmentations().size();
        add(
                "samples judged in pairs, which shows that they are alike",
                "augmentations." + next + ".kind=packing",
                "augmentations." + next + ".samples=2");
    }

    private void comparing() {
        if (!plan.discriminator().network().comparing() && !sees(AugmentationPlan.Kind.PACKING))
            add(
                    "a discriminator that sees which samples of a batch are alike (a new run)",
                    "discriminator.network.minibatch.kernels=16");
    }

    private void noisier() {
        if (sees(AugmentationPlan.Kind.INSTANCE_NOISE) || sees(AugmentationPlan.Kind.PACKING)) return;
        int next = plan.augmentations().size();
        add(
                "noise on what the discriminator sees",
                "augmentations." + next + ".kind=instance-noise",
                "augmentations." + next + ".strength=0.2");
    }

    private boolean sees(AugmentationPlan.Kind kind) {
        return plan.augmentations().stream().anyMatch(augmentation -> augmentation.kind() == kind);
    }

    private void augmented() {
        boolean images = !plan.data().source().ofPoints();
        if (images && plan.augmentations().isEmpty())
            add("reals and fakes shown in ever new forms", "augmentations.0.kind=diff-augment");
    }

    private void calmer() {
        List<String> settings = new ArrayList<>();
        settings.addAll(withoutMomentum("generator", plan.generator().optimizer()));
        settings.addAll(withoutMomentum("discriminator", plan.discriminator().optimizer()));
        add("no momentum", settings);
    }

    private static List<String> withoutMomentum(String player, OptimizerPlan optimizer) {
        if (optimizer.kind() == OptimizerPlan.Kind.SGD && optimizer.momentum() > 0.5)
            return List.of(player + ".optimizer.nesterov=false", player + ".optimizer.momentum=0");
        if (optimizer.kind() == OptimizerPlan.Kind.ADAM && optimizer.beta1() > 0.5)
            return List.of(player + ".optimizer.beta1=0");
        return List.of();
    }

    private void averaged() {
        if (!plan.average().kept()) add("an average of the generator", "average.halfLife=" + 100L * plan.batch());
    }

    private void moreTurns() {
        if (plan.referee().kind() == RefereePlan.Kind.EVERYONE)
            add(
                    "three turns of the discriminator to one of the generator",
                    "referee.kind=alternate",
                    "referee.discriminator=3");
    }

    private void add(String why, String... settings) {
        add(why, List.of(settings));
    }

    private void add(String why, List<String> settings) {
        try {
            if (!Plan.differences(plan, Draft.of(plan).set(settings).plan()).isEmpty())
                found.add(new Remedy(why, settings));
        } catch (IllegalArgumentException impossibleHere) {
            // a remedy that this plan does not take is none
        }
    }
}
