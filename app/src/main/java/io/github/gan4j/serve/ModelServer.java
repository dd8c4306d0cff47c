package io.github.gan4j.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Layers;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.serving.PoolFullException;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Words;
import io.github.gan4j.web.AccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers HTTP requests with trained models. It listens to this machine alone unless another address is given; then every
 * request but those for the state needs a token. Described by {@code GET /openapi.json}.
 */
public final class ModelServer implements AutoCloseable {
    private static final int MOST_JSON_BYTES = 1 << 16;
    private static final int MOST_IMAGE_BYTES = 16 << 20;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final int THREADS = 64;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    private final ServeSettings settings;
    private final Optional<AccessToken> token;
    private final ServedModels models;
    private final ServerMetrics metrics;
    private final Map<String, Route> routes = new HashMap<>();
    private final Server server;
    private final DrainingConnector connector;
    private volatile boolean draining;

    private ModelServer(ServeSettings settings, ServedModels models) throws IOException {
        this.settings = settings;
        this.models = models;
        this.metrics = new ServerMetrics(models.all());
        this.token = settings.token()
                .map(AccessToken::new)
                .or(() -> settings.names().local() ? Optional.empty() : Optional.of(AccessToken.random()));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("gan4j-http");
        threads.setDaemon(true);
        server = new Server(threads);
        server.setStopTimeout(LONGEST_DRAIN.toMillis());
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback done) {
                ModelServer.this.handle(request, response, done);
                return true;
            }
        });
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new DrainingConnector(server, http);
        connector.setHost(settings.names().address());
        connector.setPort(settings.port());
        // here and not for requests, after each of which Jetty would put back what it was before: also the longer
        // time over the one second that the end gives
        connector.setIdleTimeout(LONGEST_SILENCE.toMillis());
        server.addConnector(connector);
        listRoutes();
    }

    /**
     * Opens the models and begins to serve.
     *
     * @throws IOException in one line, when a run cannot be opened or the port is taken
     */
    public static ModelServer open(ServeSettings settings) throws IOException {
        ModelServer opened = new ModelServer(settings, ServedModels.open(settings));
        try {
            opened.server.start();
            return opened;
        } catch (Exception unable) {
            opened.close();
            if (!(unable.getCause() instanceof BindException)) throw new IOException(unable.getMessage(), unable);
            throw new IOException(
                    "port " + settings.port() + " of " + settings.names().address()
                            + " is taken; --port 0 takes any that is free",
                    unable);
        }
    }

    /** Answers an exchange, now or later. */
    @FunctionalInterface
    private interface Route {
        void of(HttpExchange exchange) throws IOException, PoolFullException;
    }

    private void listRoutes() {
        routes.put("GET /health", exchange -> exchange.answer(200, PLAIN, utf8("ok\n")));
        routes.put("GET /ready", exchange -> exchange.answer(200, PLAIN, utf8("ready\n")));
        routes.put("GET /metrics", exchange -> exchange.answer(200, ServerMetrics.CONTENT_TYPE, metrics.text()));
        routes.put("GET /openapi.json", exchange -> exchange.answer(200, JSON, OpenApi.document()));
        routes.put("GET /v1/models", this::describe);
        routes.put("POST /v1/generate", this::generate);
        for (ServedModel.Task task : ServedModel.Task.values())
            if (task != ServedModel.Task.GENERATE) routes.put("POST " + route(task), exchange -> image(exchange, task));
    }

    private void handle(Request request, Response response, Callback done) {
        String path = Request.getPathInContext(request);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Optional<Route> route = Optional.ofNullable(routes.get(method + " " + path));
        HttpExchange exchange =
                new HttpExchange(request, response, done, route.isPresent() ? path : "none", metrics, () -> draining);
        exchange.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
        try {
            admit(exchange);
            route.orElseThrow(() -> noRoute(exchange)).of(exchange);
        } catch (Exception failed) {
            refuse(exchange, failed);
        }
    }

    private Unwelcome noRoute(HttpExchange exchange) {
        String path = exchange.path();
        Optional<String> taken = Stream.of("GET", "POST")
                .filter(method -> routes.containsKey(method + " " + path))
                .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                .findFirst();
        if (taken.isEmpty())
            return new Unwelcome(404, "there is no " + path + "; GET /openapi.json lists what there is");
        exchange.with("Allow", taken.get());
        return new Unwelcome(405, path + " takes " + taken.get() + ", got " + exchange.method());
    }

    private static void refuse(HttpExchange exchange, Throwable failed) {
        if (failed instanceof CompletionException) refuse(exchange, failed.getCause());
        else if (failed instanceof PoolFullException full)
            refuse(exchange.with("Retry-After", Long.toString(full.retryAfter().toSeconds())), 429, full.getMessage());
        else if (failed instanceof TimeoutException)
            refuse(exchange.with("Retry-After", "1"), 503, failed.getMessage());
        else if (failed instanceof Unwelcome unwelcome) refuse(exchange, unwelcome.status(), unwelcome.getMessage());
        else if (failed instanceof UnknownModelException) refuse(exchange, 404, failed.getMessage());
        else if (failed instanceof IllegalArgumentException) refuse(exchange, 400, failed.getMessage());
        else if (failed instanceof IOException) refuse(exchange, 422, failed.getMessage());
        else if (failed instanceof UncheckedIOException)
            refuse(exchange, 500, failed.getCause().getMessage());
        else refuse(exchange, 500, "internal error: " + failed);
    }

    private static void refuse(HttpExchange exchange, int status, String reason) {
        exchange.answer(
                status,
                JSON,
                utf8(Json.object()
                        .put("error", reason == null ? "no reason given" : reason)
                        .toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String route(ServedModel.Task task) {
        return "/v1/" + Words.of(task);
    }

    private void admit(HttpExchange exchange) throws IOException {
        if (!settings.names().includes(exchange.header("Host").orElse(""), exchange.port()))
            throw new Unwelcome(403, "the Host header does not name this server");
        if (exchange.header("Origin").isPresent())
            throw new Unwelcome(403, "requests of web pages are not answered; put a server of your own between");
        boolean state = exchange.path().equals("/health") || exchange.path().equals("/ready");
        if (token.isPresent() && !state && !token.get().is(bearer(exchange)))
            throw new Unwelcome(401, "needs the header Authorization: Bearer TOKEN");
        if (draining && !exchange.path().equals("/health")) {
            // a connection that is closed with unread bytes is reset, and the answer may be lost with it
            if (exchange.header("Expect").isEmpty()) exchange.body(MOST_IMAGE_BYTES);
            exchange.with("Retry-After", "1");
            throw new Unwelcome(503, "the server is shutting down");
        }
    }

    private static String bearer(HttpExchange exchange) {
        String given = exchange.header("Authorization").orElse("");
        return given.startsWith("Bearer ") ? given.substring("Bearer ".length()) : null;
    }

    private void describe(HttpExchange exchange) {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("models");
        models.all().forEach(model -> list.add(model.description()));
        exchange.answer(200, JSON, utf8(all.toString()));
    }

    private void generate(HttpExchange exchange) throws IOException, PoolFullException {
        exchange.requireParameters();
        GenerateRequest request = Settings.read(GenerateRequest.class, object(exchange.body(MOST_JSON_BYTES)));
        ServedGenerator generator = models.of(request.model(), ServedModel.Task.GENERATE, ServedGenerator.class);
        generator
                .generate(request, settings.mostSamples())
                .thenAccept(made -> {
                    metrics.made(generator.name(), made.count());
                    exchange.with("X-Gan4j-Model", generator.name())
                            .with("X-Gan4j-Seed", Long.toString(made.seed()))
                            .answer(200, made.format().mediaType(), made.bytes());
                })
                .exceptionally(failed -> refused(exchange, failed));
    }

    private static Void refused(HttpExchange exchange, Throwable failed) {
        refuse(exchange, failed);
        return null;
    }

    private static ObjectNode object(byte[] body) {
        if (body.length == 0) return Json.object();
        try {
            return Json.parse(body);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the body must be JSON: " + malformed.getMessage(), malformed);
        }
    }

    private void image(HttpExchange exchange, ServedModel.Task task) throws IOException, PoolFullException {
        exchange.requireParameters("model", "class", "format");
        String format = exchange.parameter("format").orElse("png");
        if (!format.equals("png") && !format.equals("jpeg"))
            throw new IllegalArgumentException("format must be png or jpeg, got '" + format + "'");
        ServedImages model = models.of(exchange.parameter("model"), task, ServedImages.class);
        model.answer(exchange.body(MOST_IMAGE_BYTES), exchange.parameter("class"), settings.mostPixels())
                .thenApply(layers -> encoded(layers, format))
                .thenAccept(bytes -> {
                    metrics.made(model.name(), 1);
                    exchange.with("X-Gan4j-Model", model.name()).answer(200, "image/" + format, bytes);
                })
                .exceptionally(failed -> refused(exchange, failed));
    }

    private static byte[] encoded(Layers layers, String format) {
        try {
            if (format.equals("png")) return ImageFile.png(layers);
            if (layers.opacity().isPresent())
                throw new IllegalArgumentException("format must be png for an image with transparency, got 'jpeg'");
            return EncodedImage.jpeg(layers.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** The address for a client on this machine, without a path. */
    public String url() {
        return settings.names().url(port());
    }

    /** What requests need as {@code Authorization: Bearer}; empty for none. */
    public Optional<String> token() {
        return token.map(AccessToken::value);
    }

    /** One line for each model. */
    public List<String> modelLines() {
        return models.all().stream()
                .map(model -> route(model.task()) + "  " + model.name() + ", " + model.shape()
                        + (model.trainedImages().isEmpty()
                                ? ""
                                : ", after " + Numbers.of(model.trainedImages().getAsLong(), "image")))
                .toList();
    }

    /**
     * Stops listening, answers the requests that were accepted and refuses those that still arrive on open connections,
     * each with {@code Connection: close}; ends when no connection is left, after a minute at most. At the second call
     * there is nothing left to do.
     */
    @Override
    public synchronized void close() {
        if (draining) return;
        draining = true;
        try {
            server.stop();
        } catch (Exception unable) {
            throw new IllegalStateException(unable);
        } finally {
            models.close();
        }
    }
}
