package io.github.gan4j.cli;

import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j mix}: arithmetic with latents, and directions along which a measured property grows. */
@Command(
        name = "mix",
        description = "Add and subtract latents, or move samples along a measured property.",
        footer = {
            "",
            "--plus and --minus make the figure of the DCGAN paper: a column for each concept (three of its samples over"
                    + " the sample of their mean), and the result in the middle of nine. A concept is a list of seeds,"
                    + " a file of latents (.json), most:MEASURE, least:MEASURE,"
                    + " or with a classifier class:NAME (its surest samples).",
            "--direction finds the way in which a measure grows and shows samples along it; a row for each seed."
        })
final class MixCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(
            names = "--plus",
            paramLabel = "CONCEPT",
            converter = Concept.Converter.class,
            description = "Add the mean of these, as in 12,40,7.")
    private List<Concept> plus = List.of();

    @Option(
            names = "--minus",
            paramLabel = "CONCEPT",
            converter = Concept.Converter.class,
            description = "Take the mean of these away.")
    private List<Concept> minus = List.of();

    @Option(
            names = "--spread",
            paramLabel = "S",
            description = "How far the nine stray from the result; 0.25 when not given, as in the paper.")
    private double spread = 0.25;

    @Option(
            names = "--direction",
            paramLabel = "MEASURE",
            description =
                    "brightness, contrast, warmth, sidelight, symmetry, smile, ink, thickness, slant or proportion;"
                            + " class:NAME with a classifier.")
    private Optional<String> direction = Optional.empty();

    @Option(
            names = "--classifier",
            paramLabel = "FILE",
            description = "A classifier that gan4j taught itself; its classes are then measures, as in class:7.")
    private Optional<Path> classifier = Optional.empty();

    @Option(
            names = "--hold",
            paramLabel = "MEASURE",
            description = "With --direction: let this other measure stay as it is as far as possible.")
    private List<String> hold = List.of();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples to measure before a direction or extremes are found; 2000 when not given.")
    private int samples = 2000;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "How a direction is found: ridge (regression, when not given) or deciles (their means).")
    private String by = "ridge";

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps to each side along a direction; 3 when not given.")
    private int steps = 3;

    @Mixin
    private LabelOption label = new LabelOption();

    @Mixin
    private LatentOptions rows = new LatentOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            description = "The figure; mix.png in the run folder when not given. Its numbers (.json) lie beside it.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        Path target = Targets.named(out.orElse(path.resolve("mix.png")), ".png");
        try (TrainedGenerator generator = TrainedGenerator.open(
                        path, new Notices(spec.commandLine().getErr()));
                Gauges gauges = Gauges.open(classifier)) {
            if (!generator.shape().isImage())
                throw new IllegalArgumentException(path + ": its generator makes numbers, not images to mix");
            Synthesizer first = generator.first(label.among(generator.labelNames()));
            PrintWriter screen = spec.commandLine().getOut();
            if (direction.isEmpty())
                new MixedConcepts(first, gauges, samples, spread).write(plus, minus, target, screen);
            else
                new MixedDirection(first, gauges, direction.get(), hold, samples, by, steps)
                        .write(rows.chosen(generator.latents(), "0-7"), target, screen);
        }
        return 0;
    }

    private void check() {
        boolean arithmetic = !plus.isEmpty() || !minus.isEmpty();
        if (arithmetic == direction.isPresent())
            throw new IllegalArgumentException(
                    "mix what? either --plus and --minus, as in --plus 12,40,7 --minus 3,9,1, or --direction slant");
        if (samples < 100 || samples > 100_000)
            throw new IllegalArgumentException("--samples must be within 100 and 100000, got " + samples);
        if (steps < 1 || steps > 50)
            throw new IllegalArgumentException("--steps must be within 1 and 50, got " + steps);
        if (!(spread >= 0 && spread <= 10))
            throw new IllegalArgumentException("--spread must be within 0 and 10, got " + spread);
        if (!by.equals("ridge") && !by.equals("deciles"))
            throw new IllegalArgumentException("--by must be ridge or deciles, got '" + by + "'");
    }
}
