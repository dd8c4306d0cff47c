package io.github.gan4j.benchmarks;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.tensor.Rendezvous;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Two processes that train together, and what becomes of them when one is killed, stopped, out of disk, missing, or of another mind:
 * how long it takes until the last has ended, what was said, and that the run is resumed to the bits of one that was never disturbed.
 * The first that differs is an error; its folder stays.
 */
final class DistributedFaults {
    /** Seconds; a machine that is busy with other work needs more until both have come. */
    private static final int PATIENCE = Integer.parseInt(System.getenv().getOrDefault("GAN4J_PATIENCE", "5"));
    /** A run is harmed after some of its first checkpoints, half of the way at the latest, however slow the machine is. */
    private static final int CHECKPOINT = 1000, MOST_CHECKPOINTS = 14;

    private static final String RUN = "train ring --images " + 2 * CHECKPOINT * (MOST_CHECKPOINTS + 1)
            + " --threads 1 --set record.checkpoints.images=" + CHECKPOINT + " --out OUT/run";

    private static final String DISK = "disk of the run full", CLOCKS = "clocks 90 minutes apart";
    private static final Path FAKE_TIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private DistributedFaults() {}

    private interface Harm {
        void to(Process launcher, List<ProcessHandle> ranks, Path out) throws IOException;
    }

    /** One of two processes that are started by hand; the command is empty where it never comes. */
    private record Rank(String command, Map<String, String> more) {
        Rank(String command) {
            this(command, Map.of());
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
    }

    private static Map<String, Harm> harms() {
        Map<String, Harm> all = new LinkedHashMap<>();
        all.put("rank 1 killed", (launcher, ranks, out) -> signal("KILL", ranks.get(1)));
        all.put("rank 0 killed", (launcher, ranks, out) -> signal("KILL", ranks.get(0)));
        all.put("rank 1 stopped", (launcher, ranks, out) -> signal("STOP", ranks.get(1)));
        all.put("rank 0 stopped", (launcher, ranks, out) -> signal("STOP", ranks.get(0)));
        all.put("launcher killed", (launcher, ranks, out) -> launcher.destroyForcibly());
        all.put("launcher asked to end", (launcher, ranks, out) -> launcher.destroy());
        if (SmallDisk.isAllowed()) all.put(DISK, (launcher, ranks, out) -> SmallDisk.fill(out));
        return all;
    }

    /** Two processes that cannot train together. */
    private static Map<String, List<Rank>> refusals(Path place) throws IOException {
        Map<String, Path> drawn = new TreeMap<>();
        for (String name : List.of("one", "two"))
            drawn.put(name, Path.of(GoldenFolders.draw(place.resolve(name)).get("folder")));
        Files.copy(drawn.get("two").resolve("kind0/0.png"), drawn.get("two").resolve("kind0/more.png"));
        String folder = "train folder --threads 1 --set data.size=16 --images 64 --out OUT/run --data ";
        Rank usual = new Rank(RUN), missing = new Rank("");
        Map<String, List<Rank>> all = new LinkedHashMap<>();
        all.put("rank 1 never comes", List.of(usual, missing));
        all.put("rank 0 never comes", List.of(missing, usual));
        all.put("another plan", List.of(usual, new Rank(RUN + " --seed 2")));
        all.put("other data", List.of(new Rank(folder + drawn.get("one")), new Rank(folder + drawn.get("two"))));
        all.put("another version", List.of(usual, new Rank(RUN, anotherVersion(place.resolve("version")))));
        all.put("port taken", List.of(usual, usual));
        return all;
    }

    /** An environment in which gan4j takes itself for another build: resources of the boot loader come first. */
    private static Map<String, String> anotherVersion(Path classes) throws IOException {
        Path file = classes.resolve("io/github/gan4j/files/build.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version=0.0.1\ncommit=another\n");
        return Map.of("JAVA_TOOL_OPTIONS", "-Xbootclasspath/a:" + classes);
    }

    static void measure(int count, String only) throws Exception {
        Path place = Files.createTempDirectory("gan4j-distributed");
        Path whole = Files.createDirectory(place.resolve("whole"));
        launched(RUN).finish(whole, false);
        String expected = ChildProcess.results(whole).get("run/checkpoints");
        Random random = new Random(1);
        for (Map.Entry<String, Harm> one : harms().entrySet())
            if (one.getKey().contains(only)) harm(one.getKey(), one.getValue(), count, place, expected, random);
        for (Map.Entry<String, List<Rank>> one : refusals(place).entrySet())
            if (one.getKey().contains(only)) refuse(one.getKey(), one.getValue(), count, place);
        if (CLOCKS.contains(only) && Files.exists(FAKE_TIME)) clocksApart(count, place, expected);
        Golden.delete(place);
    }

    private static ChildProcess launched(String words) {
        String launch = "launch --processes 2 --timeout " + PATIENCE + " -- ";
        return new ChildProcess("launch", launch + words).resumedBy(launch + "resume OUT/run");
    }

