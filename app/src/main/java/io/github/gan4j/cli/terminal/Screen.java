package io.github.gan4j.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The output of a verb, its one-line notices on the error stream, and how far slow work has got. Everything that a verb prints
 * goes through here, {@linkplain Printable without control characters}.
 */
@Command
public final class Screen {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    private boolean aside;

    /** Where results for people go; the error stream after {@link #sayAside}. What is printed there has no text from elsewhere. */
    public PrintWriter out() {
        return aside ? verb.commandLine().getErr() : verb.commandLine().getOut();
    }

    /** Keeps the standard output free for {@link #json}. */
    void sayAside() {
        aside = true;
    }

    /** Writes a result as JSON on the standard output, with what is needed to cite it where it does not bring that itself. */
    public void json(Object value) {
        JsonNode tree = Json.tree(value);
        JsonNode cited = tree.has(Provenance.KEY) ? tree : Provenance.here().onto(tree);
        verb.commandLine().getOut().print(Printable.text(Json.text(cited)));
        verb.commandLine().getOut().flush();
    }

    /** Shows text of several lines, such as a table or a file. */
    public void show(String text) {
        out().print(Printable.text(text));
        out().flush();
    }

    /** Shows a line at once. */
    public void say(String line) {
        out().println(Printable.line(line));
        out().flush();
    }

    public void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    public void notice(String line) {
        verb.commandLine().getErr().println("gan4j: " + Printable.line(line));
        verb.commandLine().getErr().flush();
    }

    /** Gives a notice about slow work every few seconds. */
    public SlowNotice slow() {
        return new SlowNotice(this::notice);
    }
}
