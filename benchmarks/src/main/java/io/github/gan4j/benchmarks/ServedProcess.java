package io.github.gan4j.benchmarks;

import io.github.gan4j.serve.ModelServer;
import io.github.gan4j.serve.ServeSettings;
import io.github.gan4j.serving.PoolLimits;
import io.github.gan4j.web.HostNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;

/** A server in a process of its own, so that its costs are its own: it tells them whenever it is asked. */
final class ServedProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final URI address;

    /**
     * What a process has cost so far.
     *
     * @param seconds of the processor
     * @param megabytes of memory now
     * @param natives native objects now
     * @param samples made, and the batches that they were made in
     */
    record Cost(double seconds, long megabytes, long natives, double samples, double batches) {}

    ServedProcess(Path run, int workers, int queue, List<String> options) throws IOException {
        process = ChildProcess.java(
                        options,
                        ServedProcess.class.getName(),
                        List.of(run.toString(), Integer.toString(workers), Integer.toString(queue)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = URI.create(line());
    }

    URI address() {
        return address;
    }

    private String line() throws IOException {
        String line = said.readLine();
        if (line == null) throw new IOException("the server has ended");
        return line;
    }

    Cost cost() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        String[] own = line().split(" ");
        try (KeptConnection connection = new KeptConnection(address)) {
            String metrics = new String(connection.get("/metrics").body(), StandardCharsets.UTF_8);
            return new Cost(
                    Double.parseDouble(own[0]),
                    Long.parseLong(own[1]),
                    Long.parseLong(own[2]),
                    metric(metrics, "gan4j_samples_total"),
                    metric(metrics, "gan4j_batches_total"));
        }
    }

    private static double metric(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Seconds of the processor that this process has taken. */
    static double processorSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** @param arguments the run, how many workers, how many samples may wait */
    public static void main(String... arguments) throws IOException {
        ServeSettings settings = new ServeSettings(
                List.of(Path.of(arguments[0])),
                false,
                new HostNames(Optional.empty()),
                0,
                Optional.empty(),
                new PoolLimits(
                        Integer.parseInt(arguments[1]), 1, Integer.parseInt(arguments[2]), Duration.ofSeconds(30)),
                1000,
                1);
        try (ModelServer server = ModelServer.open(settings)) {
            System.out.println(server.url());
            while (System.in.read() >= 0)
                System.out.println(
                        processorSeconds() + " " + (Pointer.physicalBytes() >> 20) + " " + Pointer.totalCount());
        }
    }
}
