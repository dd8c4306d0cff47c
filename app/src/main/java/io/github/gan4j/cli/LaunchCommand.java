package io.github.gan4j.cli;

import io.github.gan4j.cli.options.Within;
import io.github.gan4j.tensor.Rendezvous;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j launch}: one training in several processes. */
@Command(
        name = "launch",
        description = "Train in several processes, on one machine or on several.",
        footer = {
            "",
            "Examples",
            "  gan4j launch --processes 2 -- train mnist-dcgan --data mnist",
            "  gan4j launch --processes 2 -- resume runs/digits",
            "  on each of two machines, with --machine 0 and 1:",
            "  gan4j launch --processes 8 --machines 2 --machine 0 \\",
            "      --master 10.0.0.1 --port 29500 -- train ...",
            "",
            "The processes share every batch. When one fails, all end, and a line says what to resume from."
        })
final class LaunchCommand implements Callable<Integer> {
    @Option(
            names = "--processes",
            paramLabel = "N",
            description = "Processes on this machine (default: ${DEFAULT-VALUE}).")
    @Within(least = 1, most = 1024)
    private int processes = 2;

    @Option(
            names = "--machines",
            paramLabel = "N",
            description = "Machines that take part (default: ${DEFAULT-VALUE}).")
    @Within(least = 1, most = 1024)
    private int machines = 1;

    @Option(
            names = "--machine",
            paramLabel = "I",
            description = "Number of this machine, from 0 (default: ${DEFAULT-VALUE}).")
    @Within(least = 0, most = 1023)
    private int machine;

    @Option(
            names = "--master",
            paramLabel = "HOST",
            description = "Name or address of machine 0 (default: ${DEFAULT-VALUE}).")
    private String master = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of machine 0 where the processes meet (default: any free one on one machine).")
    @Within(least = 1, most = 65_535)
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long a silent process is waited for (default: ${DEFAULT-VALUE}).")
    @Within(least = 1, most = 86_400)
    private int timeout = Rendezvous.DEFAULT_SECONDS;

    @Parameters(arity = "1..*", paramLabel = "-- COMMAND", description = "train or resume, with its options.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException {
        if (!List.of("train", "resume").contains(command.get(0)))
            throw new IllegalArgumentException("launch starts train or resume, got '" + command.get(0) + "'");
        if (machine >= machines)
            throw new IllegalArgumentException("--machine must be 0 to " + (machines - 1) + ", got " + machine);
        int size = Math.multiplyExact(processes, machines);
        if (machines > 1 && port.isEmpty())
            throw new IllegalArgumentException("several machines need --port, the same on all of them");
        int meeting = port.isPresent() ? port.get() : freePort();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
        return Launch.of(command, machine * processes, processes, size, master, meeting, timeout, threads)
                .run();
    }

    /** A port of this machine that nobody listens on just now. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
