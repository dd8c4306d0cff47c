package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A studio as a client sees it. */
record Web(Studio studio) {
    /** Long, since a machine may be busy with other things. */
    private static final int SECONDS = 60;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(text(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String error() {
            return json().path("error").asText();
        }
    }

    int port() {
        return URI.create(studio.url()).getPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body(), response);
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder builder = request(path).GET();
        return send((headers.length > 0 ? builder.headers(headers) : builder).build());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header(Gate.OWN_PAGE, "test")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).header(Gate.OWN_PAGE, "test").DELETE().build());
    }

    /** An answer to exactly these bytes: clients of Java mend hostile paths and headers. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoTimeout(5000);
            byte[] answer = socket.getInputStream().readNBytes(4096);
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    /** Orders a run so small that a test can afford it. */
    Answer start(String name, Map<String, String> more) throws IOException, InterruptedException {
        ObjectNode order = Json.object().put("preset", "strokes").put("name", name);
        ObjectNode set = order.putObject("set")
                .put("threads", "1")
                .put("precision", "fp32")
                .put("batchSize", "8")
                .put("data.size", "16")
                .put("generator.input.size", "4")
                .put("generator.network.width", "2")
                .put("discriminator.network.width", "2")
                .put("record.rows", "2")
                .put("record.events", "{images: 16}")
                .put("record.pictures", "{images: 64}")
                .put("stop", "{images: 1000000}");
        more.forEach(set::put);
        return post("/api/runs", order.toString());
    }

    /** The card of a run, once it is as wanted. */
    JsonNode await(String run, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        JsonNode card = Json.object();
        for (long end = System.nanoTime() + SECONDS * 1_000_000_000L; System.nanoTime() < end; Thread.sleep(20)) {
            card = get("/api/runs/" + run).json();
            if (wanted.test(card)) return card;
        }
        throw new AssertionError("still " + card);
    }

    JsonNode awaitState(String run, String state) throws IOException, InterruptedException {
        return await(run, card -> card.path("state").asText().equals(state));
    }
}
