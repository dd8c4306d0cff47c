package io.github.gan4j.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** One-line notices on the error stream: what was left out, what was assumed. */
record Notices(PrintWriter err) implements Consumer<String> {
    @Override
    public void accept(String line) {
        err.println("gan4j: " + line);
        err.flush();
    }
}
