package io.github.gan4j.experiment;

import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.ExitGuard;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs a benchmark: trains every recipe with every seed, judges the samples, and puts the scores beside the published
 * rows. The folder holds {@code NAME.csv}, {@code NAME.txt}, {@code NAME-RECIPE.png} and, in {@code NAME-RECIPE}, the
 * trials. Trials that have a result are kept, so a benchmark that was ended continues with the same options.
 */
public final class Bench {
    private static final int REAL_DRAWS = 3;
    private static final int COLUMNS = 5;
    private static final int GAP = 4;

    private final Benchmark benchmark;
    private final BenchOptions options;
    private final List<ScoreColumn> columns;
    private final Trainer trainer;
    private final Consumer<String> notice;

    /**
     * @param listener of every training
     * @param notice hears one line about every trial, and about everything odd
     */
    public Bench(Benchmark benchmark, BenchOptions options, Listener listener, Consumer<String> notice) {
        this.benchmark = benchmark;
        this.options = options;
        this.columns = benchmark.judge().columns();
        this.trainer = new Trainer(listener, notice);
        this.notice = notice;
    }

    /** Asks for the end after the step being played; from any thread. */
    public void stop() {
        trainer.stop();
    }

    /**
     * Runs the trials that have no result yet.
     *
     * @return empty when {@link #stop} ended it before
     * @throws IllegalArgumentException in one line, when the folder holds trials of another plan
     * @throws IOException in one line, when data cannot be read, a player broke, or nothing can be written
     */
    public Optional<BenchmarkReport> run() throws IOException {
        List<Candidate> candidates = benchmark.candidates(options);
        requireOwnFolder();
        List<FolderLock> locks = new ArrayList<>();
        try (ExitGuard untilStopped = ExitGuard.of(this::stop)) {
            for (Candidate one : candidates) locks.add(Trial.claim(folder(one), one.plan(), List.of()));
            return judged(candidates);
        } finally {
            locks.forEach(FolderLock::close);
        }
    }

    private Optional<BenchmarkReport> judged(List<Candidate> candidates) throws IOException {
        try (BenchmarkJudge judge = benchmark.open(options.data(), notice)) {
            BenchmarkReport report = new BenchmarkReport(benchmark, options.budget(), List.of(), reals(judge));
            for (Candidate one : candidates) {
                report = report.with(results(one, judge));
                report.write(options.out());
            }
            return Optional.of(report);
        } catch (InterruptedException stopped) {
            return Optional.empty();
        }
    }

    /** Benchmarks share a folder with each other and with nothing else. */
    private void requireOwnFolder() throws IOException {
        if (!Files.exists(options.out())) return;
        try (Stream<Path> inside = Files.list(options.out())) {
            List<String> foreign = inside.map(file -> file.getFileName().toString())
                    .filter(name -> Benchmark.names().stream().noneMatch(name::startsWith))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty())
                throw new IOException(
                        options.out() + ": holds " + foreign.get(0) + ", which is of no benchmark; give another --out");
        }
    }

    private Path folder(Candidate one) {
        return options.out().resolve(benchmark.name() + "-" + one.name());
    }

    private Trial trial(Candidate one, int seed) {
        return new Trial(folder(one), one.title(), one.plan().withSeed(seed));
    }

    /** Kept as well: a classifier takes its time over three times 26 000 stacks. */
    private CandidateResults reals(BenchmarkJudge judge) throws IOException {
        CandidateResults results =
                new CandidateResults(new Candidate("real", "real samples", benchmark.plan("published")), List.of());
        for (int seed = 1; seed <= REAL_DRAWS; seed++) {
            Trial draw = trial(results.candidate(), seed);
            Optional<TrialResult> kept = draw.kept(columns);
            if (kept.isEmpty()) {
                List<Double> scores = judge.assessReals(seed).scores();
                kept = Optional.of(draw.keep(TrialResult.of(seed, 0, 0, columns, scores)
                        .with(Provenance.here().withLibtorch(Engine.version()).withSeed("draw", seed))));
            }
            results = results.with(kept.get());
        }
        return results;
    }

    private CandidateResults results(Candidate one, BenchmarkJudge judge) throws IOException, InterruptedException {
        CandidateResults results = CandidateResults.of(one);
        List<Picture> pictures = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            Trial trial = trial(one, seed);
            Optional<TrialResult> before = trial.kept(columns);
            TrialResult result = trainer.result(trial, judge, columns);
            if (before.isEmpty() || !result.equals(before.get())) tell(trial, result);
            results = results.with(result);
            pictures.add(ImageFile.read(trial.picture()));
        }
        ImageFile.writePng(
                options.out().resolve(benchmark.name() + "-" + one.name() + ".png"),
                Picture.grid(pictures, Math.min(COLUMNS, pictures.size()), GAP));
        return results;
    }

    private void tell(Trial trial, TrialResult result) {
        List<String> scores = columns.stream()
                .map(column -> column.title() + " " + column.shown(result.score(column)))
                .toList();
        trial.notices(notice)
                .accept(String.format(Locale.ROOT, "%.0f s: %s", result.seconds(), String.join(", ", scores)));
    }
}
