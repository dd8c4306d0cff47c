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
            "The result is the same, to the bit, as if the run had not been interrupted.",
            "--minutes and --images set a new length, counted from the start of the run."
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
