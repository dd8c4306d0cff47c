package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.ShellQuote;
import io.github.gan4j.tensor.Rendezvous;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The processes of one machine that train together, started with torch.distributed's environment and watched: when one fails, the
 * others get a moment to say why they end, too, and are then ended.
 */
final class Launch {
    /** A file that the process of rank 0 writes its run folder into; that it is there says that a launcher waits. */
    private static final String NOTE = "GAN4J_LAUNCHER";

    private static final long GRACE_SECONDS = 5, KILL_SECONDS = 10, STOP_SECONDS = 120, OUTPUT_MILLIS = 2000;
    private static final int SIGNALLED = 128;

    private final List<String> command;
    private final List<Rendezvous> ranks;
    private final int threads;
    private final List<Process> children = new ArrayList<>();
    private final List<Thread> outputs = new ArrayList<>();

    private record Ended(int rank, int code) {}

    private Launch(List<String> command, List<Rendezvous> ranks, int threads) {
        this.command = List.copyOf(command);
        this.ranks = List.copyOf(ranks);
        this.threads = threads;
    }

    /**
     * The ranks of one machine. They are made here, since the help of a command loads the classes that its methods name.
     *
     * @param first rank on this machine
     * @param count of ranks on this machine
     * @param size of all machines together
     * @param threads of each process, unless the command says otherwise
     */
    static Launch of(
            List<String> command, int first, int count, int size, String host, int port, int timeout, int threads) {
        List<Rendezvous> ranks = IntStream.range(first, first + count)
                .mapToObj(rank -> new Rendezvous(rank, size, count, host, port, timeout))
                .toList();
        return new Launch(command, ranks, threads);
    }

    /** For a process that a launcher started: ends, as by Ctrl-C, when that has ended. */
    static void endWithLauncher() {
        if (System.getenv(NOTE) == null) return;
        Thread watch = new Thread(Launch::untilLauncherEnds, "gan4j-launcher");
        watch.setDaemon(true);
        watch.start();
    }

    private static void untilLauncherEnds() {
        try {
            InputStream launcher = System.in;
            while (launcher.read() >= 0) {}
        } catch (IOException gone) {
            // as its end
        }
        System.exit(1);
    }

    /** For the process of rank 0: tells the launcher, if there is one, where the run is. */
    static void note(Path run) throws IOException {
        String note = System.getenv(NOTE);
        if (note != null) Files.writeString(Path.of(note), run.toString());
    }

    /**
     * Runs all to their end.
     *
     * @return the exit code of the first that failed, else 0
     * @throws IOException in one line, what ended and what to go on from
     */
    int run() throws IOException {
        Path note = Files.createTempFile("gan4j-launch", "");
        Thread hook = new Thread(this::stop, "gan4j-launch-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (Rendezvous rank : ranks) start(rank, note);
            Optional<Ended> failed = awaitFailure();
            if (failed.isEmpty()) return 0;
            List<Integer> silent = endAll();
            if (failed.get().code == 2) return 2;
            throw new IOException(line(failed.get(), silent, Files.readString(note)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            stop();
            Files.deleteIfExists(note);
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // then it has run
            }
        }
    }

    private void start(Rendezvous rank, Path note) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(rank.environment());
        builder.environment().put("OMP_NUM_THREADS", "" + threads);
        builder.environment().put(NOTE, note.toString());
        Process child = builder.start();
        children.add(child);
        Thread output = new Thread(() -> RankOutput.pass(child.getInputStream(), System.out), "gan4j-output");
        output.setDaemon(true);
        output.start();
        outputs.add(output);
    }

    /** This very program, with the same options of Java. */
    private List<String> java() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Gan4j.class.getName()));
        line.addAll(command);
        return line;
    }

    private Optional<Ended> awaitFailure() throws InterruptedException {
        while (true) {
            List<Ended> failed = IntStream.range(0, children.size())
                    .filter(i -> !children.get(i).isAlive() && children.get(i).exitValue() != 0)
                    .mapToObj(i -> new Ended(rank(i), children.get(i).exitValue()))
                    // a signal came from outside, everything else may follow from it
                    .sorted(Comparator.comparing(ended -> ended.code < SIGNALLED))
                    .toList();
            if (!failed.isEmpty()) return Optional.of(failed.get(0));
            if (children.stream().noneMatch(Process::isAlive)) return Optional.empty();
            Thread.sleep(50);
        }
    }

    private int rank(int child) {
        return ranks.get(child).rank();
    }

    /** @return the ranks of those that had to be killed */
    private List<Integer> endAll() throws InterruptedException {
        // nobody is waited for longer than a silent process is
        long most = ranks.get(0).seconds();
        await(Math.min(GRACE_SECONDS, most));
        children.forEach(Process::destroy);
        await(Math.min(KILL_SECONDS, most));
        List<Integer> silent = IntStream.range(0, children.size())
                .filter(i -> children.get(i).isAlive())
                .mapToObj(this::rank)
                .toList();
        children.forEach(Process::destroyForcibly);
        for (Process child : children) child.waitFor();
        return silent;
    }

    private void await(long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (Process child : children) child.waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Asks all to end, as Ctrl-C does, and waits until they have and what they wrote has been passed on. */
    private void stop() {
        children.forEach(Process::destroy);
        try {
            await(STOP_SECONDS);
            children.forEach(Process::destroyForcibly);
            for (Thread output : outputs) output.join(OUTPUT_MILLIS);
        } catch (InterruptedException e) {
            children.forEach(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Ended failed, List<Integer> silent, String run) {
        String how = failed.code > SIGNALLED && failed.code < SIGNALLED + 65
                ? "was ended by signal " + (failed.code - SIGNALLED)
                : "ended with exit code " + failed.code;
        String killed = silent.stream()
                .map(rank -> "; rank " + rank + " did not answer and was killed")
                .collect(Collectors.joining());
        String goOn = run.isEmpty()
                ? ""
                : "; to go on from the last checkpoint: gan4j launch ... -- resume " + ShellQuote.of(Path.of(run));
        return "rank " + failed.rank + " " + how + ", all have ended" + killed + goOn;
    }
}
