package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LabelOption;
import io.github.gan4j.cli.options.LatentOptions;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.explore.Arithmetic;
import io.github.gan4j.explore.ArithmeticFigure;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j mix}: arithmetic with latents, and directions along which a measure grows. */
@Command(
        name = "mix",
        description = "Add and subtract latent vectors, or edit a property of samples, of a run or an exported file.",
        footer = {
            "",
            "--plus and --minus make the figure of the DCGAN paper: one column per concept (three of its samples above"
                    + " the sample of their mean), and the result in the middle of nine variants. A concept is a list of"
                    + " seeds, a file of latents (.json), most:MEASURE, least:MEASURE,"
                    + " or, with a classifier, class:NAME (its most confident samples).",
            "--direction fits the latent direction along which a measure grows and shows samples along it, one row per seed.",
            "Writes the figure (.png) and its numbers (.json)."
        })
final class MixCommand extends Verb {
    @Mixin
    private RunChoice run;

    @Option(names = "--plus", paramLabel = "CONCEPT", description = "Add the mean of these latents, as in 12,40,7.")
    private List<MixConcept> plus = List.of();

    @Option(names = "--minus", paramLabel = "CONCEPT", description = "Subtract the mean of these latents.")
    private List<MixConcept> minus = List.of();

    @Within(least = 0, most = 10)
    @Option(
            names = "--spread",
            paramLabel = "S",
            description =
                    "Noise added to the result for the nine variants (default: ${DEFAULT-VALUE}, as in the paper).")
    private double spread = 0.25;

    @Option(
            names = "--direction",
            paramLabel = "MEASURE",
            description = "Measure to change: ${bundle:known.measures}, or class:NAME.")
    private Optional<String> direction = Optional.empty();

    @Option(
            names = "--classifier",
            paramLabel = "FILE",
            description = "A classifier trained by gan4j; its classes become measures, as in class:7.")
    private Optional<Path> classifier = Optional.empty();

    @Option(
            names = "--hold",
            paramLabel = "MEASURE",
            description = "A measure to keep constant along the direction; repeatable.")
    private List<String> hold = List.of();

    @Within(least = 100, most = 100_000)
    @Option(names = "--samples", paramLabel = "N", description = "Samples to measure (default: ${DEFAULT-VALUE}).")
    private int samples = 2000;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "How to fit a direction: ridge (regression) or deciles (difference of means) (default:"
                    + " ${DEFAULT-VALUE}).")
    private MixedDirection.Fitting by = MixedDirection.Fitting.RIDGE;

    @Within(least = 1, most = 50)
    @Option(names = "--steps", paramLabel = "N", description = "Steps to each side (default: ${DEFAULT-VALUE}).")
    private int steps = 3;

    @Mixin
    private LabelOption label = new LabelOption();

    @Mixin
    private LatentOptions rows = new LatentOptions();

    @Mixin
    private OutputFile out = new OutputFile();

    private record Terms(List<MixConcept> plus, List<MixConcept> minus, double spread) {}

    @Override
    public Integer call() throws IOException {
        boolean arithmetic = !plus.isEmpty() || !minus.isEmpty();
        if (arithmetic == direction.isPresent())
            throw new IllegalArgumentException(
                    "mix needs either --plus and --minus, as in --plus 12,40,7 --minus 3,9,1,"
                            + " or --direction, as in --direction slant");
        Path target = out.in(run, ".png", ".json");
        try (Synthesizer generator = run.imageGenerator(screen::notice);
                MixSamples measured =
                        MixSamples.open(generator.first(label.among(generator.labelNames())), classifier, samples)) {
            if (arithmetic) add(measured, generator.provenance(), target);
            else
                new MixedDirection(measured, direction.get(), hold, by, steps, generator.provenance())
                        .write(rows.chosen(generator.latents(), "0-7"), target, screen);
        }
        return 0;
    }

    private void add(MixSamples measured, Provenance provenance, Path target) throws IOException {
        Arithmetic sum = Arithmetic.of(latents(plus, measured), latents(minus, measured));
        ImageFile.writePng(
                ResultFiles.withFolder(target), ArithmeticFigure.of(sum, spread, measured.generator()::pictures));
        Path beside = OutputFile.beside(target, ".json");
        LatentFile.write(beside, provenance.onto(new Terms(plus, minus, spread)), List.of(sum.result()));
        screen.say(
                "the result of %d concepts: %s and its latent %s", sum.terms().size(), target, beside);
    }

    private static List<List<float[]>> latents(List<MixConcept> concepts, MixSamples measured) throws IOException {
        List<List<float[]>> latents = new ArrayList<>();
        for (MixConcept concept : concepts) latents.add(concept.latents(measured));
        return latents;
    }
}
