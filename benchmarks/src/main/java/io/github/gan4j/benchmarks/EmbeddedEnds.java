package io.github.gan4j.benchmarks;

import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.train.Listener;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends somebody's program at random moments of its training, from its first call of the library until a little after the end: by
 * an interrupt of the training's thread, by SIGTERM and by {@code System.exit}. The program must not crash, its run goes on to the
 * bits of one that was never disturbed. What is wrong is printed, and its folder stays.
 */
final class EmbeddedEnds {
    private static final Map<String, Integer> WAYS =
            Map.of("interrupt", 0, "signal", 143, "exit", EmbeddedProgram.EXIT);

    /** How long a program may take to end. */
    private static final int PATIENCE = 180;

    private EmbeddedEnds() {}

    /** @return whether nothing was wrong */
    static boolean measure(int count) throws Exception {
        Path place = Files.createTempDirectory("gan4j-embedded");
        Path whole = Files.createDirectory(place.resolve("whole"));
        Ended undisturbed = ended(whole, "nothing", 0);
        long[] nanos = undisturbed.said().stream()
                .filter(line -> line.startsWith("nanos "))
                .map(line -> Stream.of(line.split(" "))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .findFirst()
                .orElseThrow(() -> new IOException("it did not train: " + undisturbed.said()));
        Map<String, String> expected = results(whole);
        Random random = new Random(18);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (String way : List.of("interrupt", "signal", "exit")) tallies.put(way, new Tally());
        for (int i = 0; i < count; i++)
            for (Map.Entry<String, Tally> one : tallies.entrySet()) {
                Path out = Files.createDirectory(place.resolve(one.getKey() + i));
                // every second one while steps are played, which is the smaller part of so short a run
                double moment = i % 2 == 0
                        ? 1.05 * nanos[2] * random.nextDouble()
                        : nanos[0] + (nanos[1] - nanos[0]) * random.nextDouble();
                Ended ended = ended(out, one.getKey(), (long) moment);
                one.getValue().count(ended, out, last(whole));
                String fault = fault(one.getKey(), ended, out, expected);
                if (fault.isEmpty()) Golden.delete(out);
                else {
                    one.getValue().wrong++;
                    System.out.println(out + ": " + fault);
                }
            }
        tallies.forEach((way, tally) -> System.out.printf("%-9s %s%n", way, tally));
        boolean good = tallies.values().stream().allMatch(tally -> tally.wrong == 0);
        if (good) Golden.delete(place);
        return good;
    }

    /** What became of the programs that one way has ended. */
    private static final class Tally {
        private int early, midway, late, wrong;
        private double slowest;

        void count(Ended ended, Path out, long whole) throws IOException {
            slowest = Math.max(slowest, ended.seconds());
            if (!Files.exists(out.resolve("run/events.jsonl"))) early++;
            else if (last(out) < whole) midway++;
            else late++;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d times: %d before the first event, %d in the midst of training, %d as it ended; the slowest end %.1f s; %d wrong",
                    early + midway + late,
                    early,
                    midway,
                    late,
                    slowest,
                    wrong);
        }
    }

    /** @param seconds between what ended it and its end */
    private record Ended(int code, double seconds, List<String> said) {}

    private static Ended ended(Path out, String way, long nanos) throws Exception {
        ProcessBuilder builder = ChildProcess.java(
                        List.of("-XX:TieredStopAtLevel=1"),
                        EmbeddedProgram.class.getName(),
                        List.of(out.resolve("run").toString(), way, Long.toString(nanos)))
                .redirectErrorStream(true)
                .directory(out.toFile());
        Process program = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            said.add(lines.readLine());
            // a process would close its output, too
            if (way.equals("signal") && !program.waitFor(nanos, TimeUnit.NANOSECONDS))
                program.toHandle().destroy();
            long from = System.nanoTime();
            if (!program.waitFor(way.equals("nothing") ? 600 : PATIENCE, TimeUnit.SECONDS)) {
                said.add("did not end within " + PATIENCE + " s: " + stacks(program, out));
                program.toHandle().destroyForcibly();
                program.waitFor();
            }
            double seconds = (System.nanoTime() - from) / 1e9 - (way.equals("signal") ? 0 : nanos / 1e9);
            said.addAll(lines.lines().toList());
            return new Ended(program.exitValue(), seconds, said);
        }
    }

    /** What its threads do now. */
    private static Path stacks(Process program, Path out) throws Exception {
        Path file = out.resolve("threads.txt");
        Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
        if (Files.exists(jstack))
            new ProcessBuilder(jstack.toString(), "" + program.pid())
                    .redirectOutput(file.toFile())
                    .start()
                    .waitFor();
        return file;
    }

    /** What is wrong, or nothing. */
    private static String fault(String way, Ended ended, Path out, Map<String, String> expected) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList())
                if (file.getFileName().toString().startsWith("hs_err")) return "crashed, " + file;
        }
        boolean over = ended.said().stream().anyMatch(line -> line.startsWith("nanos "));
        if (ended.code() != WAYS.get(way) && !(over && ended.code() == 0))
            return "ended with code " + ended.code() + ": " + ended.said();
        for (String line : ended.said()) if (!line.matches("training|nanos [-\\d ]+")) return line;
        EmbeddedProgram.train(out.resolve("run"), new Listener() {});
        Map<String, String> results = results(out);
        // a picture more is where it ended, or after a number of seconds
        results.keySet().removeIf(name -> name.startsWith("run/samples/") && !expected.containsKey(name));
        for (Map.Entry<String, String> one : results.entrySet())
            if (!one.getValue().equals(expected.get(one.getKey()))) return "resumed to another " + one.getKey();
        List<Path> left = ChildProcess.leftovers(out);
        return left.isEmpty() ? "" : "left behind: " + left;
    }

    /** As of commands, and the events without times. */
    private static Map<String, String> results(Path out) throws IOException {
        TreeMap<String, String> results = ChildProcess.results(out);
        StringBuilder events = new StringBuilder();
        // one that ended before its first step has said so, at 0 images
        for (var event : JsonLines.read(new RunFolder(out.resolve("run")).events()))
            if (event.path("imagesSeen").asLong() > 0)
                events.append(event.path("imagesSeen"))
                        .append(event.path("players"))
                        .append('\n');
        results.put("events", events.toString());
        return results;
    }

    private static long last(Path out) throws IOException {
        var events = JsonLines.read(new RunFolder(out.resolve("run")).events());
        return events.isEmpty()
                ? 0
                : events.get(events.size() - 1).path("imagesSeen").asLong();
    }
}
