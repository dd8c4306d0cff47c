package io.github.gan4j.cli.options;

import io.github.gan4j.cli.terminal.ShellQuote;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that make a plan: a preset, a plan file over it, the named options over that, and {@code --set} over all.
 */
public final class PlanOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "A plan that comes with gan4j; 'gan4j presets' lists them"
                    + " (default: strokes, or none with --plan).")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "X",
            description = "Training data: a folder, zip or file; the name of a data set (${bundle:known.sets}),"
                    + " found in data/ or GAN4J_DATA; or synthetic data: ${bundle:known.drawn}.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "A plan of your own (YAML); its keys override those of the preset.")
    private Optional<Path> planFile = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Change one key of the plan, as in batchSize=32; repeatable. docs/plan-keys.md lists all keys.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--batch-size", paramLabel = "N", description = "Batch size: real samples per training step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of each operation; 0 for what is measured to be fastest in the first steps.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Threads that each compute a part of every batch; the number must divide the batch size.")
    private Optional<Integer> replicas = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Compute device: auto (the best available), cpu, cuda, mps, or cuda:1 for the second card.")
    private Optional<DeviceChoice> device = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description = "Precision of matrix products: auto (bf16 if the processor supports it), fp32 or bf16.")
    private Optional<PrecisionChoice> precision = Optional.empty();

    /**
     * The plan that preset, plan file and options make together.
     *
     * @param more what the verb's own options change, before {@code --set}
     * @throws IllegalArgumentException when a value is wrong or data is missing
     * @throws IOException when the plan file cannot be read
     */
    public Plan plan(UnaryOperator<Draft> more) throws IOException {
        return plan(base(), more);
    }

    /** As {@link #plan(UnaryOperator)}, over a plan in the place of a preset or a plan file. */
    Plan plan(Draft base, UnaryOperator<Draft> more) {
        Plan plan = more.apply(named(fed(base))).set(settings).plan();
        if (plan.data().needsPath() && plan.data().path().isEmpty())
            throw new IllegalArgumentException("plan '" + plan.name()
                    + "' needs data: add --data with a folder, zip or file, or the name of a set");
        return plan;
    }

    /** The preset or the plan file, where one is given. */
    Optional<String> chosen() {
        return preset.isPresent() ? Optional.of("the preset") : planFile.map(file -> "--plan");
    }

    private Draft base() throws IOException {
        Draft draft = preset.isEmpty() && planFile.isPresent()
                ? Draft.empty()
                : Presets.draft(preset.map(PlanOptions::requireNoPath)
                        .orElse(Presets.names().get(0)));
        return planFile.isPresent() ? draft.over(planFile.get()) : draft;
    }

    /** A plan or data where the name of a preset belongs; a data set that presets are named after leads to those. */
    private static String requireNoPath(String preset) {
        if (Presets.names().stream().anyMatch(name -> name.startsWith(preset))) return preset;
        if (NamedSet.named(preset).isPresent())
            throw new IllegalArgumentException(
                    "'" + preset + "' is the name of a data set, not a preset; write folder --data " + preset);
        if (!Files.exists(Path.of(preset))) return preset;
        boolean plan = preset.endsWith(".yaml") || preset.endsWith(".yml");
        throw new IllegalArgumentException("'" + preset + "' is a file or folder, not a preset; write "
                + (plan ? "--plan " : "folder --data ") + ShellQuote.of(preset));
    }

    private Draft fed(Draft draft) {
        if (data.isEmpty()) return draft;
        if (data.get().isBlank())
            throw new IllegalArgumentException("--data must name a folder, zip or file, got '" + data.get() + "'");
        return draft.on(data.get());
    }

    private Draft named(Draft draft) {
        Draft named = draft;
        named = with(named, "batchSize", batch);
        named = with(named, "threads", threads);
        named = with(named, "replicas", replicas);
        named = with(named, "device", device.map(DeviceChoice::word));
        return with(named, "precision", precision.map(Words::of));
    }

    static Draft with(Draft draft, String path, Optional<?> value) {
        return value.isPresent() ? draft.setText(path, value.get().toString()) : draft;
    }
}
