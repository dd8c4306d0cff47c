package io.github.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.serving.PoolLimits;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends under load: every request is answered whole, or its client is not connected. */
class ServeShutdownTest {
    private static final String BODY = "{\"count\": 8, \"seed\": 1}";
    private static final String HEAD =
            "POST /v1/generate HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: " + BODY.length() + "\r\n";

    @TempDir
    static Path runs;

    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        run = SmallGenerator.trained(runs.resolve("digits"));
    }

    private static ModelServer server() throws IOException {
        ServeSettings local = ServeSettings.local(run);
        return ModelServer.open(new ServeSettings(
                local.runs(),
                false,
                local.names(),
                0,
                local.token(),
                new PoolLimits(1, 1, 4096, Duration.ofSeconds(30)),
                local.mostSamples(),
                local.mostPixels()));
    }

    /** What became of the requests of all clients. */
    private static final class Outcomes {
        final AtomicInteger whole = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final Queue<String> cut = new ConcurrentLinkedQueue<>();
        volatile boolean ending;

        void count(int status) {
            if (status == 200) whole.incrementAndGet();
            else if (status == 503) refused.incrementAndGet();
            else cut.add("status " + status);
        }
    }

    private interface Client {
        int status() throws IOException, InterruptedException;
    }

    private static void untilNotConnected(Client client, Outcomes outcomes) {
        try {
            while (true) outcomes.count(client.status());
        } catch (ConnectException ended) {
            // no request was sent
        } catch (UnheardException reset) {
            // no server can close a socket and accept its last connection in one step
        } catch (IOException | InterruptedException | RuntimeException cut) {
            outcomes.cut.add(cut.toString());
        }
    }

    private static Client onOneConnection(ModelServer server) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/generate"))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        boolean[] connected = {false};
        return () -> {
            try {
                HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                connected[0] = !answer.headers().allValues("Connection").contains("close");
                return answer.statusCode();
            } catch (IOException failed) {
                boolean reset = Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> ("" + cause.getMessage()).startsWith("Connection reset"));
                throw reset && !connected[0] ? new UnheardException(failed) : failed;
            }
        };
    }

    /** @param ending whether the server may have begun to end: what is connected before is to be answered */
    private static Client onNewConnections(int port, BooleanSupplier ending) {
        return () -> {
            try (Socket socket = connected(port)) {
                boolean late = ending.getAsBoolean();
                try {
                    send(socket, HEAD.formatted(port) + "Connection: close\r\n\r\n" + BODY);
                    return status(socket);
                } catch (SocketException reset) {
                    throw late ? new UnheardException(reset) : reset;
                }
            }
        };
    }

    private static Socket connected(int port) throws IOException {
        try {
            return new Socket("127.0.0.1", port);
        } catch (SocketException reset) {
            // also while it connects, where the socket closes just then
            throw (ConnectException) new ConnectException(reset.getMessage()).initCause(reset);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A connection that the system established after the last accept and before the socket closed: it is reset, unheard. */
    private static final class UnheardException extends IOException {
        private static final long serialVersionUID = 1;

        UnheardException(IOException reset) {
            super(reset);
        }
    }

    private static byte[] answer(Socket socket) throws IOException {
        InputStream answer = socket.getInputStream();
        int first = answer.read();
        if (first < 0) return new byte[0];
        PushbackInputStream whole = new PushbackInputStream(answer);
        whole.unread(first);
        try {
            return whole.readAllBytes();
        } catch (SocketException reset) {
            throw new IOException("cut in the middle", reset);
        }
    }

    /** The status of an answer that was read to the end of the connection and is as long as it says. */
    private static int status(Socket socket) throws IOException {
        String answer = new String(answer(socket), StandardCharsets.ISO_8859_1);
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) throw new IOException("cut: '" + answer + "'");
        String head = answer.substring(0, end);
        int length = Integer.parseInt(head.replaceAll("(?is).*\\ncontent-length: (\\d+).*", "$1"));
        if (answer.length() - end - 4 != length) throw new IOException("cut after " + answer.length() + " bytes");
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    @RepeatedTest(5)
    void no_request_is_cut() throws Exception {
        ModelServer server = server();
        int port = server.port();
        Outcomes outcomes = new Outcomes();
        ExecutorService clients = Executors.newCachedThreadPool();
        for (int i = 0; i < 24; i++) {
            Client client = i % 3 == 0 ? onNewConnections(port, () -> outcomes.ending) : onOneConnection(server);
            clients.submit(() -> untilNotConnected(client, outcomes));
        }
        while (outcomes.whole.get() < 60 && outcomes.cut.isEmpty()) TimeUnit.MILLISECONDS.sleep(5);
        outcomes.ending = true;
        server.close();
        clients.shutdown();
        assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(outcomes.cut).isEmpty();
        assertThat(outcomes.whole.get()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void a_request_whose_body_comes_late_is_answered_and_one_that_begins_late_is_refused() throws Exception {
        ModelServer server = server();
        int port = server.port();
        try (Socket early = accepted(port);
                Socket late = new Socket("127.0.0.1", port)) {
            send(late, HEAD.formatted(port).substring(0, 20));
            Thread closing = new Thread(server::close);
            closing.start();
            while (connects(port)) TimeUnit.MILLISECONDS.sleep(20);
            send(early, BODY);
            send(late, HEAD.formatted(port).substring(20) + "\r\n" + BODY);
            assertThat(status(early)).isEqualTo(200);
            assertThat(status(late)).isEqualTo(503);
            closing.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(closing.isAlive()).isFalse();
        }
    }

    @Test
    void a_process_that_is_terminated_keeps_its_models_until_the_last_accepted_request() throws Exception {
        assumeTrue(File.separatorChar == '/', "skipped: this system knows no signals");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.github.gan4j.cli.Gan4j",
                        "serve",
                        run.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true);
        command.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
        Process process = command.start();
        try (BufferedReader output = process.inputReader()) {
            int port = output.lines()
                    .filter(line -> line.contains("serving at"))
                    .map(line -> Integer.parseInt(line.replaceAll(".*:(\\d+).*", "$1")))
                    .findFirst()
                    .orElseThrow();
            try (Socket early = accepted(port)) {
                process.destroy();
                while (connects(port)) TimeUnit.MILLISECONDS.sleep(20);
                TimeUnit.MILLISECONDS.sleep(300);
                send(early, BODY);
                assertThat(status(early)).isEqualTo(200);
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A connection whose request was accepted, as the server asks for its body. */
    private static Socket accepted(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        send(socket, HEAD.formatted(port) + "Expect: 100-continue\r\n\r\n");
        assertThat(new String(socket.getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        return socket;
    }

    private static boolean connects(int port) throws IOException {
        try (Socket another = connected(port)) {
            return another.isConnected();
        } catch (ConnectException ended) {
            return false;
        }
    }

    @Test
    void a_silent_connection_holds_up_the_end_for_about_a_second() throws Exception {
        ModelServer server = server();
        try (Socket silent = new Socket("127.0.0.1", server.port())) {
            TimeUnit.MILLISECONDS.sleep(100);
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** Jetty may still be at the end of these requests when it gives open connections one more second. */
    @Test
    void connections_that_have_just_been_answered_hold_up_the_end_no_longer() throws Exception {
        ModelServer server = server();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(server.url() + "/health")).build();
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(health, HttpResponse.BodyHandlers.ofString()))
                .limit(32)
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers)
            assertThat(answer.get().statusCode()).isEqualTo(200);
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
}
