package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.Printable;
import io.github.gan4j.files.FileNames;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.tensor.OutOfMemory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors as one line on the error stream and an exit code. */
final class Failures {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Failures() {}

    /** Wrong options or parameters. */
    static int wrongUsage(ParameterException wrong, String... arguments) {
        CommandLine verb = wrong.getCommandLine();
        print(
                verb.getErr(),
                wrong instanceof UnmatchedArgumentException more ? unknown(more) : line(wrong) + more(wrong));
        return WRONG_USAGE;
    }

    /** Refers to the help where a missing parameter is not an option. */
    private static String more(ParameterException wrong) {
        boolean missing =
                wrong instanceof MissingParameterException && !line(wrong).contains("option '");
        return missing ? "; see " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help" : "";
    }

    private static String unknown(UnmatchedArgumentException wrong) {
        CommandLine verb = wrong.getCommandLine();
        String first = wrong.getUnmatched().get(0);
        String see = " (see " + verb.getCommandSpec().qualifiedName() + " --help)";
        if (first.startsWith("-"))
            return "unknown option '" + first + "'"
                    + command(verb, name(first)).orElseGet(() -> Suggestions.didYouMean(name(first), options(verb)))
                    + see;
        return verb.getSubcommands().isEmpty() ? "unexpected '" + first + "'" + see : unknownCommand(verb, first);
    }

    /** An option without its value. */
    private static String name(String option) {
        return option.split("=", 2)[0];
    }

    /** Commands are written as options by those who know programs in which they are some. */
    private static Optional<String> command(CommandLine verb, String option) {
        CommandLine program = verb;
        while (program.getParent() != null) program = program.getParent();
        String word = option.replaceFirst("^-+", "");
        return Optional.ofNullable(program.getSubcommands().get(word))
                .map(meant ->
                        "; did you mean the command '" + meant.getCommandSpec().qualifiedName() + "'?");
    }

    private static List<String> options(CommandLine verb) {
        return verb.getCommandSpec().optionsMap().keySet().stream().toList();
    }

    /** The message about a command that another does not have. */
    static String unknownCommand(CommandLine above, String name) {
        return "unknown command '" + name + "'"
                + Suggestions.didYouMean(name, above.getSubcommands().keySet()) + " ("
                + above.getCommandSpec().qualifiedName() + " --help lists all)";
    }

    /** A verb that failed. */
    static int failed(Exception failure, PrintWriter err, boolean stacktrace) {
        Exception reason = failure instanceof UncheckedIOException wrapper ? wrapper.getCause() : failure;
        print(err, line(reason));
        if (stacktrace) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(Printable.text(trace.toString()));
        }
        err.flush();
        return reason instanceof IllegalArgumentException ? WRONG_USAGE : FAILED;
    }

    private static void print(PrintWriter err, String line) {
        err.println("gan4j: " + Printable.line(line));
        err.flush();
    }

    /** An error of Java itself, as a failure in one line. */
    static IOException failure(Error error) {
        if (!(error instanceof OutOfMemoryError)) return new IOException("Java cannot go on: " + root(error), error);
        String message = String.valueOf(error.getMessage());
        return new IOException(
                message.contains("thread")
                        ? "no more threads can be started; raise the limit of processes (ulimit -u, or the container's)"
                        : "Java is out of memory (" + message + "); give it more, as in"
                                + " GAN4J_JAVA_OPTIONS=-Xmx8g ./gan4j ..., or ask for less",
                error);
    }

    /** What went wrong before there was a command line to say it. */
    static int unstarted(Throwable failure, PrintWriter err) {
        print(err, "cannot start: " + root(failure));
        return FAILED;
    }

    /** The innermost cause: its message, after its class where that says what the message does not. */
    private static String root(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        String message = Optional.ofNullable(innermost.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("no reason given");
        return innermost instanceof IOException ? message : innermost.getClass().getSimpleName() + ": " + message;
    }

    /** An error in one line. */
    static String line(Exception failure) {
        Optional<String> memory = OutOfMemory.line(failure);
        if (memory.isPresent()) return memory.get();
        // a line that is indented goes on about the same; any other is part of a name
        String message = Optional.ofNullable(failure.getMessage())
                .map(text -> text.split("\\R(?=\\s|$)", 2)[0])
                .filter(text -> !text.isBlank())
                .orElse("no reason given");
        if (failure instanceof InvalidPathException name) return FileNames.problem(name);
        if (failure instanceof NoSuchFileException) return message + ": no such file or folder";
        if (failure instanceof AccessDeniedException) return message + ": permission denied";
        if (failure instanceof FileAlreadyExistsException) return message + ": exists and is not a folder";
        if (failure instanceof FileSystemException
                || failure instanceof IOException
                || failure instanceof IllegalArgumentException) return message;
        if (failure instanceof ParameterException)
            return Character.toLowerCase(message.charAt(0)) + message.substring(1);
        return "unexpected " + failure.getClass().getSimpleName() + ": " + message
                + " (--stacktrace shows where it came from)";
    }
}
