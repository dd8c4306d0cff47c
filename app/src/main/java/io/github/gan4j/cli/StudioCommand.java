package io.github.gan4j.cli;

import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j studio}: serves a web page over a folder of runs. */
@Command(
        name = "studio",
        description = "Watch, steer, explore and compare runs in a web page.",
        footer = {
            "",
            "The page is for this machine alone unless --host names another address; then the",
            "printed address holds a token that others need."
        })
final class StudioCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder that holds the run folders; runs when not given.")
    private Path runs = Path.of("runs");

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; 4267 when not given, 0 for any free.")
    private int port = StudioSettings.USUAL_PORT;

    @Option(names = "--host", paramLabel = "H", description = "The address to listen at, as in 0.0.0.0.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "With --host: data named in the form must lie here.")
    private Optional<Path> data = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        try (Studio studio = Studio.open(new StudioSettings(runs, host, port, data))) {
            screen.println("studio of " + runs + ": " + studio.url());
            screen.println("Ctrl-C ends it");
            screen.flush();
            Serving.untilEnd(studio);
        }
        return 0;
    }
}
