package io.github.gan4j.cli;

import io.github.gan4j.cli.options.Within;
import io.github.gan4j.serve.ModelServer;
import io.github.gan4j.serve.ServeSettings;
import io.github.gan4j.serving.PoolLimits;
import io.github.gan4j.train.ExitGuard;
import io.github.gan4j.web.HostNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j serve}: trained models over HTTP. */
@Command(
        name = "serve",
        description = "Answer HTTP requests with trained models.",
        footer = {
            "",
            "Requests",
            "  POST /v1/generate  {\"count\": 4, \"class\": \"cat\", \"seed\": 7}",
            "                     for samples as PNG, JPEG, zip or JSON",
            "  POST /v1/restore, /v1/upscale, /v1/redraw  an image, for the result",
            "  GET  /v1/models, /openapi.json, /health, /ready, /metrics",
            "",
            "With --host, requests need the token that is printed at the start; the variable",
            "GAN4J_TOKEN sets one. Ctrl-C answers what was accepted and ends."
        })
final class ServeCommand extends Verb {
    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description =
                    "Run folders, or generators in ONNX or TorchScript files; each model is named after its folder or file.")
    private List<Path> runs = new ArrayList<>();

    @Option(names = "--best", description = "Use the checkpoints with the best metric instead of the newest.")
    private boolean best;

    @Within(least = 0, most = 65_535)
    @Option(names = "--port", paramLabel = "N", description = "Port; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = ServeSettings.PORT;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "Address to listen on, as in 0.0.0.0 (default: this machine only).")
    private Optional<String> host = Optional.empty();

    @Within(least = 1, most = 64)
    @Option(names = "--workers", paramLabel = "N", description = "Threads per model (default: the number of cores).")
    private Optional<Integer> workers = Optional.empty();

    @Within(least = 1, most = 1_000_000)
    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "Most samples that wait for a model; more are refused with 429 (default: ${DEFAULT-VALUE}).")
    private int queue = 1024;

    @Within(least = 1, most = 3600)
    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Longest wait of a request; then it is refused with 503 (default: ${DEFAULT-VALUE}).")
    private int patience = 30;

    @Within(least = 1, most = 100_000)
    @Option(
            names = "--most-samples",
            paramLabel = "N",
            description = "Most samples of a request (default: ${DEFAULT-VALUE}).")
    private int mostSamples = 1000;

    @Within(least = 1, most = 67_108_864)
    @Option(
            names = "--most-pixels",
            paramLabel = "N",
            description = "Most pixels of an image sent (default: ${DEFAULT-VALUE}).")
    private int mostPixels = 1 << 22;

    @Override
    public Integer call() throws IOException {
        int threads = workers.orElseGet(() -> Math.min(64, Runtime.getRuntime().availableProcessors()));
        ServeSettings settings = new ServeSettings(
                runs,
                best,
                new HostNames(host),
                port,
                Optional.ofNullable(System.getenv("GAN4J_TOKEN")),
                new PoolLimits(threads, 1, queue, Duration.ofSeconds(patience)),
                mostSamples,
                mostPixels);
        CountDownLatch closed = new CountDownLatch(1);
        try (ModelServer server = ModelServer.open(settings);
                ExitGuard untilClosed = ExitGuard.of(closed::countDown)) {
            server.modelLines().forEach(screen::say);
            screen.say("serving at " + server.url());
            if (settings.token().isEmpty())
                server.token()
                        .ifPresent(token -> screen.say("requests need the header Authorization: Bearer " + token));
            screen.say("Ctrl-C ends it");
            closed.await();
            server.close();
        } catch (InterruptedException asked) {
            // ends here
        }
        return 0;
    }
}
