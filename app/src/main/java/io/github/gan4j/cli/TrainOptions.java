package io.github.gan4j.cli;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that make a plan: a preset, a plan file over it, the named options over that, and {@code --set} over all.
 */
final class TrainOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "A plan that comes with gan4j; strokes when neither it nor --plan is given."
                    + " 'gan4j presets' lists them.")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "X",
            description =
                    "Real samples: a folder, zip or file; a set by name (mnist, fashion-mnist, cifar10, svhn, stl10), looked"
                            + " for in data/ or GAN4J_DATA; or drawn: strokes, normal, mixture, ring, grid, spiral.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--minutes", paramLabel = "N", description = "Stop after so many minutes of training.")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--images", paramLabel = "N", description = "Stop after so many real images (or points) seen.")
    private Optional<Long> images = Optional.empty();

    @Option(names = "--plan", paramLabel = "FILE", description = "A plan (YAML), whole or in part, over the preset.")
    private Optional<Path> planFile = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Change one value of the plan, as in batchSize=32; may be repeated. --dry-run shows all keys.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random; another one gives another run.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Real samples in a step (one batch).")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute; 0 for all cores, or one where the machine is busy.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Where to compute: auto (the best there is), cpu, cuda or mps.")
    private Optional<DeviceChoice> device = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description = "Numbers to multiply with: auto (bf16 where the processor has it), fp32 or bf16.")
    private Optional<PrecisionChoice> precision = Optional.empty();

    @Option(
            names = "--auto-remedy",
            arity = "0..1",
            fallbackValue = "3",
            paramLabel = "N",
            description = "Where the run falls ill, go back and change one thing, N times at most (3).")
    private Optional<Integer> tries = Optional.empty();

    /**
     * The plan that preset, plan file and options make together.
     *
     * @throws IllegalArgumentException when a value is wrong or data is missing
     * @throws IOException when the plan file cannot be read
     */
    Plan plan() throws IOException {
        return plan(minutes);
    }

    /** The same where {@code --minutes} is not the length of one run. */
    Plan planWhateverTheMinutes() throws IOException {
        return plan(Optional.empty());
    }

    private Plan plan(Optional<Double> runMinutes) throws IOException {
        Plan plan = named(limited(fed(base()), runMinutes)).set(settings).plan();
        if (plan.data().needsPath() && plan.data().path().isEmpty())
            throw new IllegalArgumentException("plan '" + plan.name()
                    + "' needs data: add --data with a folder, zip or file, or the name of a set");
        return plan;
    }

    /** The minutes that were asked for. */
    Optional<Double> minutes() {
        return minutes;
    }

    /** The seed that was asked for. */
    Optional<Long> seed() {
        return seed;
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

    private Draft limited(Draft draft, Optional<Double> runMinutes) {
        Lengths.check(minutes, images);
        if (runMinutes.isEmpty() && images.isEmpty()) return draft;
        return draft.set("stop.minutes", runMinutes.map(Object::toString).orElse("0"))
                .set("stop.images", images.map(Object::toString).orElse("0"));
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
