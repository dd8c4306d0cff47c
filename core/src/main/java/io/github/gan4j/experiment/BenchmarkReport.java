package io.github.gan4j.experiment;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scores of a benchmark beside the published ones. */
public final class BenchmarkReport {
    private final Benchmark benchmark;
    private final double budget;
    private final List<CandidateResults> results;
    private final CandidateResults reals;
    private final List<ScoreColumn> columns;

    BenchmarkReport(Benchmark benchmark, double budget, List<CandidateResults> results, CandidateResults reals) {
        this.benchmark = benchmark;
        this.budget = budget;
        this.results = List.copyOf(results);
        this.reals = reals;
        this.columns = benchmark.judge().columns();
    }

    BenchmarkReport with(CandidateResults more) {
        List<CandidateResults> all =
                Stream.concat(results.stream(), Stream.of(more)).toList();
        return new BenchmarkReport(benchmark, budget, all, reals);
    }

    /** Published rows, rows of these trials with mean and Student's interval, real samples, and notes. */
    public String table() {
        Table table = new Table("", columns.stream().map(ScoreColumn::title).toList());
        benchmark.published().forEach((name, cells) -> table.row(name, cells));
        results.forEach(one -> table.row(title(one), one.cells(columns)));
        table.row(reals.candidate().title(), reals.cells(columns));
        return benchmark.name() + ": " + benchmark.title() + "\n\n" + table.text()
                + "\n± is half of Student's 95 % interval over the seeds"
                + (benchmark.published().isEmpty() ? ".\n" : "; published rows state standard errors.\n")
                + apart()
                + String.join("\n", benchmark.notes()) + "\n";
    }

    /** By which scores two recipes differ no more than by chance. */
    private String apart() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < results.size(); i++)
            for (int j = i + 1; j < results.size(); j++) {
                CandidateResults one = results.get(i), other = results.get(j);
                List<String> tied = columns.stream()
                        .filter(column -> !SeedComparison.of(one, other, column).apart())
                        .map(ScoreColumn::title)
                        .toList();
                if (!tied.isEmpty())
                    lines.append("%s and %s cannot be distinguished by %s.\n"
                            .formatted(
                                    one.candidate().title(), other.candidate().title(), String.join(", ", tied)));
            }
        return lines.toString();
    }

    private String title(CandidateResults one) {
        int count = one.results().size();
        String seeds = String.format(Locale.ROOT, "%d seed%s of %.0f s", count, count == 1 ? "" : "s", one.seconds());
        return one.candidate().title() + ": " + seeds + (budget == 1 ? "" : ", budget " + budget);
    }

    /** A line for every trial, and for every draw of real samples. */
    public Table figures() {
        Table table = new Table(
                "benchmark",
                List.of("recipe", "budget", "seed", "images", "seconds"),
                columns.stream().map(ScoreColumn::name).toList());
        Stream.concat(results.stream(), Stream.of(reals)).forEach(one -> one.results()
                .forEach(result -> table.row(
                        benchmark.name(),
                        one.candidate().name(),
                        budget,
                        result.seed(),
                        result.images(),
                        result.seconds(),
                        result.scores().values())));
        return table;
    }

    /** What the results come from: libtorch and data. */
    public Provenance provenance() {
        return CandidateResults.provenance(results);
    }

    void write(Path folder) throws IOException {
        AtomicFile.writeString(
                folder.resolve(benchmark.name() + ".csv"), figures().csv());
        AtomicFile.writeString(folder.resolve(benchmark.name() + ".txt"), table());
    }
}
