package io.github.gan4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gan4j data}: looks at data before anything is trained on it. */
@Command(
        name = "data",
        description = "Inspect, check or pack a data set.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataInfoCommand.class, DataCheckCommand.class, DataPackCommand.class, DataFindCommand.class})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "data needs info, check, pack or find, as in: gan4j data info PATH");
    }
}
