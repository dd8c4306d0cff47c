package io.github.gan4j.serve;

import io.github.gan4j.glossary.Suggestions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * A request and its answer, which is given once, from any thread and without waiting for the client to read it. It stands on
 * Jetty's own interface: servlets, sessions and filters in between cost more than a small sample.
 */
final class HttpExchange {
    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);
    private static final int PIECE = 1 << 13;

    private final Request request;
    private final Response response;
    private final Callback done;
    private final String route;
    private final ServerMetrics metrics;
    private final BooleanSupplier last;

    /**
     * @param route under which it is counted
     * @param last whether the connection ends with this answer, asked when it is given
     */
    HttpExchange(
            Request request,
            Response response,
            Callback done,
            String route,
            ServerMetrics metrics,
            BooleanSupplier last) {
        this.request = request;
        this.response = response;
        this.done = done;
        this.route = route;
        this.metrics = metrics;
        this.last = last;
        // how long a model may take is what the patience of its pool says, not how long a connection may be silent
        request.addIdleTimeoutListener(silent -> false);
    }

    String path() {
        return Request.getPathInContext(request);
    }

    String method() {
        return request.getMethod();
    }

    int port() {
        return Request.getLocalPort(request);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
    }

    /** @throws IllegalArgumentException when the address has others, or one twice, which would have no effect */
    void requireParameters(String... known) {
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            String name = field.getName();
            if (!List.of(known).contains(name))
                throw new IllegalArgumentException(
                        known.length == 0
                                ? "unknown parameter '" + name + "'; " + path() + " takes JSON in its body"
                                : Suggestions.unknown("parameter", name, List.of(known)));
            if (field.getValues().size() > 1)
                throw new IllegalArgumentException("parameter " + name + " is given more than once");
        }
    }

    /** @throws Unwelcome when it has more bytes, or arrives too slowly */
    byte[] body(int most) throws IOException {
        long end = System.nanoTime() + LONGEST_BODY.toNanos();
        InputStream stream = Request.asInputStream(request);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece =
                new byte[(int) Math.max(1, Math.min(PIECE, request.getLength() < 0 ? PIECE : request.getLength()))];
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > most) throw new Unwelcome(413, "the body must have at most " + most + " bytes");
            if (System.nanoTime() > end)
                throw new Unwelcome(408, "the body must arrive within " + LONGEST_BODY.toSeconds() + " seconds");
        }
        return body.toByteArray();
    }

    HttpExchange with(String header, String value) {
        response.getHeaders().put(header, value);
        return this;
    }

    void answer(int status, String type, byte[] bytes) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type).put(HttpHeader.CONTENT_LENGTH, bytes.length);
        // what was not read of the request would be taken for the next one
        if (last.getAsBoolean() || !request.consumeAvailable())
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        metrics.answered(route, status, (System.nanoTime() - request.getHeadersNanoTime()) / 1e9);
        response.write(true, ByteBuffer.wrap(bytes), done);
    }
}
