package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.tensor.Rendezvous;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs gan4j in processes of their own, and what they say. */
record Ranks(Path folder) {
    /** Until those of a group have come on a busy machine, and until one has ended. */
    private static final int MEETING_SECONDS = 60, MOST_SECONDS = 90;

    /** One that runs. */
    record Child(Process process, Path output, Path errors) {
        /** What it said on its error stream; its end is waited for. */
        String said(int code) throws IOException, InterruptedException {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(errors);
            assertThat(process.exitValue()).as(said).isEqualTo(code);
            return said;
        }
    }

    Child start(Map<String, String> environment, List<String> arguments) throws IOException {
        return start("", environment, arguments);
    }

    /** @param before of its class path, ahead of everything else */
    Child start(String before, Map<String, String> environment, List<String> arguments) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Djava.awt.headless=true",
                "-cp",
                before.isEmpty() ? path : before + File.pathSeparator + path,
                Gan4j.class.getName()));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "output", ""), errors = Files.createTempFile(folder, "errors", "");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
        builder.environment().putAll(environment);
        return new Child(builder.start(), output, errors);
    }

    /** The two processes of a group by hand, each with arguments of its own. */
    List<Child> two(String secondBefore, List<String> first, List<String> second) throws IOException {
        int port = LaunchCommand.freePort();
        return List.of(start("", environment(0, port), first), start(secondBefore, environment(1, port), second));
    }

    private static Map<String, String> environment(int rank, int port) {
        return new Rendezvous(rank, 2, 2, "127.0.0.1", port, MEETING_SECONDS).environment();
    }
}
