package io.github.gan4j.benchmarks;

import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One command of gan4j in a process of its own, and what it leaves behind.
 *
 * @param words without {@code gan4j}; {@code OUT} stands for the folder of the results
 * @param again how it goes on after a kill; empty for the same words
 */
record ChildProcess(String name, List<String> words, List<String> again) {
    ChildProcess(String name, String words) {
        this(name, List.of(words.split(" ")), List.of());
    }

    ChildProcess resumedBy(String again) {
        return new ChildProcess(name, words, List.of(again.split(" ")));
    }

    Process start(Path out, boolean resumed) throws IOException {
        return start(out, resumed, Map.of());
    }

    /** From the beginning, with more in its environment. */
    Process start(Path out, Map<String, String> environment) throws IOException {
        return start(out, false, environment);
    }

    private Process start(Path out, boolean resumed, Map<String, String> environment) throws IOException {
        List<String> arguments = (resumed && !again.isEmpty() ? again : words)
                .stream().map(word -> word.replace("OUT", out.toString())).toList();
        ProcessBuilder builder = java(List.of("-XX:TieredStopAtLevel=1"), "io.github.gan4j.cli.Gan4j", arguments)
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(out).toFile()))
                .start();
    }

    /** A program of this class path, with one thread for each native library. */
    static ProcessBuilder java(List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(1, options);
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
        return builder;
    }

    static Path log(Path out) {
        return out.resolveSibling(out.getFileName() + ".log");
    }

    /** Runs to its end and must end well. */
    void finish(Path out, boolean resumed) throws IOException, InterruptedException {
        int code = start(out, resumed).waitFor();
        if (code != 0) throw new IOException(name + " ended with " + code + ": " + Files.readString(log(out)));
    }

    /** Checksums of what must not depend on kills: the newest checkpoint of every run, and every other result file. */
    static TreeMap<String, String> results(Path out) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path path : all.toList()) {
                String name = out.relativize(path).toString();
                if (path.endsWith("checkpoints"))
                    found.put(
                            name,
                            Checksum.sha256(new RunFolder(path.getParent())
                                    .checkpoints()
                                    .newestIntact(line -> {})
                                    .file()));
                else if (name.endsWith(".html")) found.put(name, "is there");
                else if (name.matches(".*\\.(zip|gif|png)|exported/.*\\.safetensors")
                        && !name.matches(".*(losses|probabilities|weights|balance|progress).*"))
                    found.put(name, Checksum.sha256(path));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** Temporaries that are still there, and folders in which something was prepared. */
    static List<Path> leftovers(Path out) throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(path -> path.toString().endsWith(".partial")
                            || Files.isDirectory(path)
                                    && path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
