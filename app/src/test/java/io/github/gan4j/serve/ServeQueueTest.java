package io.github.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.serving.PoolLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that a server has no time for, and one that has none for its answer. */
class ServeQueueTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path runs;

    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        run = SmallGenerator.trained(runs.resolve("digits"));
    }

    private static HttpRequest.Builder generate(ModelServer server) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/v1/generate")).timeout(Duration.ofSeconds(60));
    }

    @Test
    void a_queue_that_is_full_says_when_to_come_back() throws Exception {
        ServeSettings local = ServeSettings.local(run);
        ServeSettings narrow = new ServeSettings(
                local.runs(),
                false,
                local.names(),
                0,
                Optional.empty(),
                new PoolLimits(1, 1, 1, Duration.ofSeconds(30)),
                1000,
                1000);
        try (ModelServer small = ModelServer.open(narrow)) {
            List<CompletableFuture<HttpResponse<byte[]>>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++)
                all.add(CLIENT.sendAsync(
                        generate(small)
                                .POST(HttpRequest.BodyPublishers.ofString("{\"count\": 200}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()));
            List<HttpResponse<byte[]>> answers = new ArrayList<>();
            for (CompletableFuture<HttpResponse<byte[]>> one : all) answers.add(one.get());
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200, 429)
                    .contains(200, 429);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).allSatisfy(answer -> assertThat(
                            Integer.parseInt(
                                    answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isPositive());
        }
    }

    @Test
    void a_client_that_does_not_read_its_answer_keeps_no_worker() throws Exception {
        ServeSettings local = ServeSettings.local(run);
        ServeSettings generous = new ServeSettings(
                local.runs(), false, local.names(), 0, Optional.empty(), local.limits(), 4000, local.mostPixels());
        String order = "{\"count\": 4000, \"format\": \"json\"}";
        try (ModelServer one = ModelServer.open(generous);
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1 << 12);
            deaf.connect(new InetSocketAddress("127.0.0.1", one.port()));
            deaf.getOutputStream()
                    .write(("POST /v1/generate HTTP/1.1\r\nHost: 127.0.0.1:" + one.port() + "\r\nContent-Length: "
                                    + order.length() + "\r\n\r\n" + order)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(deaf.getInputStream().read()).as("its answer has begun").isEqualTo('H');
            HttpResponse<byte[]> other = CLIENT.send(
                    generate(one)
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }
}
