package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LengthOptions;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.cli.terminal.Session;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private Screen screen;

    @Override
    public Integer call() throws IOException {
        try (Run run = Run.resume(choice.path(), length.plan(), screen::notice)) {
            return new Session(run, screen).train();
        }
    }
}
