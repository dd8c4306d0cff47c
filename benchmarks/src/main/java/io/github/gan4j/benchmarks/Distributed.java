package io.github.gan4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What two processes of one thread make of one training, 28x28, width 64, in fp32, beside one process of one thread and its two
 * replicas, in turn, of batches that leave each process 32 or 64 samples. Two processes that do not exchange anything say what
 * the machine has to give.
 */
final class Distributed {
    private static final List<Integer> BATCHES = List.of(64, 128);
    private static final int IMAGES = 512;

    private Distributed() {}

    private record Rank(Process process, PrintWriter orders, BufferedReader answers) {
        static Rank started(List<String> arguments) throws IOException {
            Process process = ChildProcess.java(List.of(), DistributedRank.class.getName(), arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Rank(
                    process,
                    new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8));
        }

        /** Whatever libraries say on the way is passed over. */
        void await() throws IOException {
            String line;
            do {
                line = answers.readLine();
                if (line == null) throw new IOException("a process has ended");
            } while (!line.startsWith("took "));
        }
    }

    static void measure(int rounds) throws IOException {
        for (int batch : BATCHES) measure(batch, rounds);
    }

    private static void measure(int batch, int rounds) throws IOException {
        String port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = "" + probe.getLocalPort();
        }
        String whole = "" + batch, half = "" + batch / 2;
        List<Rank> joined = List.of(Rank.started(List.of(whole, "0", port)), Rank.started(List.of(whole, "1", port)));
        List<Rank> apart = List.of(Rank.started(List.of(half)), Rank.started(List.of(half)));
        Map<String, List<Rank>> ways = new LinkedHashMap<>();
        ways.put("one thread", List.of(Rank.started(List.of(whole))));
        ways.put("one thread, half", List.of(Rank.started(List.of(half))));
        ways.put("two replicas", List.of(Rank.started(List.of(whole, "replicas"))));
        ways.put("two processes", joined);
        ways.put("two processes apart", apart);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (String way : ways.keySet()) seconds.put(way, new ArrayList<>());
        try {
            for (int round = -1; round < rounds; round++)
                for (Map.Entry<String, List<Rank>> way : ways.entrySet()) {
                    long began = System.nanoTime();
                    play(way.getValue(), IMAGES / (way.getKey().endsWith("half") ? batch / 2 : batch));
                    // the first makes ready what later ones find
                    if (round >= 0) seconds.get(way.getKey()).add((System.nanoTime() - began) / 1e9);
                }
            report(batch, seconds);
        } finally {
            ways.values().forEach(ranks -> ranks.forEach(rank -> rank.process().destroyForcibly()));
        }
    }

    private static void play(List<Rank> ranks, int steps) throws IOException {
        for (Rank rank : ranks) rank.orders().println(steps);
        for (Rank rank : ranks) rank.await();
    }

    private static void report(int batch, Map<String, List<Double>> seconds) {
        List<Double> alone = seconds.get("one thread"), half = seconds.get("one thread, half");
        List<Double> replicas = seconds.get("two replicas");
        seconds.forEach((way, own) -> System.out.printf(
                Locale.ROOT,
                "28x28 width 64, batch %d, fp32: %-20s %6.0f images/s  %s one thread  %s it with half the batch  %s two replicas%n",
                batch,
                way,
                IMAGES / Pairs.median(own),
                ratio(alone, own),
                ratio(half, own),
                ratio(replicas, own)));
    }

    private static String ratio(List<Double> other, List<Double> own) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) ratios.add(other.get(i) / own.get(i));
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f) times",
                Pairs.median(ratios),
                ratios.stream().mapToDouble(r -> r).min().orElse(0),
                ratios.stream().mapToDouble(r -> r).max().orElse(0));
    }
}
