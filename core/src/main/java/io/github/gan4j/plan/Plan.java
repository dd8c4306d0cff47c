package io.github.gan4j.plan;

import io.github.gan4j.files.Yaml;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything a run needs, as one immutable value.
 *
 * @param name of the plan: lower-case letters, digits and hyphens; it becomes part of the run folder's name
 * @param about one line for people
 * @param seed of everything random in the run
 * @param threads that compute; 0 for all cores, or one where others keep the cores busy. Another number gives other bits, so it belongs to a plan
 * @param device where the run computes
 * @param precision of the multiplications
 * @param data where real samples come from
 * @param latent what generators start from
 * @param damage what is done to the reals from which restoring generators start, in place of latents
 * @param generator the side that makes samples
 * @param encoder what makes latents of real samples, where the generator starts from these
 * @param discriminator the side that judges them
 * @param objective what each side minimises
 * @param supervision what the discriminators learn from samples whose class is known
 * @param content what generators pay for being unlike the reals behind their damaged input
 * @param penalties extra costs of the discriminators
 * @param augmentations changes to what discriminators see, in order
 * @param referee who learns in a step
 * @param average running average of the generator
 * @param batch real samples in a step, over all processes
 * @param length when the run ends
 * @param record what the run writes, and how often
 * @param metrics what the run says about its samples, and which checkpoint is the best
 * @param doctor how closely the run is watched, and what may be done when it falls ill
 */
