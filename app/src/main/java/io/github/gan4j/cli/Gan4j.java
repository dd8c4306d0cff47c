package io.github.gan4j.cli;

import io.github.gan4j.cli.options.Converters;
import io.github.gan4j.cli.options.Limits;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.UserCache;
import io.github.gan4j.train.ExitGuard;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code gan4j}. Exit codes: 0 success, 1 the work failed, 2 wrong usage. */
@Command(
        name = "gan4j",
        description = "Train, watch and use generative adversarial networks.",
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        resourceBundle = "io.github.gan4j.cli.options.KnownNames",
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {
            TrainCommand.class,
            ResumeCommand.class,
            LaunchCommand.class,
            SampleCommand.class,
            WalkCommand.class,
            MixCommand.class,
            ProjectCommand.class,
            RestoreCommand.class,
            UpscaleCommand.class,
            RedrawCommand.class,
            ClassifyCommand.class,
            ExportCommand.class,
            AttackCommand.class,
            EvaluateCommand.class,
            DoctorCommand.class,
            TuneCommand.class,
            BenchCommand.class,
            StudioCommand.class,
            RunsCommand.class,
            ServeCommand.class,
            ReportCommand.class,
            PresetsCommand.class,
            DataCommand.class,
            CacheCommand.class,
            HelpCommand.class,
            ExplainCommand.class,
            CompletionCommand.class
        })
public final class Gan4j implements Runnable {
    private static final Pattern PLAIN = Pattern.compile("[\\w%+,./:=@-]+");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 999,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of gan4j and of Java.")
    private boolean version;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            order = 1000,
            description = "Show the stack trace of an error.")
    private boolean stacktrace;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The program, ready to execute; its streams may still be replaced. */
    public static CommandLine commandLine() {
        Gan4j gan4j = new Gan4j();
        CommandLine line = new CommandLine(gan4j) {
            /** The Java machine waits for the last line of a training that it interrupts, above all for its error. */
            @Override
            public int execute(String... arguments) {
                try (ExitGuard untilPrinted = ExitGuard.afterwards()) {
                    return super.execute(arguments);
                }
            }
        };
        line.setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(
                (failure, where, parsed) -> Failures.failed(failure, where.getErr(), gan4j.stacktrace));
        // lines are shown at once, but an unfinished one waits for this
        line.setExecutionStrategy(parsed -> {
            try {
                if (helpWanted(parsed)) {
                    if (!last(parsed).getUnmatchedArguments().isEmpty())
                        throw new CommandLine.UnmatchedArgumentException(
                                last(parsed), last(parsed).getUnmatchedArguments());
                    last(parsed).usage(line.getOut());
                    return CommandLine.ExitCode.OK;
                }
                if (!isVersionWanted(parsed)) Limits.check(parsed);
                Provenance.command("gan4j " + quoted(parsed.originalArgs()));
                return new CommandLine.RunLast().execute(parsed);
            } catch (Error serious) {
                throw new CommandLine.ExecutionException(line, "cannot go on", Failures.failure(serious));
            } finally {
                line.getOut().flush();
            }
        });
        Converters.register(line);
        line.registerConverter(MixConcept.class, MixConcept::of);
        HelpPage.install(line);
        line.getCommandSpec()
                .usageMessage()
                .footer(
                        "",
                        "gan4j help COMMAND shows its options, gan4j explain WORD what a term means. To begin: gan4j train");
        return line;
    }

    /** As a shell takes them. */
    private static String quoted(List<String> arguments) {
        return arguments.stream()
                .map(one -> PLAIN.matcher(one).matches() ? one : "'" + one.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Whether help is asked for anywhere, as also in {@code gan4j --help train}. */
    private static boolean helpWanted(CommandLine.ParseResult parsed) {
        return parsed.isUsageHelpRequested() || parsed.hasSubcommand() && helpWanted(parsed.subcommand());
    }

    private static boolean isVersionWanted(CommandLine.ParseResult parsed) {
        return parsed.isVersionHelpRequested() || parsed.hasSubcommand() && isVersionWanted(parsed.subcommand());
    }

    private static CommandLine last(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand()
                ? last(parsed.subcommand())
                : parsed.commandSpec().commandLine();
    }

    private static int execute(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (RuntimeException | Error unstarted) {
            return Failures.unstarted(unstarted, new PrintWriter(System.err, true));
        }
    }

    /** Whether a part of what was printed is missing, as in a file on a full disk, and says so; readers may close a pipe. */
    private static boolean outputLost() {
        if (!System.out.checkError() || isPipe(Path.of("/dev/stdout"))) return false;
        System.err.println("gan4j: a part of the output could not be written; is the disk full?");
        return true;
    }

    /** Pipes, sockets and what is closed have no name in the file system. */
    private static boolean isPipe(Path stream) {
        try {
            return !Files.exists(stream.toRealPath());
        } catch (IOException nameless) {
            return true;
        }
    }

    public static void main(String[] arguments) {
        // numbers are written the same way everywhere, as in the documents
        Locale.setDefault(Locale.ROOT);
        UserCache.giveHome();
        int code = execute(arguments);
        System.exit(code == CommandLine.ExitCode.OK && outputLost() ? CommandLine.ExitCode.SOFTWARE : code);
    }
}
