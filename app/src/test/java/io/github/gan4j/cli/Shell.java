package io.github.gan4j.cli;

import io.github.gan4j.files.CacheFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import picocli.CommandLine;

/** What a command line answered: its exit code and both streams. */
record Shell(int code, String out, String err) {
    static {
        if (System.getProperty(CacheFolder.PROPERTY) == null)
            try {
                System.setProperty(
                        CacheFolder.PROPERTY,
                        Files.createTempDirectory("gan4j-cache").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    static Shell run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Gan4j.commandLine();
        line.setOut(new PrintWriter(new BufferedWriter(out), true))
                .setErr(new PrintWriter(new BufferedWriter(err), true));
        int code = line.execute(arguments);
        return new Shell(code, out.toString(), err.toString());
    }
}
