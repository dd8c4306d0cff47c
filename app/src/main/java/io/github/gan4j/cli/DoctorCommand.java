package io.github.gan4j.cli;

import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j doctor}: what ails a run. */
@Command(
        name = "doctor",
        description = "Say what is happening in a run, on what evidence, and what helps.",
        footer = {
            "",
            "A run may still be going on. What helps is written as options for gan4j train.",
            "train --auto-remedy tries it by itself."
        })
final class DoctorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(names = "--json", description = "Print it for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Diagnosis diagnosis = Doctor.examine(new RunFolder(path));
        PrintWriter screen = spec.commandLine().getOut();
        if (json) screen.println(diagnosis.toJson().toPrettyString());
        else print(diagnosis, screen);
        screen.flush();
        return 0;
    }

    private static void print(Diagnosis diagnosis, PrintWriter screen) {
        screen.println(diagnosis.line());
        if (!diagnosis.also().isEmpty())
            screen.println("also       "
                    + diagnosis.also().stream()
                            .map(other -> Words.of(other).replace('-', ' '))
                            .collect(Collectors.joining(", ")));
        diagnosis.advice().forEach(line -> screen.println("try        " + line));
    }
}
