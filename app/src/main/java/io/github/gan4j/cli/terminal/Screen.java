package io.github.gan4j.cli.terminal;

import io.github.gan4j.files.Json;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The output of a verb, its one-line notices on the error stream, and how far slow work has got. */
@Command
public final class Screen {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    private boolean aside;

    /** Where results for people go; the error stream after {@link #sayAside}. */
    public PrintWriter out() {
        return aside ? verb.commandLine().getErr() : verb.commandLine().getOut();
    }

    /** Keeps the standard output free for {@link #json}. */
    void sayAside() {
        aside = true;
    }

    /** Writes a result as JSON on the standard output. */
    public void json(Object value) {
        verb.commandLine().getOut().print(Json.text(value));
        verb.commandLine().getOut().flush();
    }

    /** Shows a line at once. */
    public void say(String line) {
        out().println(line);
        out().flush();
    }

    public void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    public void notice(String line) {
        verb.commandLine().getErr().println("gan4j: " + line);
        verb.commandLine().getErr().flush();
    }

    /** Gives a notice about slow work every few seconds. */
    public SlowNotice slow() {
        return new SlowNotice(this::notice);
    }
}