public record Plan(
        @Default("unnamed") String name,
        @Default("''") String about,
        @Default("1") long seed,
        @Default("0") int threads,
        @Default("auto") DeviceChoice device,
        @Default("auto") PrecisionChoice precision,
        DataPlan data,
        LatentPlan latent,
        DamagePlan damage,
        PlayerPlan generator,
        EncoderPlan encoder,

        @Default("{network: {activation: leaky-relu, output: linear}}")
        PlayerPlan discriminator,

        ObjectivePlan objective,
        SupervisionPlan supervision,
        @Default("[]") List<ContentPlan> content,
        @Default("[]") List<PenaltyPlan> penalties,
        @Default("[]") List<AugmentationPlan> augmentations,
        RefereePlan referee,
        AveragePlan average,
        @Default("128") int batch,
        LengthPlan length,
        RecordPlan record,
        MetricsPlan metrics,
        DoctorPlan doctor) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Plan {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "name must be 1 to 64 lower-case letters, digits and hyphens, got '" + name + "'");
        Check.between("threads", threads, 0, 1024);
        Check.between("batch", batch, 1, 65_536);
        if (discriminator.network().output() != NetworkPlan.Output.LINEAR)
            throw new IllegalArgumentException("discriminator.network.output must be linear (a score), got "
                    + Words.of(discriminator.network().output()));
        requireConditional(generator.network(), discriminator.network());
        supervision.requireFor(discriminator.network().labels() == NetworkPlan.Labels.CLASSIFY);
        encoder.requireFor(generator, discriminator, damage.wanted());
        requireRestoring(generator.network(), damage, encoder.used() ? List.of() : content);
        requireDistinguishable(objective, generator, discriminator);
        requireRatio(referee, objective);
        content = List.copyOf(content);
        penalties = List.copyOf(penalties);
        augmentations = List.copyOf(augmentations);
        if (supervision.wanted() && augmentations.stream().anyMatch(a -> a.kind() == AugmentationPlan.Kind.PACKING))
            throw new IllegalArgumentException("augmentations has packing, which judges several samples together, but"
                    + " supervision asks for the class of each; leave one of them out");
        requireSlopes(augmentations, penalties);
    }

    /** The slope of a warp's slope is not known to libtorch. */
    private static void requireSlopes(List<AugmentationPlan> augmentations, List<PenaltyPlan> penalties) {
        if (augmentations.stream().noneMatch(a -> a.kind() == AugmentationPlan.Kind.WARP)) return;
        for (PenaltyPlan penalty : penalties)
            if (penalty.kind().exact())
                throw new IllegalArgumentException("augmentations has warp, through which there is no slope for a"
                        + " penalty of kind " + Words.of(penalty.kind())
                        + "; take finite-r1 or finite-r2, or leave one of them out");
    }

    /** Only a pair that is told the class can agree on it. */
    private static void requireConditional(NetworkPlan generator, NetworkPlan discriminator) {
        if (generator.labels() == NetworkPlan.Labels.PROJECTION || generator.labels() == NetworkPlan.Labels.CLASSIFY)
            throw new IllegalArgumentException(
                    "generator.network.labels must be none, input or every-layer, got " + Words.of(generator.labels()));
        if (generator.minibatchDeviation())
            throw new IllegalArgumentException(
                    "generator.network.minibatchDeviation must be false: it is for discriminators; got true");
        if (generator.minibatch().wanted())
            throw new IllegalArgumentException(
                    "generator.network.minibatch.kernels must be 0: it is for discriminators;" + " got "
                            + generator.minibatch().kernels());
        if (generator.conditional() != discriminator.conditional())
            throw new IllegalArgumentException("generator.network.labels is " + Words.of(generator.labels())
                    + " and discriminator.network.labels is " + Words.of(discriminator.labels())
                    + "; tell both players the class, or neither");
    }

    private static void requireDistinguishable(
            ObjectivePlan objective, PlayerPlan generator, PlayerPlan discriminator) {
        if (!objective.distinguishing()) return;
        if (generator.count() < 2)
            throw new IllegalArgumentException(
                    "generator.count must be 2 or more where objective.distinction is above 0," + " got "
                            + generator.count());
        if (objective.name() == ObjectivePlan.Name.FEATURE_MATCHING
                || discriminator.network().labels() == NetworkPlan.Labels.CLASSIFY)
            throw new IllegalArgumentException("objective.distinction must be 0 with feature-matching and where"
                    + " discriminator.network.labels is classify, got "
                    + objective.distinction().written());
    }

    private static void requireRatio(RefereePlan referee, ObjectivePlan objective) {
        if (referee.kind() == RefereePlan.Kind.LOSS_RATIO && !objective.name().isPositive())
            throw new IllegalArgumentException("referee.kind loss-ratio needs an objective whose losses stay above 0:"
                    + " non-saturating, least-squares or relativistic, got " + Words.of(objective.name())
                    + "; use margin");
    }

    private static void requireRestoring(NetworkPlan generator, DamagePlan damage, List<ContentPlan> content) {
        boolean restoring = generator.family().isRestoring();
        if (restoring && !damage.wanted())
            throw new IllegalArgumentException("generator.network.family is " + Words.of(generator.family())
                    + ", which restores damaged images, but damage has neither a sigma nor a factor above 1");
        if (!restoring && damage.wanted())
            throw new IllegalArgumentException("damage is for generators that restore images, but"
                    + " generator.network.family is " + Words.of(generator.family())
                    + "; use restorer, or enlarger where damage.factor is above 1");
        if (!restoring && !content.isEmpty())
            throw new IllegalArgumentException("content compares what was made of damaged reals with these reals, but"
                    + " nothing is damaged; set damage or encoder.used, or leave content empty");
    }

    /** Whether generators start from damaged images, not from latents. */
    public boolean restoring() {
        return damage.wanted();
    }

    /** Whether players are told the class of each sample. */
    public boolean conditional() {
        return generator.network().conditional();
    }

    /** Whether players speak of classes at all, told or not. */
    public boolean classified() {
        return conditional() || supervision.wanted();
    }

    /** The same plan with one value changed: {@code plan.with("generator.optimizer.rate", "1e-4")}. */
    public Plan with(String path, String value) {
        return Draft.of(this).set(path, value).plan();
    }

    /** The whole plan as YAML, defaults included; {@link Draft#over(String)} reads it back. */
    public String toYaml() {
        return Yaml.text(Trees.write(this));
    }

    /** The plan and where it came from, as it is kept in a run folder. */
    public String toYaml(Provenance provenance) {
        return Yaml.text(Trees.write(this).set("provenance", Trees.write(provenance)));
    }

    /** What distinguishes two plans, one line a value, {@code path: old -> new}; empty when they are equal. */
    public static List<String> differences(Plan before, Plan after) {
        return Differences.between(Trees.write(before), Trees.write(after));
    }
}
