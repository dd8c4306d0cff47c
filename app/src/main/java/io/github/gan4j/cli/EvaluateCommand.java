package io.github.gan4j.cli;

import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.judging.Evaluate;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.EvaluationPair;
import io.github.gan4j.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j evaluate}: how good samples are. */
@Command(
        name = "evaluate",
        description = "Compute quality metrics of samples: FID, KID, precision, recall ...",
        footer = {
            "",
            "Every score comes with its sample count, a 95 %% confidence interval over other samples, and its floor: the same",
            "metric between two halves of the real data.",
            "",
            "Examples",
            "  gan4j evaluate runs/2026-11-21-0930-mnist-dcgan",
            "  gan4j evaluate runs/2026-11-21-0930-mnist-dcgan --json > a.json",
            "  gan4j evaluate samples.zip --against faces.zip",
            "  gan4j evaluate --compare a.json b.json"
        })
final class EvaluateCommand extends Verb {
    @Parameters(
            paramLabel = "RUN|FOLDER",
            arity = "0..1",
            description =
                    "A run folder, a generator in an ONNX or TorchScript file, or a folder or zip of generated images.")
    private Optional<Path> path = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "DATA",
            description = "The real data: a folder, zip or file of images, or the name of a set, as for train"
                    + " (default: the run's own data).")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Option(
            names = "--metrics",
            paramLabel = "LIST",
            description = "Metrics to compute, as in fid,kid (default: ${DEFAULT-VALUE}).")
    private String metrics = "all";

    @Within(least = 2)
    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Real and generated samples, each, or as many as there are (default: 10000).")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--extractor",
            paramLabel = "X",
            description = "Image features: ${bundle:known.extractors} (default: ${DEFAULT-VALUE}).")
    private String extractor = "auto";

    @Option(
            names = "--neighbours",
            paramLabel = "FILE.png",
            description = "Write a picture of samples beside their nearest training images.")
    private Optional<Path> neighbours = Optional.empty();

    @Mixin
    private JsonOption json;

    @Option(names = "--compare", arity = "2", paramLabel = "FILE.json", description = "Compare two results of --json.")
    private List<Path> compared = List.of();

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Override
    public Integer call() throws IOException {
        if (!compared.isEmpty()) {
            if (path.isPresent() || against.isPresent() || neighbours.isPresent() || best)
                throw new IllegalArgumentException(
                        "--compare excludes a run, --against, --neighbours and --best; it compares two results as they are");
            requireUntyped(
                    "has no effect with --compare, which compares two results as they are",
                    "--metrics",
                    "--count",
                    "--extractor",
                    "--overwrite",
                    "--json");
            Evaluation first = Evaluation.read(compared.get(0)), second = Evaluation.read(compared.get(1));
            screen.show(new EvaluationPair(first, second).table());
            return 0;
        }
        if (neighbours.isPresent())
            ResultFiles.withFolder(results.asked(OutputFile.named("--neighbours", neighbours.get(), ".png")));
        Path judged = path.orElseThrow(() ->
                new IllegalArgumentException("evaluate needs a run folder, or a folder of images with --against DATA"));
        Evaluation evaluation = new Evaluate(
                        Metrics.named(metrics), count.orElse(0), extractor, best, against, neighbours, screen::notice)
                .of(judged);
        if (json.on(screen)) screen.json(evaluation);
        else screen.show(evaluation.table());
        return 0;
    }
}
