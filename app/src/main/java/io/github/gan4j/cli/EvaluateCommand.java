package io.github.gan4j.cli;

import io.github.gan4j.files.Json;
import io.github.gan4j.judging.Evaluate;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.EvaluationPair;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j evaluate}: says how good samples are. */
@Command(
        name = "evaluate",
        description = "Say how good the samples of a run or in a folder are, by many metrics.",
        footer = {
            "",
            "Every score comes with its sample count, an interval (where it would lie in 95 of 100 evaluations with other",
            "samples) and its floor: the same metric between two halves of the reals.",
            "",
            "Examples",
            "  gan4j evaluate runs/2026-11-21-0930-mnist-dcgan",
            "  gan4j evaluate runs/2026-11-21-0930-mnist-dcgan --metrics fid,kid --json > a.json",
            "  gan4j evaluate samples.zip --against faces.zip",
            "  gan4j evaluate --compare a.json b.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN|FOLDER",
            arity = "0..1",
            description = "A run folder, or a folder or zip of generated images.")
    private Optional<Path> path = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "DATA",
            description =
                    "The reals: a folder, zip or file of images, or the name of a set, as for train; a run's own data"
                            + " when not given.")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--best", description = "The generator as it was best by the run's metric, not as it is now.")
    private boolean best;

    @Option(names = "--metrics", paramLabel = "LIST", description = "As in fid,kid; all when not given.")
    private String metrics = "all";

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Samples of each kind; 10000, or as many as there are, when not given.")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--extractor", paramLabel = "X", description = "What looks at images: " + Extractors.KNOWN + ".")
    private String extractor = "auto";

    @Option(
            names = "--neighbours",
            paramLabel = "FILE.png",
            description = "Also a picture of samples beside the training images most like them.")
    private Optional<Path> neighbours = Optional.empty();

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    @Option(names = "--compare", arity = "2", paramLabel = "FILE.json", description = "Compare two that --json wrote.")
    private List<Path> compared = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!compared.isEmpty()) {
            Evaluation first = Evaluation.read(compared.get(0)), second = Evaluation.read(compared.get(1));
            spec.commandLine().getOut().print(new EvaluationPair(first, second).table());
            return 0;
        }
        count.ifPresent(n -> {
            if (n < 2) throw new IllegalArgumentException("--count must be at least 2, got " + n);
        });
        neighbours.ifPresent(picture -> Targets.named("--neighbours", picture, ".png"));
        Path judged = path.orElseThrow(() ->
                new IllegalArgumentException("evaluate what? A run folder, or a folder of images with --against DATA"));
        if (neighbours.isPresent()) Targets.withFolder(neighbours.get());
        Evaluation evaluation = new Evaluate(
                        Metrics.named(metrics),
                        count.orElse(0),
                        extractor,
                        best,
                        against,
                        neighbours,
                        new Notices(spec.commandLine().getErr()))
                .of(judged);
        spec.commandLine().getOut().print(json ? Json.text(evaluation) : evaluation.table());
        return 0;
    }
}
