package io.github.gan4j.cli;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Preview;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j train}: makes a plan and follows it. */
@Command(
        name = "train",
        description = "Train a generator against a discriminator, by a preset or a plan of your own.",
        footer = {
            "",
            "Examples",
            "  gan4j train",
            "  gan4j train mnist-dcgan --data mnist --minutes 2",
            "  gan4j train folder --data faces.zip --set data.size=32",
            "",
            "Ctrl-C ends a run early and keeps what was learned; gan4j resume goes on with it."
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private TrainOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run folder; runs/<date-time>-<plan> when not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--dry-run", description = "Show the whole plan, the networks and the memory they need, and stop.")
    private boolean dryRun;

    @Option(names = "--studio", description = "Watch and steer the run in a web page on this machine.")
    private boolean studio;

    @Option(names = "--port", paramLabel = "N", description = "Where --studio listens; any free port when not given.")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Plan plan = options.plan();
        Path folder = out.orElseGet(() -> RunFolder.newRunPath(Path.of("runs"), plan.name(), LocalDateTime.now()));
        if (folder.toString().isBlank()) throw new IllegalArgumentException("--out must name a folder, got ''");
        PrintWriter screen = spec.commandLine().getOut();
        Notices notices = new Notices(spec.commandLine().getErr());
        if (dryRun) {
            screen.print(Preview.of(plan, notices).text());
            screen.println("run folder: " + folder);
            return 0;
        }
        if (studio) return new WatchedSession(plan, folder, port, screen, notices).train();
        try (Run run = Run.start(plan, folder, notices)) {
            return new Session(run, screen).train();
        }
    }
}
