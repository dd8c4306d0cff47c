package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.experiment.Bench;
import io.github.gan4j.experiment.BenchOptions;
import io.github.gan4j.experiment.Benchmark;
import io.github.gan4j.experiment.BenchmarkReport;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j bench}: published benchmarks, with their networks and with gan4j's recipes. */
@Command(
        name = "bench",
        description = "Run a published benchmark and compare the result with published ones.",
        subcommands = BenchRestoreCommand.class,
        footer = {
            "",
            "Finished trials are kept; after Ctrl-C, the same command continues the benchmark.",
            "",
            "Examples",
            "  gan4j bench ring --recipe own",
            "  gan4j bench grid --seeds 3 --budget 0.1",
            "  gan4j bench stacked-mnist --data mnist --seeds 1",
            "  gan4j bench restore runs/2026-11-21-0930-denoise --data Set12"
        })
final class BenchCommand extends Verb {
    /** Every command line makes one; only help of this verb asks for the names, which are read from a file. */
    private static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Benchmark.names().iterator();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "Benchmark: ${COMPLETION-CANDIDATES}.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Trials per recipe, with seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--budget",
            paramLabel = "PART",
            defaultValue = "1",
            description = "Fraction of each plan's length to train, as in 0.1; schedules are scaled with it"
                    + " (default: ${DEFAULT-VALUE}).")
    private double budget;

    @Option(
            names = "--recipe",
            paramLabel = "WHICH",
            defaultValue = "both",
            description =
                    "published (networks and loss of the paper), own (those of gan4j) or both (default: ${DEFAULT-VALUE}).")
    private String recipe;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Compute threads; 0 for those of the plans (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "bench",
            description = "Folder for runs and results (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of MNIST (default: found by name).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        String known = name.orElseThrow(() -> new IllegalArgumentException(
                "bench needs the NAME of a benchmark (" + String.join(", ", new Names()) + "), or restore and a RUN"));
        Bench bench = new Bench(
                Benchmark.named(known),
                new BenchOptions(seeds, budget, recipe, threads, out, data),
                new Listener() {},
                screen::notice);
        Optional<BenchmarkReport> report = bench.run();
        report.ifPresent(found -> {
            screen.show(found.table());
            if (machine)
                screen.json(found.provenance()
                        .onto(Map.of(
                                "benchmark", known, "trials", found.figures().objects())));
        });
        screen.say(
                report.isPresent() ? "written: " + out.resolve(known + ".csv") : "stopped; the same command continues");
        return 0;
    }
}
