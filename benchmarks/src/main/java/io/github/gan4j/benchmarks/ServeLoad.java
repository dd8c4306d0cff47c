package io.github.gan4j.benchmarks;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serving under load, a server and its clients in processes of their own: samples a second and seconds of the processor
 * beside the library alone that makes the same PNGs, time of a request, samples of a batch, memory over many requests,
 * clients beyond the queue, and the end by SIGTERM while requests come in.
 */
record ServeLoad(Path folder, int seconds) {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 32;
    private static final int BOUND_CLIENTS = 200;
    private static final int BOUND_SECONDS = 5;
    private static final int QUARTERS = 4;
    private static final int ENDS = 10;
    private static final int TOGETHER = 64;
    /** Until the Java compiler is done; the library alone and each server are warmed for as long. */
    private static final int WARMING = 10;

    /** What the library alone makes: samples a second, and seconds of the processor for 1000 of them. */
    private record Bare(double perSecond, double cost) {}

    /** @param seconds that each row is measured for, once it is warm */
    static void measure(int seconds) throws Exception {
        ServeLoad load = new ServeLoad(Files.createTempDirectory("gan4j-serve-load"), seconds);
        for (int size : new int[] {28, 64}) load.measureSize(size);
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

    private void measureSize(int size) throws Exception {
        Path run = trained(size);
        String name = size + "x" + size;
        bare(run, true, WARMING);
        Bare samples = bare(run, false, seconds), bare = bare(run, true, seconds);
        say(
                "%s: library alone, %d threads, batches of %d: %.0f samples/s, %.3f processor seconds for 1000; as PNG"
                        + " %.0f/s, %.3f",
                name, WORKERS, TOGETHER, samples.perSecond(), samples.cost(), bare.perSecond(), bare.cost());
        for (int count : new int[] {1, 16, 64})
            try (ServedProcess server = new ServedProcess(run, WORKERS, 4096, List.of())) {
                String row = name + ": " + CLIENTS + " clients, " + count + " samples a request";
                say(
                        "%s, its first %d seconds: %s",
                        row, WARMING, load(server, CLIENTS, count, WARMING).beside(bare));
                say("%s, then: %s", row, load(server, CLIENTS, count, seconds).beside(bare));
            }
        try (ServedProcess narrow = new ServedProcess(run, WORKERS, CLIENTS, List.of())) {
            say(
                    "%s: %d clients, queue of %d: %s",
                    name,
                    BOUND_CLIENTS,
                    CLIENTS,
                    load(narrow, BOUND_CLIENTS, 16, BOUND_SECONDS).statuses());
        }
        say("%s: %s", name, ServeEnd.measure(run, ENDS));
    }

    /** As many threads as a server has workers, without a server. */
    private static Bare bare(Path run, boolean png, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        AtomicLong made = new AtomicLong();
        double before = ServedProcess.processorSeconds();
        long start = System.nanoTime(), end = start + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++)
            all.add(threads.submit(() -> {
                try (TrainedGenerator generator = TrainedGenerator.open(run)) {
                    Engine.useThreads(1);
                    for (long seed = 0; System.nanoTime() < end; seed += TOGETHER) {
                        List<Picture> pictures =
                                generator.pictures(generator.latents().of(seed, TOGETHER));
                        if (png) for (Picture picture : pictures) ImageFile.png(picture);
                        made.addAndGet(TOGETHER);
                    }
                }
                return null;
            }));
        for (Future<?> one : all) one.get();
        threads.shutdown();
        return new Bare(
                made.get() / ((System.nanoTime() - start) / 1e9),
                (ServedProcess.processorSeconds() - before) / made.get() * 1000);
    }

    /**
     * What a load took.
     *
     * @param milliseconds of each request that was answered, in order
     * @param megabytes of the server at the start and after each quarter
     * @param clients seconds of the processor that the clients took
     */
    private record Load(
            double seconds,
            List<Double> milliseconds,
            Map<Integer, Integer> statuses,
            List<Long> megabytes,
            ServedProcess.Cost before,
            ServedProcess.Cost after,
            double clients) {
        double quantile(double share) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1, share * milliseconds.size()));
        }

        String beside(Bare bare) {
            double samples = after.samples() - before.samples(), batches = after.batches() - before.batches();
            double cost = (after.seconds() - before.seconds()) / samples * 1000;
            return String.format(
                    Locale.ROOT,
                    "%d requests, %.0f/s, %.0f samples/s = %.0f %% of PNGs by the library alone; for 1000 samples %.3f"
                            + " processor seconds, the library alone %.0f %% of that, the clients %.3f; %.1f samples a batch; p50 %.1f ms,"
                            + " p99 %.1f ms; memory after each quarter %s MB, native objects %+d; answers %s",
                    milliseconds.size(),
                    milliseconds.size() / seconds,
                    samples / seconds,
                    100 * samples / seconds / bare.perSecond(),
                    cost,
                    100 * bare.cost() / cost,
                    clients / samples * 1000,
                    samples / batches,
                    quantile(0.5),
                    quantile(0.99),
                    megabytes,
                    after.natives() - before.natives(),
                    statuses);
        }
    }

    private static Load load(ServedProcess server, int clients, int count, int time)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
        List<Long> megabytes = new ArrayList<>();
        Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
        ServedProcess.Cost before = server.cost();
        double clientsBefore = ServedProcess.processorSeconds();
        long start = System.nanoTime(), quarter = TimeUnit.SECONDS.toNanos(time) / QUARTERS;
        long end = start + QUARTERS * quarter;
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++)
            all.add(threads.submit(() -> {
                try (KeptConnection connection = new KeptConnection(server.address())) {
                    while (System.nanoTime() < end) {
                        int n = next.getAndIncrement();
                        long sent = System.nanoTime();
                        KeptConnection.Answer answer =
                                connection.post("/v1/generate", "{\"count\": " + count + ", \"seed\": " + n + "}");
                        statuses.merge(answer.status(), 1, Integer::sum);
                        if (answer.status() == 200) milliseconds.add((System.nanoTime() - sent) / 1e6);
                    }
                }
                return null;
            }));
        for (int i = 0; i < QUARTERS; i++) {
            megabytes.add(server.cost().megabytes());
            TimeUnit.NANOSECONDS.sleep(start + (i + 1) * quarter - System.nanoTime());
        }
        for (Future<?> one : all) one.get();
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        double clientsTook = ServedProcess.processorSeconds() - clientsBefore;
        ServedProcess.Cost after = server.cost();
        Collections.sort(milliseconds);
        megabytes.add(after.megabytes());
        return new Load(seconds, milliseconds, statuses, megabytes, before, after, clientsTook);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
