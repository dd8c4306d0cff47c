package io.github.gan4j.doctor;

import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Encoded;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What helps against each illness, as changes of a given plan; only such that make a plan that can be followed. */
final class Remedies {
    /** Gradient penalties on reals, and on fakes, in all their forms. */
    private static final List<List<Class<? extends Penalty>>> SIDES = List.of(
            List.of(Penalty.R1.class, Penalty.FiniteR1.class), List.of(Penalty.R2.class, Penalty.FiniteR2.class));

    /** The ratio from which two learning rates count as different. */
    private static final double UNLIKE = 3;
    /** And from here on it is the first thing to look at. */
    private static final double FAR_BEHIND = 10;
    /** The multiple of its usual strength above which a penalty hides the data from the generator. */
    private static final double FLAT = 10;

    /** Of more settings together nobody would know which one helped. */
    private static final int MOST_TOGETHER = 3;

    private final Plan plan;
    private final List<Remedy> found = new ArrayList<>();

    private Remedies(Plan plan) {
        this.plan = plan;
    }

    /** @param suspects the settings that are not as in a preset: going back to it comes first */
    static List<Remedy> of(Illness illness, Plan plan, List<Suspect> suspects) {
        Remedies remedies = new Remedies(plan);
        List<Suspect> causes = suspects.stream()
                .filter(suspect -> illness != Illness.NOT_FINITE || suspect.ofLearning())
                .toList();
        if (!causes.isEmpty()) remedies.asInPreset(causes);
        remedies.against(illness);
        return List.copyOf(remedies.found);
    }

    private void asInPreset(List<Suspect> suspects) {
        String preset = suspects.get(0).preset();
        List<List<String>> settings =
                suspects.stream().map(Suspect::settings).distinct().toList();
        if (settings.size() <= MOST_TOGETHER)
            add(
                    "as in the preset " + preset,
                    settings.stream().flatMap(List::stream).toList(),
                    true);
        if (settings.size() > 1)
            for (List<String> one : settings.subList(0, Math.min(settings.size(), MOST_TOGETHER)))
                add("as in the preset " + preset, one, true);
    }

    private void against(Illness illness) {
        switch (illness) {
            case NOT_FINITE -> {
                bothSlower();
                smoother();
            }
            case SATURATION -> {
                if (plan.objective() instanceof Objective.Minimax)
                    add("a loss that does not saturate where the discriminator is certain", "objective=non-saturating");
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
                smoother();
                slower("generator", 0.3);
                // of other networks, so training begins again with it
                comparing();
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
                if (plan.metrics().filter(metrics -> metrics.patience() == 0).isPresent())
                    add("early stopping at the best samples", "metrics.patience=" + 20L * 1000);
            }
            case UNLIKE_DATA -> {
                modern();
                averaged();
                slower("generator", 0.3);
            }
            case NARROW_LATENT -> plan.encoded().ifPresent(this::wider);
            default -> {}
        }
    }

    private void wider(Encoded encoded) {
        if (encoded.codesWeight() < 0.5)
            add("increase the weight of the code discriminator", "generator.input.codesWeight=0.5");
        faster("codes", 3);
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
        add("equal learning rates, a relativistic loss with gradient penalties", settings);
    }

    /** The fast player at the pace of the other. */
    private void held(String fast) {
        double lead = 1 / lag(fast);
        if (lead >= UNLIKE) add("the same learning rate for both players", rate(fast, 1 / lead));
    }

    /** How many times the rate of the other player is this one's; 1 where they cannot be compared. */
    private double lag(String player) {
        Learning generator = plan.generator().optimizer(),
                discriminator = plan.discriminator().optimizer();
        double rates = discriminator.learningRate().highest()
                / generator.learningRate().highest();
        if (generator.getClass() != discriminator.getClass() || !(rates > 0 && Double.isFinite(rates))) return 1;
        return player.equals("generator") ? rates : 1 / rates;
    }

    private void slower(String player, double factor) {
        add("a lower learning rate of the " + player.replace("codes", "discriminator of codes"), rate(player, factor));
    }

    /** One change, since what overflows in one player spoils the other within a step. */
    private void bothSlower() {
        add("a lower learning rate of both players", rate("discriminator", 0.1), rate("generator", 0.1));
    }

    private void faster(String player, double factor) {
        add("a higher learning rate of the " + player.replace("codes", "discriminator of codes"), rate(player, factor));
    }

    /** The setting that multiplies a player's learning rate. */
    private String rate(String player, double factor) {
        Learning optimizer =
                switch (player) {
                    case "generator" -> plan.generator().optimizer();
                    case "discriminator" -> plan.discriminator().optimizer();
                    default -> plan.encoded().orElseThrow().codes().optimizer();
                };
        String place = player.equals("codes") ? "generator.input.codes" : player;
        return place + ".optimizer.learningRate="
                + optimizer.learningRate().times(factor).text();
    }

