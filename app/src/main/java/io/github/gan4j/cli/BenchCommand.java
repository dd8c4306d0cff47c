package io.github.gan4j.cli;

import io.github.gan4j.experiment.Bench;
import io.github.gan4j.experiment.Benchmark;
import io.github.gan4j.experiment.Order;
import io.github.gan4j.experiment.Outcome;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j bench}: published benchmarks, with their nets and with gan4j's recipes. */
@Command(
        name = "bench",
        description = "Run a published benchmark and put what comes out beside the papers' rows.",
        footer = {
            "",
            "What is finished is kept, and a bench that was ended with Ctrl-C goes on with the same command.",
            "",
            "Examples",
            "  gan4j bench ring --recipe own",
            "  gan4j bench grid --seeds 3 --budget 0.1",
            "  gan4j bench stacked-mnist --data mnist --seeds 1"
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "ring, grid, synthetic-1200, stacked-mnist, stacked-mnist-small-discriminator, collapse, "
                    + "teams-ring, teams-grid, teams-mnist or mnist.")
    private String name;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Trials of each recipe; ${DEFAULT-VALUE} when not given.")
    private int seeds = 10;

    @Option(
            names = "--budget",
            paramLabel = "PART",
            description = "How much of each plan's length to train, as in 0.1; schedules shrink with it.")
    private double budget = 1;

    @Option(
            names = "--recipe",
            paramLabel = "WHICH",
            description = "published (the paper's nets and objective), own (gan4j's) or both; both when not given.")
    private String recipe = "both";

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; as plans say when not given.")
    private int threads;

    @Option(names = "--out", paramLabel = "DIR", description = "Where everything goes; bench when not given.")
    private Path out = Path.of("bench");

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of MNIST, where it is not found by name.")
    private Optional<Path> data = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Benchmark benchmark = Benchmark.named(name);
        if (threads < 0) throw new IllegalArgumentException("--threads must be at least 0, got " + threads);
        Order order = new Order(seeds, budget, recipe, threads, out, data);
        PrintWriter screen = spec.commandLine().getOut();
        Bench bench = new Bench(
                benchmark,
                order,
                new Listener() {},
                new Notices(spec.commandLine().getErr()));
        try (CleanEnd end = new CleanEnd(bench::stop)) {
            Optional<Outcome> outcome = bench.run();
            outcome.ifPresent(found -> screen.print(found.table()));
            screen.println(
                    outcome.isPresent()
                            ? "written: " + out.resolve(name + ".csv")
                            : "stopped; the same command goes on");
            screen.flush();
            return 0;
        }
    }
}
