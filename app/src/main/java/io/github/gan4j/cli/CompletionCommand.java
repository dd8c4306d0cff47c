package io.github.gan4j.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan4j completion}: a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Once per shell", "  source <(gan4j completion)"})
final class CompletionCommand extends Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        screen.show(AutoComplete.bash("gan4j", spec.root().commandLine()));
        return 0;
    }
}
