package io.github.gan4j.benchmarks;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.tensor.Rendezvous;
import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.stream.Collectors;

/**
 * Two processes that train together, and what becomes of them when one is killed, stopped, missing, or of another mind: how long it
 * takes until the last has ended, what was said, and that the run is resumed to the bits of one that was never disturbed. The first
 * that differs is an error; its folder stays.
 */
final class DistributedFaults {
    private static final int PATIENCE = 5;
    /** A run is harmed after some of its first checkpoints, half of the way at the latest, however slow the machine is. */
    private static final int CHECKPOINT = 2000, MOST_CHECKPOINTS = 14;

    private static final String RUN = "train ring --images " + 2 * CHECKPOINT * (MOST_CHECKPOINTS + 1)
            + " --threads 1 --set record.checkpoints.images=" + CHECKPOINT + " --out OUT/run";

    private DistributedFaults() {}

    private interface Harm {
        void to(Process launcher, List<ProcessHandle> ranks) throws IOException;
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
    }

    private static Map<String, Harm> harms() {
        Map<String, Harm> all = new LinkedHashMap<>();
        all.put("rank 1 killed", (launcher, ranks) -> signal("KILL", ranks.get(1)));
        all.put("rank 0 killed", (launcher, ranks) -> signal("KILL", ranks.get(0)));
        all.put("rank 1 stopped", (launcher, ranks) -> signal("STOP", ranks.get(1)));
        all.put("rank 0 stopped", (launcher, ranks) -> signal("STOP", ranks.get(0)));
        all.put("launcher killed", (launcher, ranks) -> launcher.destroyForcibly());
        all.put("launcher asked to end", (launcher, ranks) -> launcher.destroy());
        return all;
    }

    /** Two commands by hand that cannot train together, with the first one missing where it is empty. */
    private static Map<String, List<String>> refusals(Path place) throws IOException {
        Map<String, Path> drawn = new TreeMap<>();
        for (String name : List.of("one", "two"))
            drawn.put(name, Path.of(GoldenFolders.draw(place.resolve(name)).get("folder")));
        Files.copy(drawn.get("two").resolve("kind0/0.png"), drawn.get("two").resolve("kind0/more.png"));
        String folder = "train folder --threads 1 --set data.size=16 --images 64 --out OUT/run --data ";
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("rank 1 never comes", List.of(RUN, ""));
        all.put("rank 0 never comes", List.of("", RUN));
        all.put("another plan", List.of(RUN, RUN + " --seed 2"));
        all.put("other data", List.of(folder + drawn.get("one"), folder + drawn.get("two")));
        all.put("port taken", List.of(RUN, RUN));
        return all;
    }

    static void measure(int count, String only) throws Exception {
        Path place = Files.createTempDirectory("gan4j-distributed");
        Path whole = Files.createDirectory(place.resolve("whole"));
        launched(RUN).finish(whole, false);
        String expected = ChildProcess.results(whole).get("run/checkpoints");
        Random random = new Random(1);
        for (Map.Entry<String, Harm> one : harms().entrySet())
            if (one.getKey().contains(only)) harm(one.getKey(), one.getValue(), count, place, expected, random);
        for (Map.Entry<String, List<String>> one : refusals(place).entrySet())
            if (one.getKey().contains(only)) refuse(one.getKey(), one.getValue(), count, place);
        Golden.delete(place);
    }

    private static ChildProcess launched(String words) {
        String launch = "launch --processes 2 --timeout " + PATIENCE + " -- ";
        return new ChildProcess("launch", launch + words).resumedBy(launch + "resume OUT/run");
    }

    private static void harm(String name, Harm harm, int count, Path place, String expected, Random random)
            throws Exception {
        List<Double> seconds = new ArrayList<>();
        String said = "";
        for (int i = 0; i < count; i++) {
            Path out = Files.createDirectory(place.resolve(name.replace(' ', '-') + "-" + i));
            ChildProcess program = launched(RUN);
            Process launcher = program.start(out, false);
            RunFolder run = new RunFolder(out.resolve("run"));
            long moment = CHECKPOINT * (2L + random.nextInt(MOST_CHECKPOINTS));
            while (launcher.isAlive() && newest(run) < moment) Thread.sleep(5);
            List<ProcessHandle> ranks = ranks(launcher);
            if (ranks.size() != 2) throw new IOException(name + ": ended before it was harmed, see " + out);
            long began = System.nanoTime();
            harm.to(launcher, ranks);
            launcher.waitFor();
            for (ProcessHandle rank : ranks) rank.onExit().get(120, TimeUnit.SECONDS);
            seconds.add((System.nanoTime() - began) / 1e9);
            said = said(out);
            program.finish(out, true);
            if (!ChildProcess.results(out).get("run/checkpoints").equals(expected))
                throw new IOException(name + ": resumed to other bits, see " + out);
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

    private static void refuse(String name, List<String> commands, int count, Path place) throws Exception {
        List<Double> seconds = new ArrayList<>();
        String said = "";
        for (int i = 0; i < count; i++) {
            Path out = Files.createDirectory(place.resolve(name.replace(' ', '-') + "-" + i));
            try (ServerSocket probe = new ServerSocket(0)) {
                int port = probe.getLocalPort();
                if (!name.equals("port taken")) probe.close();
                long began = System.nanoTime();
                List<Process> both = new ArrayList<>();
                for (int rank = 0; rank < 2; rank++)
                    if (!commands.get(rank).isEmpty())
                        both.add(new ChildProcess("rank " + rank, commands.get(rank))
                                .start(out, new Rendezvous(rank, 2, 2, "127.0.0.1", port, PATIENCE).environment()));
                for (Process one : both)
                    if (one.waitFor() != 1)
                        throw new IOException(name + ": ended with " + one.exitValue() + ", see " + out);
                seconds.add((System.nanoTime() - began) / 1e9);
            }
            said = said(out);
            if (Files.exists(out.resolve("run"))) throw new IOException(name + ": left a run, see " + out);
        }
        report(name, seconds, "no folder was made", said);
    }

    private static String said(Path out) throws IOException {
        return Files.readString(ChildProcess.log(out))
                .lines()
                .filter(line -> line.startsWith("gan4j: "))
                .collect(Collectors.joining("\n    "));
    }

    private static void report(String name, List<Double> seconds, String after, String said) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d times, patience %d s: all had ended after %.1f s (at most %.1f), %s%n    %s%n",
                name,
                seconds.size(),
                PATIENCE,
                Pairs.median(seconds),
                seconds.stream().mapToDouble(s -> s).max().orElse(0),
                after,
                said);
    }
}
