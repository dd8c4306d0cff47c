package io.github.gan4j.cli.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --json}: the result of a verb as JSON alone on the standard output; what it says goes to the error stream. */
@Command
public final class JsonOption {
    @Option(names = "--json", description = "Write the result as JSON, and everything else to the error stream.")
    private boolean json;

    /** Whether JSON is wanted; if so, everything said from now on goes to the error stream. */
    public boolean on(Screen screen) {
        if (json) screen.sayAside();
        return json;
    }
}
