package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.Screen;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan4j completion}: a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Once per shell", "  source <(gan4j completion)"})
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Screen screen;

    @Override
    public void run() {
        screen.out().print(AutoComplete.bash("gan4j", spec.root().commandLine()));
        screen.out().flush();
    }
}
