package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code gan4j serve} in a process of its own, ended by SIGTERM while clients send one request after the other: each is
 * answered whole, refused with 503, or its client is not connected any more.
 */
final class ServeEnd {
    private static final Pattern ADDRESS = Pattern.compile("serving at (http://\\S+)");
    private static final int CLIENTS = 32;

    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unconnected = new AtomicInteger();
    private final Map<String, Integer> cut = new ConcurrentSkipListMap<>();

    private ServeEnd() {}

    /** One line for all rounds. */
    static String measure(Path run, int rounds) throws Exception {
        ServeEnd end = new ServeEnd();
        long slowest = 0;
        for (int round = 0; round < rounds; round++) slowest = Math.max(slowest, end.round(run, round));
        return ("%d times SIGTERM under load: %d answered, %d refused with 503, %d not connected, %d cut %s; ended after at most"
                        + " %.1f s")
                .formatted(
                        rounds,
                        end.whole.get(),
                        end.refused.get(),
                        end.unconnected.get(),
                        end.cut.values().stream().mapToInt(Integer::intValue).sum(),
                        end.cut,
                        slowest / 1e9);
    }

    private long round(Path run, int number) throws Exception {
        Path out = run.resolveSibling(run.getFileName() + "-end-" + number);
        Process server = new ChildProcess("serve", "serve " + run + " --port 0 --queue 4096").start(out, false);
        try {
            URI generate = URI.create(address(server, out) + "/v1/generate");
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> all = new ArrayList<>();
            int before = whole.get();
            for (int i = 0; i < CLIENTS; i++) all.add(clients.submit(() -> untilNotConnected(generate)));
            while (whole.get() < before + 10 * CLIENTS && all.stream().anyMatch(client -> !client.isDone()))
                TimeUnit.MILLISECONDS.sleep(10);
            long asked = System.nanoTime();
            server.destroy();
            if (!server.waitFor(100, TimeUnit.SECONDS))
                throw new IOException("does not end, see " + ChildProcess.log(out));
            long nanos = System.nanoTime() - asked;
            for (Future<?> one : all) one.get();
            clients.shutdown();
            return nanos;
        } finally {
            server.destroyForcibly();
        }
    }

    private static String address(Process server, Path out) throws IOException, InterruptedException {
        while (server.isAlive()) {
            Matcher said = ADDRESS.matcher(Files.readString(ChildProcess.log(out)));
            if (said.find()) return said.group(1);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("did not start, see " + ChildProcess.log(out));
    }

    private void untilNotConnected(URI generate) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(generate)
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\": 16, \"seed\": 1}"))
                .build();
        try {
            while (true) {
                HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                int status = answer.statusCode();
                if (status == 200) whole.incrementAndGet();
                else if (status == 503) refused.incrementAndGet();
                else cut.merge(status + " " + new String(answer.body(), StandardCharsets.UTF_8), 1, Integer::sum);
            }
        } catch (ConnectException ended) {
            unconnected.incrementAndGet();
        } catch (IOException | InterruptedException e) {
            cut.merge(e.toString(), 1, Integer::sum);
        }
    }
}