    private void smoother() {
        List<Penalty> penalties = plan.discriminator().penalties();
        for (int i = 0; i < penalties.size(); i++) {
            Optional<Schedule> strength = penalties.get(i).strength();
            if (strength.isPresent() && strength.get().highest() > 0) {
                add(
                        "a stronger penalty on the discriminator's gradient",
                        strength(i, strength.get().times(10)));
                return;
            }
        }
        add("a stronger penalty on the discriminator's gradient", penalty(penalties.size(), "r1"));
    }

    /** The setting of the strength of a penalty that is there. */
    private String strength(int index, Schedule strength) {
        Record penalty = (Record) plan.discriminator().penalties().get(index);
        return "discriminator.penalties." + index + "."
                + Settings.component(penalty, Schedule.class).orElseThrow() + "=" + strength.text();
    }

    /** The setting of another penalty, of the usual strength. */
    private String penalty(int index, String kind) {
        return "discriminator.penalties." + index + "={" + kind + ": {gamma: " + usualStrength() + "}}";
    }

    private double usualStrength() {
        return plan.ofPoints() ? 0.1 : 1;
    }

    /** Each real against a fake, and both sides of the discriminator smooth, but not flat. */
    private void modern() {
        add("a relativistic loss with gradient penalties", modernSettings());
    }

    private List<String> modernSettings() {
        List<String> settings = new ArrayList<>();
        if (!(plan.objective() instanceof Objective.Relativistic)) settings.add("objective=relativistic");
        int next = plan.discriminator().penalties().size();
        for (List<Class<? extends Penalty>> forms : SIDES) {
            int there = penaltyAmong(forms);
            if (there < 0) settings.add(penalty(next++, forms == SIDES.get(0) ? "r1" : "r2"));
            else if (plan.discriminator()
                            .penalties()
                            .get(there)
                            .strength()
                            .orElseThrow()
                            .highest()
                    > FLAT * usualStrength()) settings.add(strength(there, Schedule.constant(usualStrength())));
        }
        return settings;
    }

    private int penaltyAmong(List<Class<? extends Penalty>> forms) {
        for (int i = 0; i < plan.discriminator().penalties().size(); i++)
            if (forms.contains(plan.discriminator().penalties().get(i).getClass())) return i;
        return -1;
    }

    private void together() {
        if (sees(Augmentation.Packing.class) || plan.batchSize() % 2 != 0) return;
        int next = plan.discriminator().augmentations().size();
        add(
                "samples judged in pairs (PacGAN), which exposes mode collapse",
                "discriminator.augmentations." + next + "={packing: {samples: 2}}");
    }

    private void comparing() {
        if (!plan.discriminator().network().comparing() && !sees(Augmentation.Packing.class))
            add(
                    "minibatch discrimination, which exposes mode collapse (a new run)",
                    "discriminator.network.minibatch.kernels=16");
    }

    private void noisier() {
        if (sees(Augmentation.InstanceNoise.class) || sees(Augmentation.Packing.class)) return;
        int next = plan.discriminator().augmentations().size();
        add(
                "instance noise on the discriminator's inputs",
                "discriminator.augmentations." + next + "={instance-noise: {deviation: 0.2}}");
    }

    private boolean sees(Class<? extends Augmentation> kind) {
        return plan.discriminator().augmentations().stream().anyMatch(kind::isInstance);
    }

    private void augmented() {
        boolean images = !plan.ofPoints();
        if (images && plan.discriminator().augmentations().isEmpty())
            add("adaptive augmentation (ADA) against memorising", "discriminator.augmentations.0=ada");
    }

    private void calmer() {
        List<String> settings = new ArrayList<>();
        settings.addAll(withoutMomentum("generator", plan.generator().optimizer()));
        settings.addAll(withoutMomentum("discriminator", plan.discriminator().optimizer()));
        add("no momentum", settings);
    }

    private static List<String> withoutMomentum(String player, Learning optimizer) {
        if (optimizer instanceof Learning.Sgd sgd && sgd.momentum() > 0.5)
            return List.of(player + ".optimizer.nesterov=false", player + ".optimizer.momentum=0");
        if (optimizer instanceof Learning.Adam adam && adam.beta1() > 0.5)
            return List.of(player + ".optimizer.beta1=0");
        return List.of();
    }

    private void averaged() {
        if (plan.generator().ema().isEmpty())
            add(
                    "a moving average (EMA) of the generator's weights",
                    "generator.ema.halfLife=" + 100L * plan.batchSize());
    }

    private void moreTurns() {
        if (plan.referee() instanceof Referee.Everyone)
            add("three discriminator steps for each generator step", "referee={alternate: {discriminator: 3}}");
    }

    private void add(String why, String... settings) {
        add(why, List.of(settings));
    }

    private void add(String why, List<String> settings) {
        add(why, settings, false);
    }

    private void add(String why, List<String> settings, boolean undoing) {
        try {
            if (!Plan.differences(plan, Draft.of(plan).set(settings).plan()).isEmpty())
                found.add(new Remedy(why, settings, undoing));
        } catch (IllegalArgumentException impossibleHere) {
            // a remedy that this plan does not take is none
        }
    }
}
