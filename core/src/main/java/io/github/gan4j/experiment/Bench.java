package io.github.gan4j.experiment;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final Trainer trainer;
    private final Consumer<String> notice;

    /**
     * @param listener of every training
     * @param notice hears one line about every trial, and about everything odd
     */
    public Bench(Benchmark benchmark, BenchOptions options, Listener listener, Consumer<String> notice) {
        this.benchmark = benchmark;
        this.options = options;
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
        for (Candidate one : candidates) Trial.requireSame(folder(one.name()), one.plan(), List.of());
        try (BenchmarkJudge judge = benchmark.open(options.data(), notice)) {
            BenchmarkReport report = new BenchmarkReport(benchmark, options.budget(), List.of(), reals(judge));
            for (Candidate one : candidates) {
                Optional<CandidateResults> results = results(one, judge);
                if (results.isEmpty()) return Optional.empty();
                report = report.with(results.get());
                report.write(options.out());
            }
            return Optional.of(report);
        }
    }

    private Path folder(String candidate) {
        return options.out().resolve(benchmark.name() + "-" + candidate);
    }

    /** Kept as well: a classifier takes its time over three times 26 000 stacks. */
    private CandidateResults reals(BenchmarkJudge judge) throws IOException {
        Candidate reals = new Candidate("real", "real samples", benchmark.plan("published"));
        CandidateResults results = new CandidateResults(reals, List.of());
        for (int seed = 1; seed <= REAL_DRAWS; seed++) {
            Trial draw = new Trial(folder(reals.name()), reals.title(), reals.plan().withSeed(seed));
            Optional<TrialResult> kept = draw.kept(judge);
            results = results.with(
                    kept.isPresent()
                            ? kept.get()
                            : draw.keep(TrialResult.of(
                                    seed,
                                    0,
                                    0,
                                    judge.columns(),
                                    judge.assessReals(seed).scores())));
        }
        return results;
    }

    private Optional<CandidateResults> results(Candidate one, BenchmarkJudge judge) throws IOException {
        CandidateResults results = new CandidateResults(one, List.of());
        List<Picture> pictures = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            Trial trial = new Trial(folder(one.name()), one.title(), one.plan().withSeed(seed));
            Optional<TrialResult> result = trial.kept(judge);
            if (result.isEmpty()) {
                result = trainer.play(trial, judge);
                if (result.isEmpty()) return Optional.empty();
                tell(trial, result.get(), judge.columns());
            }
            results = results.with(result.get());
            pictures.add(ImageFile.read(trial.picture()));
        }
        ImageFile.writePng(
                options.out().resolve(benchmark.name() + "-" + one.name() + ".png"),
                Picture.grid(pictures, Math.min(COLUMNS, pictures.size()), GAP));
        return Optional.of(results);
    }

    private void tell(Trial trial, TrialResult result, List<ScoreColumn> columns) {
        List<String> scores = columns.stream()
                .map(column ->
                        column.title() + " " + column.shown(result.scores().get(column.name())))
                .toList();
        trial.notices(notice)
                .accept(String.format(
                        Locale.ROOT,
                        "%s in %.0f s: %s",
                        benchmark.name(),
                        result.seconds(),
                        String.join(", ", scores)));
    }
}