    private static void harm(String name, Harm harm, int count, Path place, String expected, Random random)
            throws Exception {
        List<Double> seconds = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Path out = Files.createDirectory(place.resolve(name.replace(' ', '-') + "-" + i));
            if (name.equals(DISK)) SmallDisk.mount(out);
            ChildProcess program = launched(RUN);
            Process launcher = program.start(out, false);
            RunFolder run = new RunFolder(out.resolve("run"));
            long moment = CHECKPOINT * (2L + random.nextInt(MOST_CHECKPOINTS));
            while (launcher.isAlive() && newest(run) < moment) Thread.sleep(5);
            List<ProcessHandle> ranks = ranks(launcher);
            if (ranks.size() != 2) throw new IOException(name + ": ended before it was harmed, see " + out);
            long began = System.nanoTime();
            harm.to(launcher, ranks, out);
            launcher.waitFor();
            for (ProcessHandle rank : ranks) rank.onExit().get(120, TimeUnit.SECONDS);
            seconds.add((System.nanoTime() - began) / 1e9);
            said.addAll(said(out));
            if (name.equals(DISK)) SmallDisk.clear(out);
            program.finish(out, true);
            if (!ChildProcess.results(out).get("run/checkpoints").equals(expected))
                throw new IOException(name + ": resumed to other bits, see " + out);
            if (name.equals(DISK)) SmallDisk.unmount(out);
        }
        report(name, seconds, "resumed to the same bits", said);
    }

    private static long newest(RunFolder run) throws IOException {
        return run.checkpoints().list().stream().findFirst().orElse(0L);
    }

    private static List<ProcessHandle> ranks(Process launcher) {
        return launcher.children().sorted((a, b) -> rank(a) - rank(b)).toList();
    }

    private static int rank(ProcessHandle process) {
        try {
            String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
            return Rendezvous.rank(List.of(environment.split("\0"))).orElseThrow();
        } catch (IOException ended) {
            return Integer.MAX_VALUE;
        }
    }

    private static void refuse(String name, List<Rank> ranks, int count, Path place) throws Exception {
        List<Double> seconds = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Path out = Files.createDirectory(place.resolve(name.replace(' ', '-') + "-" + i));
            seconds.add(together(name, ranks, out, 1, name.equals("port taken")));
            said.addAll(said(out));
            if (Files.exists(out.resolve("run"))) throw new IOException(name + ": left a run, see " + out);
        }
        report(name, seconds, "no folder was made", said);
    }

    /** The clock of rank 1 is ahead, as libfaketime has it; a training is none the worse for it. */
    private static void clocksApart(int count, Path place, String expected) throws Exception {
        // the fix of libfaketime for waiting threads lets those of Java spin
        Map<String, String> ahead = Map.of(
                "LD_PRELOAD", "" + FAKE_TIME,
                "FAKETIME", "+90m",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path out = Files.createDirectory(place.resolve(CLOCKS.replace(' ', '-') + "-" + i));
            seconds.add(together(CLOCKS, List.of(new Rank(RUN), new Rank(RUN, ahead)), out, 0, false));
            if (!ChildProcess.results(out).get("run/checkpoints").equals(expected))
                throw new IOException(CLOCKS + ": trained to other bits, see " + out);
        }
        report(CLOCKS, seconds, "trained to the same bits", Set.of());
    }

    /** The seconds until all of them have ended, each with this exit code. */
    private static double together(String name, List<Rank> ranks, Path out, int code, boolean taken) throws Exception {
        try (ServerSocket probe = new ServerSocket(0)) {
            int port = probe.getLocalPort();
            if (!taken) probe.close();
            long began = System.nanoTime();
            List<Process> all = new ArrayList<>();
            try {
                for (int rank = 0; rank < ranks.size(); rank++) {
                    if (ranks.get(rank).command().isEmpty()) continue;
                    Map<String, String> environment =
                            new HashMap<>(new Rendezvous(rank, 2, 2, "127.0.0.1", port, PATIENCE).environment());
                    environment.putAll(ranks.get(rank).more());
                    all.add(new ChildProcess("rank " + rank, ranks.get(rank).command()).start(out, environment));
                }
                for (Process one : all)
                    if (one.waitFor() != code)
                        throw new IOException(name + ": ended with " + one.exitValue() + ", see " + out);
            } finally {
                all.forEach(Process::destroyForcibly);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** The lines of gan4j, whatever they are about. */
    private static List<String> said(Path out) throws IOException {
        return Files.readString(ChildProcess.log(out))
                .lines()
                .filter(line -> line.startsWith("gan4j: "))
                .map(line -> line.replace(out.toString(), "OUT").replaceAll("\\b\\d{5}\\b", "PORT"))
                .toList();
    }

    private static void report(String name, List<Double> seconds, String after, Set<String> said) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d times, patience %d s: all had ended after %.1f s (%.1f to %.1f), %s%n    %s%n",
                name,
                seconds.size(),
                PATIENCE,
                Pairs.median(seconds),
                seconds.stream().mapToDouble(s -> s).min().orElse(0),
                seconds.stream().mapToDouble(s -> s).max().orElse(0),
                after,
                String.join("\n    ", said));
    }
}
