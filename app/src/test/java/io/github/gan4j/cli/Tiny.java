package io.github.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs so small that a test can afford them: 16x16 pixels, two channels, batches of eight, one thread. */
final class Tiny {
    private static final List<String> SMALL = List.of(
            "--threads",
            "1",
            "--batch-size",
            "8",
            "--set",
            "stop.images=32",
            "--precision",
            "fp32",
            "--set",
            "data.size=16",
            "--set",
            "generator.network.width=2",
            "--set",
            "discriminator.network.width=2",
            "--set",
            "record.rows=2");

    private Tiny() {}

    /** {@code gan4j train} of a preset into a folder; what follows is appended. */
    static Shell train(String preset, Path out, String... more) {
        return Shell.run(arguments(preset, out, more).toArray(String[]::new));
    }

    static List<String> arguments(String preset, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", preset, "--out", out.toString()));
        arguments.addAll(SMALL);
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** A training of points. */
    static Shell points(Path out) {
        return Shell.run("train", "gaussian-1d", "--threads", "1", "--images", "512", "--out", out.toString());
    }
}
