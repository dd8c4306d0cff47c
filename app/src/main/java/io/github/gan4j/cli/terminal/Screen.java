package io.github.gan4j.cli.terminal;

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

    public PrintWriter out() {
        return verb.commandLine().getOut();
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
