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
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers HTTP requests with trained models. It listens to this machine alone unless another address is given; then every
 * request but those for the state needs a token. Described by {@code GET /openapi.json}.
 */
public final class ModelServer implements AutoCloseable {
    private static final int MOST_JSON_BYTES = 1 << 16;
    private static final int MOST_IMAGE_BYTES = 16 << 20;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);
    private static final int THREADS = 64;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    private final ServeSettings settings;
    private final Optional<AccessToken> token;
    private final ServedModels models;
    private final ServerMetrics metrics;
    private volatile boolean draining;
    private Javalin server;

    private ModelServer(ServeSettings settings, ServedModels models) {
        this.settings = settings;
        this.models = models;
        this.metrics = new ServerMetrics(models.all());
        this.token = settings.token()
                .map(AccessToken::new)
                .or(() -> settings.names().local() ? Optional.empty() : Optional.of(AccessToken.random()));
    }

    /**
     * Opens the models and begins to serve.
     *
     * @throws IOException in one line, when a run cannot be opened or the port is taken
     */
    public static ModelServer open(ServeSettings settings) throws IOException {
        ModelServer server = new ModelServer(settings, ServedModels.open(settings));
        try {
            server.server = Javalin.create(server::configure).start();
            return server;
        } catch (JavalinBindException taken) {
            server.models.close();
            throw new IOException(
                    "port " + settings.port() + " of " + settings.names().address()
                            + " is taken; --port 0 takes any that is free",
                    taken);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MOST_IMAGE_BYTES;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("gan4j-http");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(jetty -> jetty.setStopTimeout(LONGEST_DRAIN.toMillis()));
        config.jetty.addConnector(this::connector);
        config.requestLogger.http(this::answered);
        config.routes.before(this::admit);
        config.routes.after(context -> {
            if (draining) context.header("Connection", "close");
        });
        config.routes.get("/health", context -> context.result("ok\n"));
        config.routes.get("/ready", this::ready);
        config.routes.get("/metrics", context -> context.contentType(ServerMetrics.CONTENT_TYPE)
                .result(metrics.text()));
        config.routes.get("/openapi.json", OpenApi::serve);
        config.routes.get("/v1/models", this::describe);
        config.routes.post("/v1/generate", this::generate);
        for (ServedModel.Task task : ServedModel.Task.values())
            if (task != ServedModel.Task.GENERATE) config.routes.post(route(task), context -> image(context, task));
        config.routes.exception(PoolFullException.class, (e, context) -> {
            context.header("Retry-After", Long.toString(e.retryAfter().toSeconds()));
            refuse(context, 429, e.getMessage());
        });
        config.routes.exception(TimeoutException.class, (e, context) -> {
            context.header("Retry-After", "1");
            refuse(context, 503, e.getMessage());
        });
        config.routes.exception(Unwelcome.class, (e, context) -> refuse(context, e.status(), e.getMessage()));
        config.routes.exception(UnknownModelException.class, (e, context) -> refuse(context, 404, e.getMessage()));
        config.routes.exception(IllegalArgumentException.class, (e, context) -> refuse(context, 400, e.getMessage()));
        config.routes.exception(IOException.class, (e, context) -> refuse(context, 422, e.getMessage()));
        config.routes.exception(
                UncheckedIOException.class,
                (e, context) -> refuse(context, 500, e.getCause().getMessage()));
        config.routes.exception(Exception.class, (e, context) -> refuse(context, 500, "internal error: " + e));
        config.routes.error(404, context -> {
            if (context.result() == null || context.result().isEmpty() || "Not Found".equals(context.result()))
                refuse(context, 404, "there is no " + context.path() + "; GET /openapi.json lists what there is");
        });
    }

    private DrainingConnector connector(Server jetty, HttpConfiguration http) {
        try {
            DrainingConnector connector = new DrainingConnector(jetty, http);
            connector.setHost(settings.names().address());
            connector.setPort(settings.port());
            // here and not for requests, after each of which Jetty would put back what it was before: also the longer
            // time over the one second that the end gives
            connector.setIdleTimeout(LONGEST_SILENCE.toMillis());
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String route(ServedModel.Task task) {
        return "/v1/" + Words.of(task);
    }

    /** A request that is refused before it is looked at. */
    private static final class Unwelcome extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Unwelcome(int status, String reason) {
            super(reason);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private void admit(Context context) throws IOException {
        context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store");
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (!settings.names().includes(host, context.req().getLocalPort()))
            throw new Unwelcome(403, "the Host header does not name this server");
        if (context.header("Origin") != null)
            throw new Unwelcome(403, "requests of web pages are not answered; put a server of your own between");
        boolean state = context.path().equals("/health") || context.path().equals("/ready");
        if (token.isPresent() && !state && !token.get().is(bearer(context)))
            throw new Unwelcome(401, "needs the header Authorization: Bearer TOKEN");
        if (draining && !state) {
            // a connection that is closed with unread bytes is reset, and the answer may be lost with it
            if (context.header("Expect") == null) bytes(context, MOST_IMAGE_BYTES);
            context.header("Retry-After", "1");
            throw new Unwelcome(503, "the server is shutting down");
        }
    }

    private static String bearer(Context context) {
        String given = Optional.ofNullable(context.header("Authorization")).orElse("");
        return given.startsWith("Bearer ") ? given.substring("Bearer ".length()) : null;
    }

    private void answered(Context context, float milliseconds) {
        String route = context.endpoints().lastHttpEndpoint() == null
                ? "none"
                : context.endpoints().lastHttpEndpoint().path;
        metrics.answered(route, context.statusCode(), milliseconds / 1000);
    }

    private void ready(Context context) {
        if (draining) refuse(context, 503, "the server is shutting down");
        else context.result("ready\n");
    }

    private void describe(Context context) {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("models");
        models.all().forEach(model -> list.add(model.description()));
        context.contentType("application/json").result(all.toString());
    }

    private void generate(Context context) throws IOException, PoolFullException {
        GenerateRequest request = Settings.read(GenerateRequest.class, body(context));
        ServedGenerator generator = models.of(request.model(), ServedModel.Task.GENERATE, ServedGenerator.class);
        CompletableFuture<ServedGenerator.Answer> answer = generator.generate(request, settings.mostSamples());
        context.future(() -> answer.thenAccept(made -> {
            metrics.made(generator.name(), made.count());
            context.header("X-Gan4j-Model", generator.name()).header("X-Gan4j-Seed", Long.toString(made.seed()));
            send(context, made.format().mediaType(), made.bytes());
        }));
    }

    private static ObjectNode body(Context context) throws IOException {
        byte[] bytes = bytes(context, MOST_JSON_BYTES);
        if (bytes.length == 0) return Json.object();
        try {
            return Json.parse(bytes);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the body must be JSON: " + malformed.getMessage(), malformed);
        }
    }

    private static byte[] bytes(Context context, int most) throws IOException {
        long end = System.nanoTime() + LONGEST_BODY.toNanos();
        InputStream stream = context.req().getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > most) throw new Unwelcome(413, "the body must have at most " + most + " bytes");
            if (System.nanoTime() > end)
                throw new Unwelcome(408, "the body must arrive within " + LONGEST_BODY.toSeconds() + " seconds");
        }
        return body.toByteArray();
    }

    private void image(Context context, ServedModel.Task task) throws IOException, PoolFullException {
        Optional<String> name = Optional.ofNullable(context.queryParam("model"));
        Optional<String> label = Optional.ofNullable(context.queryParam("class"));
        String format = Optional.ofNullable(context.queryParam("format")).orElse("png");
        if (!format.equals("png") && !format.equals("jpeg"))
            throw new IllegalArgumentException("format must be png or jpeg, got '" + format + "'");
        ServedImages model = models.of(name, task, ServedImages.class);
        byte[] file = bytes(context, MOST_IMAGE_BYTES);
        CompletableFuture<byte[]> answer =
                model.answer(file, label, settings.mostPixels()).thenApply(layers -> encoded(layers, format));
        context.future(() -> answer.thenAccept(bytes -> {
            metrics.made(model.name(), 1);
            context.header("X-Gan4j-Model", model.name());
            send(context, "image/" + format, bytes);
        }));
    }

    /** Says beforehand how long the answer is, but where it may be compressed on its way. */
    private static void send(Context context, String type, byte[] bytes) {
        if (!type.equals(SampleFormat.JSON.mediaType())) context.res().setContentLength(bytes.length);
        context.contentType(type).result(bytes);
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

    private static void refuse(Context context, int status, String reason) {
        context.status(status)
                .contentType("application/json")
                .result(Json.object()
                        .put("error", reason == null ? "no reason given" : reason)
                        .toString());
    }

    public int port() {
        return server.port();
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
        server.stop();
        models.close();
    }
}
