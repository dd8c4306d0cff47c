package io.github.gan4j.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j help}: the same as {@code --help} after a command, which students look for here. */
@Command(name = "help", description = "Show the help of a command, as in gan4j help train.")
final class HelpCommand extends Verb {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "A command and its subcommand, as in data info.")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.parent().commandLine();
        for (String name : names) {
            if (!command.getSubcommands().containsKey(name))
                throw new IllegalArgumentException(Failures.unknownCommand(command, name));
            command = command.getSubcommands().get(name);
        }
        command.usage(screen.out());
        screen.out().flush();
        return 0;
    }
}
