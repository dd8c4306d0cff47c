package io.github.gan4j.cli;

import io.github.gan4j.plan.Presets;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j presets}: the plans that come with gan4j. */
@Command(name = "presets", description = "List the plans that come with gan4j, or show one.")
final class PresetsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        int width = Presets.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Presets.names())
            out.printf("%-" + width + "s  %s%n", name, Presets.read(name).about());
    }

    @Command(name = "show", description = "Print the file of one preset; a plan of your own may begin as a copy of it.")
    void show(@Parameters(paramLabel = "PRESET", description = "Its name.") String name) {
        spec.commandLine().getOut().print(Presets.text(name));
    }
}
