package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LengthOptions;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.cli.terminal.Session;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j resume}: continues a run from its newest checkpoint. */
@Command(
        name = "resume",
        description = "Continue a run from its newest intact checkpoint.",
        footer = {
            "",
            "The run ends as planned, with the same bits as if it had never stopped.",
            "--minutes and --images change its length, counted from its beginning."
        })
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private RunChoice choice;

    @Mixin
    private LengthOptions length;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Where the data are now; they must be the same, by checksum.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private Screen screen;

    @Override
    public Integer call() throws IOException {
        try (Run run = Run.resume(choice.path(), length.plan(), data, screen::notice)) {
            return new Session(run, screen).train();
        }
    }
}
