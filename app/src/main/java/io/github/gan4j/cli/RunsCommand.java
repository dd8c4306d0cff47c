package io.github.gan4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gan4j runs}: what run folders say, in short. */
@Command(
        name = "runs",
        description = "List runs, compare them, or write the events of one as a table.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunsListCommand.class, RunsCompareCommand.class, RunsEventsCommand.class})
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "runs needs list, compare or events, as in: gan4j runs list runs");
    }
}
