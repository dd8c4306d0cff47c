package io.github.gan4j.benchmarks;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.serve.ModelServer;
import io.github.gan4j.serve.ServeSettings;
import io.github.gan4j.serving.PoolLimits;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Listener;
import io.github.gan4j.web.HostNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * Serving under load, with clients in the same process: samples a second beside the library alone (also as PNG), time of a
 * request, memory over many requests, clients beyond the queue, and the end by SIGTERM while requests come in.
 */
final class ServeLoad {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 32;
    private static final int BOUND_CLIENTS = 200;
    private static final int QUARTERS = 4;
    private static final int ENDS = 5;

    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newFixedThreadPool(4, ServeLoad::daemon))
            .build();
    private final Path folder;

    private ServeLoad(Path folder) {
        this.folder = folder;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    static void measure(int requests) throws Exception {
        ServeLoad load = new ServeLoad(Files.createTempDirectory("gan4j-serve-load"));
        for (int size : new int[] {28, 64}) load.measure(size, requests);
    }

    private Path trained(int size) throws IOException {
        Path path = folder.resolve("generator-" + size);
        Plan plan = Presets.draft(size == 28 ? "mnist-dcgan" : "faces-64")
                .on("strokes")
                .set(List.of("data.size=" + size, "threads=1", "stop.images=256", "metrics=none"))
                .plan();
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    private ModelServer server(Path run, int waiting) throws IOException {
        return ModelServer.open(new ServeSettings(
                List.of(run),
                false,
                new HostNames(Optional.empty()),
                0,
                Optional.empty(),
                new PoolLimits(WORKERS, 1, waiting, Duration.ofSeconds(30)),
                1000,
                1));
    }

    private void measure(int size, int requests) throws Exception {
        Path run = trained(size);
        double bare = bare(run, false), encoded = bare(run, true);
        say("%dx%d: library alone, %d threads: %.0f samples/s; as PNG %.0f/s", size, size, WORKERS, bare, encoded);
        try (ModelServer server = server(run, 4096)) {
            for (int count : new int[] {1, 16}) {
                load(server, CLIENTS, count, requests / 10);
                long natives = Pointer.totalCount();
                Load done = load(server, CLIENTS, count, requests);
                say(
                        "%dx%d: %d clients, %d samples a request: %.0f requests/s, %.0f samples/s = %.0f %% of PNGs by the"
                                + " library alone; p50 %.1f ms, p99 %.1f ms; memory after each quarter of %d requests %s"
                                + " MB, native objects %+d; answers %s",
                        size,
                        size,
                        CLIENTS,
                        count,
                        done.perSecond(),
                        done.perSecond() * count,
                        100 * done.perSecond() * count / encoded,
                        done.quantile(0.5),
                        done.quantile(0.99),
                        requests,
                        done.megabytes(),
                        Pointer.totalCount() - natives,
                        done.statuses());
            }
        }
        try (ModelServer narrow = server(run, CLIENTS)) {
            say(
                    "%dx%d: %d clients, queue of %d: %s",
                    size,
                    size,
                    BOUND_CLIENTS,
                    CLIENTS,
                    load(narrow, BOUND_CLIENTS, 16, 2000).statuses());
        }
        say("%dx%d: %s", size, size, ServeEnd.measure(run, ENDS));
    }

    /** Samples a second of as many threads as a server has workers, without a server. */
    private double bare(Path run, boolean png) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        AtomicLong made = new AtomicLong();
        long start = System.nanoTime(), end = start + 4_000_000_000L;
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++)
            all.add(threads.submit(() -> {
                try (TrainedGenerator generator = TrainedGenerator.open(run)) {
                    Engine.useThreads(1);
                    for (long seed = 0; System.nanoTime() < end; seed += 64) {
                        List<Picture> pictures =
                                generator.pictures(generator.latents().of(seed, 64));
                        if (png) for (Picture picture : pictures) ImageFile.png(picture);
                        made.addAndGet(64);
                    }
                }
                return null;
            }));
        for (Future<?> one : all) one.get();
        threads.shutdown();
        return made.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** What a load took; megabytes are those of this process at the start and after each quarter. */
    private record Load(
            double seconds, List<Double> milliseconds, Map<Integer, Integer> statuses, List<Long> megabytes) {
        double perSecond() {
            return milliseconds.size() / seconds;
        }

        double quantile(double share) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1, share * milliseconds.size()));
        }
    }

    private HttpRequest request(ModelServer server, int count, long seed) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/v1/generate"))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\": " + count + ", \"seed\": " + seed + "}"))
                .build();
    }

    private Load load(ModelServer server, int clients, int count, int requests)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
        List<Long> megabytes = Collections.synchronizedList(new ArrayList<>());
        Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++)
            all.add(threads.submit(() -> {
                for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                    if (n % Math.max(1, requests / QUARTERS) == 0) megabytes.add(resident());
                    long sent = System.nanoTime();
                    HttpResponse<byte[]> answer =
                            client.send(request(server, count, n), HttpResponse.BodyHandlers.ofByteArray());
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                    if (answer.statusCode() == 200) milliseconds.add((System.nanoTime() - sent) / 1e6);
                }
                return null;
            }));
        for (Future<?> one : all) one.get();
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        Collections.sort(milliseconds);
        megabytes.add(resident());
        return new Load(seconds, milliseconds, statuses, megabytes);
    }

    private static long resident() throws IOException {
        return Pointer.physicalBytes() >> 20;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
