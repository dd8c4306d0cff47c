package io.github.gan4j.cli;

import io.github.gan4j.cli.options.TrainOptions;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.Session;
import io.github.gan4j.cli.terminal.StudioSession;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Preview;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j train}: trains by a plan. */
@Command(
        name = "train",
        description = "Train a generator against a discriminator.",
        footer = {
            "",
            "Examples",
            "  gan4j train",
            "  gan4j train mnist-dcgan --data mnist --minutes 2",
            "  gan4j train folder --data faces.zip --set data.size=32",
            "  gan4j train mnist-dcgan --data kana --from runs/digits@best",
            "  gan4j train --branch runs/digits@128000 \\",
            "      --set generator.optimizer.learningRate=1e-3",
            "",
            "Ctrl-C ends a run early and keeps what was learned; gan4j resume continues it."
        })
final class TrainCommand extends Verb {
    private static final Path RUNS = Path.of("runs");

    @Mixin
    private TrainOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Run folder (default: runs/<date-time>-<plan>).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--branch",
            paramLabel = "RUN[@IMAGES]",
            description = "Continue a checkpoint of a run as a new run, with its plan changed by the other options.")
    private Optional<String> branch = Optional.empty();

    @Option(names = "--dry-run", description = "Print the whole plan, the networks and their memory, without training.")
    private boolean dryRun;

    @Option(names = "--studio", description = "Watch and control the run in a web page on this machine.")
    private boolean studio;

    @Option(names = "--port", paramLabel = "N", description = "Port of --studio (default: any free one).")
    private int port;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        boolean summarised = json.on(screen);
        Optional<RunMoment> origin =
                branch.isEmpty() ? Optional.empty() : Optional.of(RunMoment.named(branch.get(), screen::notice));
        Plan plan = origin.isPresent() ? options.planOver(Draft.of(origin.get().plan())) : options.plan();
        Path folder = out.orElseGet(() -> RunFolder.newRunPath(RUNS, plan.name(), LocalDateTime.now()));
        if (folder.toString().isBlank()) throw new IllegalArgumentException("--out must name a folder, got ''");
        if (dryRun) {
            screen.show(Preview.of(plan, screen::notice).text());
            screen.say("run folder: " + folder);
            return 0;
        }
        if (!studio && port != 0) throw new IllegalArgumentException("--port needs --studio");
        if (studio && origin.isPresent())
            throw new IllegalArgumentException(
                    "--studio and --branch exclude each other; branch the run, then resume it in the studio");
        if (studio && SharedTraining.place().isPresent())
            throw new IllegalArgumentException("--studio steers one process; leave it out where several train");
        if (studio) {
            new StudioSession(screen).train(plan, folder, port);
            return 0;
        }
        Optional<Plan> own = origin.isPresent() ? Optional.empty() : Optional.of(plan);
        return new SharedTraining(screen, own, Optional.empty()).train(opening -> {
            try (Run run = origin.isPresent()
                    ? opening.branch(origin.get(), plan, folder)
                    : out.isPresent() ? opening.start(plan, folder) : opening.startIn(RUNS, plan)) {
                Launch.note(run.folder().path());
                return new Session(run, screen, summarised).train();
            }
        });
    }
}
