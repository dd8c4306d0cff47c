package io.github.gan4j.cli;

import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j resume}: takes up a run where its newest checkpoint left it. */
@Command(
        name = "resume",
        description = "Go on with a run from its newest intact checkpoint.",
        footer = {
            "",
            "The run ends as planned, with the same bits as if it had never stopped.",
            "--minutes and --images give it another length, counted from its beginning."
        })
final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(names = "--minutes", paramLabel = "N", description = "End after so many minutes of training in all.")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--images", paramLabel = "N", description = "End after so many real samples seen in all.")
    private Optional<Long> images = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Run run = Run.resume(path, length(), new Notices(spec.commandLine().getErr()))) {
            return new Session(run, spec.commandLine().getOut()).train();
        }
    }

    private Optional<StopPlan> length() {
        if (minutes.isEmpty() && images.isEmpty()) return Optional.empty();
        Lengths.check(minutes, images);
        return Optional.of(new StopPlan(images.orElse(0L), minutes.orElse(0.0)));
    }
}
