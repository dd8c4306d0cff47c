package io.github.gan4j.doctor;

import io.github.gan4j.plan.AugmentationPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.ObjectivePlan;
import io.github.gan4j.plan.OptimizerPlan;
import io.github.gan4j.plan.PenaltyPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.RefereePlan;
import io.github.gan4j.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What helps against each illness, as changes of a given plan; only such that make a plan that can be followed. */
final class Remedies {
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
                slower("discriminator", 0.1);
                slower("generator", 0.1);
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
                balanced("generator");
                smoother();
                slower("discriminator", 0.2);
                noisier();
            }
            case GENERATOR_OVERPOWERING -> {
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
                calmer("generator");
                calmer("discriminator");
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

    /** Both players at the pace of the faster one, the discriminator being the usual one to be too fast or too slow. */
    private void balanced(String slow) {
        OptimizerPlan generator = plan.generator().optimizer(),
                discriminator = plan.discriminator().optimizer();
        double own =
                (slow.equals("generator") ? generator : discriminator).rate().highest();
        double other =
                (slow.equals("generator") ? discriminator : generator).rate().highest();
        boolean sameKind = generator.kind() == discriminator.kind();
        if (!sameKind || own <= 0 || other / own < 3) {
            faster(slow, 3);
            return;
        }
        double factor = Math.min(other / own, 1000);
        rate("the same learning rate for both players", slow, factor);
    }

    private void slower(String player, double factor) {
        rate("a lower learning rate of the " + player.replace("encoder.", "discriminator of "), player, factor);
    }

    private void faster(String player, double factor) {
        rate("a higher learning rate of the " + player.replace("encoder.", "discriminator of "), player, factor);
    }

    private void rate(String why, String player, double factor) {
        OptimizerPlan optimizer =
                switch (player) {
                    case "generator" -> plan.generator().optimizer();
                    case "discriminator" -> plan.discriminator().optimizer();
                    default -> plan.encoder().codes().optimizer();
                };
        add(why, player + ".optimizer.rate=" + optimizer.rate().times(factor).text());
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
        return "penalties." + index + ".strength=" + (plan.data().source().ofPoints() ? "0.1" : "1");
    }

    /** Each real against a fake, and both sides of the discriminator smooth. */
    private void modern() {
        int next = plan.penalties().size();
        boolean relativistic = plan.objective().name() == ObjectivePlan.Name.RELATIVISTIC;
        if (relativistic && next > 0) return;
        List<String> settings = new ArrayList<>();
        if (!relativistic) settings.add("objective.name=relativistic");
        for (String kind : List.of("r1", "r2")) {
            if (plan.penalties().stream()
                    .anyMatch(p -> p.kind().toString().toLowerCase(Locale.ROOT).endsWith(kind))) continue;
            settings.add("penalties." + next + ".kind=" + kind);
            settings.add(strength(next++));
        }
        boolean smoothed = plan.objective().smoothing() > 0;
        if (smoothed) settings.add(0, "objective.smoothing=0");
        add("each real compared with a fake, and a smooth discriminator", settings.toArray(String[]::new));
    }

    private void together() {
        boolean packed = plan.augmentations().stream().anyMatch(a -> a.kind() == AugmentationPlan.Kind.PACKING);
        if (packed || plan.batch() % 2 != 0) return;
        int next = plan.augmentations().size();
        add(
                "samples judged in pairs, which shows that they are alike",
                "augmentations." + next + ".kind=packing",
                "augmentations." + next + ".samples=2");
    }

    private void comparing() {
        boolean packed = plan.augmentations().stream().anyMatch(a -> a.kind() == AugmentationPlan.Kind.PACKING);
        if (!plan.discriminator().network().comparing() && !packed)
            add(
                    "a discriminator that sees which samples of a batch are alike (a new run)",
                    "discriminator.network.minibatch.kernels=16");
    }

    private void noisier() {
        boolean noisy = plan.augmentations().stream().anyMatch(a -> a.kind() == AugmentationPlan.Kind.INSTANCE_NOISE);
        boolean packed = plan.augmentations().stream().anyMatch(a -> a.kind() == AugmentationPlan.Kind.PACKING);
        if (noisy || packed) return;
        int next = plan.augmentations().size();
        add(
                "noise on what the discriminator sees",
                "augmentations." + next + ".kind=instance-noise",
                "augmentations." + next + ".strength=0.2");
    }

    private void augmented() {
        boolean images = !plan.data().source().ofPoints();
        if (images && plan.augmentations().isEmpty())
            add("reals and fakes shown in ever new forms", "augmentations.0.kind=diff-augment");
    }

    private void calmer(String player) {
        OptimizerPlan optimizer = player.equals("generator")
                ? plan.generator().optimizer()
                : plan.discriminator().optimizer();
        String why = "no momentum in the " + player;
        if (optimizer.kind() == OptimizerPlan.Kind.SGD && optimizer.momentum() > 0.5)
            add(why, player + ".optimizer.nesterov=false", player + ".optimizer.momentum=0");
        if (optimizer.kind() == OptimizerPlan.Kind.ADAM && optimizer.beta1() > 0.5)
            add(why, player + ".optimizer.beta1=0");
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
        try {
            Draft draft = Draft.of(plan);
            for (String setting : settings) draft = draft.set(setting);
            if (settings.length > 0 && !Plan.differences(plan, draft.plan()).isEmpty())
                found.add(new Remedy(why, List.of(settings)));
        } catch (IllegalArgumentException impossibleHere) {
            // a remedy that this plan does not take is none
        }
    }
}
