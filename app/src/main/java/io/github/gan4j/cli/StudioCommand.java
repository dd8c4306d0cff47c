package io.github.gan4j.cli;

import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.StudioSession;
import io.github.gan4j.studio.StudioSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j studio}: a web page over a folder of runs. */
@Command(
        name = "studio",
        description = "Watch, control, explore and compare runs in a web page.",
        footer = {
            "",
            "Only this machine can open the page unless --host names another address; the printed address then contains",
            "an access token."
        })
final class StudioCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder that holds the run folders (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Within(least = 0, most = 65_535)
    @Option(names = "--port", paramLabel = "N", description = "Port; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = StudioSettings.USUAL_PORT;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "Address to listen on, as in 0.0.0.0 (default: this machine only).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "With --host, the only folder from which data may be chosen.")
    private Optional<Path> data = Optional.empty();

    @Override
    public Integer call() throws IOException {
        new StudioSession(screen).serve(new StudioSettings(runs, host, port, data));
        return 0;
    }
}
