package io.github.gan4j.cli.options;

import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that make a plan: a preset, a plan file over it, the named options over that, and {@code --set} over all.
 */
public final class TrainOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "A plan that comes with gan4j, listed by 'gan4j presets'"
                    + " (default: strokes, or none with --plan).")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "X",
            description = "Real samples: a folder, zip or file; the name of a set (${bundle:known.sets}),"
                    + " found in data/ or GAN4J_DATA; or generated: ${bundle:known.drawn}.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private LengthOptions length = new LengthOptions();

    @Option(names = "--plan", paramLabel = "FILE", description = "A plan (YAML), whole or partial, over the preset.")
    private Optional<Path> planFile = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one value of the plan, as in batchSize=32; repeatable. --dry-run shows all keys.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Random seed for the whole run.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--batch-size", paramLabel = "N", description = "Batch size: real samples per step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Compute threads; 0 for all cores, or one where the machine is busy.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--device", paramLabel = "NAME", description = "auto (the best available), cpu, cuda or mps.")
    private Optional<DeviceChoice> device = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description = "Of matrix products: auto (bf16 where the processor supports it), fp32 or bf16.")
    private Optional<PrecisionChoice> precision = Optional.empty();

    @Option(
            names = "--auto-remedy",
            arity = "0..1",
            fallbackValue = "3",
            paramLabel = "N",
            description = "When the run falls ill, go back and change one thing, at most N times (${FALLBACK-VALUE}).")
    private Optional<Integer> tries = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "RUN|FILE",
            description =
                    "Start from the weights of a run (RUN, RUN@best, RUN@IMAGES) or of a file (.safetensors, .pth);"
                            + " repeatable where each player has a file.")
    private List<String> from = new ArrayList<>();

    @Option(names = "--from-generator-only", description = "Take over the generator alone, not the discriminator.")
    private boolean generatorOnly;

    @Option(names = "--from-matching", description = "Take over only what has the same name and shape.")
    private boolean matching;

    /** The plan that the options make over another one, in the place of a preset or a plan file. */
    public Plan planOver(Draft base) {
        if (preset.isPresent() || planFile.isPresent() || !from.isEmpty())
            throw new IllegalArgumentException("--branch keeps the plan of its run: leave out "
                    + (preset.isPresent() ? "the preset" : planFile.isPresent() ? "--plan" : "--from")
                    + " and change the plan with --set");
        return plan(base, length.minutes());
    }

    /**
     * The plan that preset, plan file and options make together.
     *
     * @throws IllegalArgumentException when a value is wrong or data is missing
     * @throws IOException when the plan file cannot be read
     */
    public Plan plan() throws IOException {
        return plan(length.minutes());
    }

    /** As {@link #plan()}, where {@code --minutes} is not the length of a single run. */
    public Plan planWithoutMinutes() throws IOException {
        return plan(Optional.empty());
    }

    private Plan plan(Optional<Double> runMinutes) throws IOException {
        return plan(base(), runMinutes);
    }

    private Plan plan(Draft base, Optional<Double> runMinutes) {
        Plan plan = named(started(limited(fed(base), runMinutes))).set(settings).plan();
        if (plan.data().needsPath() && plan.data().path().isEmpty())
            throw new IllegalArgumentException("plan '" + plan.name()
                    + "' needs data: add --data with a folder, zip or file, or the name of a set");
        return plan;
    }

    public Optional<Double> minutes() {
        return length.minutes();
    }

    public Optional<Long> seed() {
        return seed;
    }

    /** Whether the run tries remedies. */
    public boolean treats() {
        return tries.isPresent();
    }

    private Draft base() throws IOException {
        Draft draft = preset.isEmpty() && planFile.isPresent()
                ? Draft.empty()
                : Presets.draft(preset.orElse(Presets.names().get(0)));
        return planFile.isPresent() ? draft.over(planFile.get()) : draft;
    }

    private Draft fed(Draft draft) {
        if (data.isEmpty()) return draft;
        if (data.get().isBlank())
            throw new IllegalArgumentException("--data must name a folder, zip or file, got '" + data.get() + "'");
        return draft.on(data.get());
    }

    private Draft limited(Draft draft, Optional<Double> minutes) {
        length.check();
        if (minutes.isEmpty() && length.images().isEmpty()) return draft;
        return draft.set("stop.minutes", minutes.map(Object::toString).orElse("0"))
                .set("stop.images", length.images().map(Object::toString).orElse("0"));
    }

    private Draft started(Draft draft) {
        if (from.isEmpty()) {
            if (generatorOnly || matching)
                throw new IllegalArgumentException(
                        (generatorOnly ? "--from-generator-only" : "--from-matching") + " needs --from RUN or FILE");
            return draft;
        }
        return draft.setTexts("start.from", from)
                .setText("start.players", generatorOnly ? "generator" : "both")
                .set("start.matching", Boolean.toString(matching));
    }

    private Draft named(Draft draft) {
        Draft named = draft;
        named = with(named, "seed", seed);
        named = with(named, "batchSize", batch);
        named = with(named, "doctor.tries", tries);
        named = with(named, "threads", threads);
        named = with(named, "device", device.map(Words::of));
        return with(named, "precision", precision.map(Words::of));
    }

    private static Draft with(Draft draft, String path, Optional<?> value) {
        return value.isPresent() ? draft.setText(path, value.get().toString()) : draft;
    }
}
