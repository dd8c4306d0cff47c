package io.github.gan4j.experiment;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scores of a benchmark beside the published ones. */
public final class BenchmarkReport {
    private final Benchmark benchmark;
    private final double budget;
    private final List<CandidateResults> results;
    private final CandidateResults reals;

    BenchmarkReport(Benchmark benchmark, double budget, List<CandidateResults> results, CandidateResults reals) {
        this.benchmark = benchmark;
        this.budget = budget;
        this.results = List.copyOf(results);
        this.reals = reals;
    }

    BenchmarkReport with(CandidateResults more) {
        return new BenchmarkReport(
                benchmark,
                budget,
                Stream.concat(results.stream(), Stream.of(more)).toList(),
                reals);
    }

    /** The table for people: published rows, rows of these trials with mean and Student's interval, real samples. */
    public String table() {
        List<ScoreColumn> columns = benchmark.judge().columns();
        Table table =
                new Table(named("", columns.stream().map(ScoreColumn::title).toList()));
        benchmark.published().forEach((name, cells) -> table.row(named(name, cells)));
        for (CandidateResults one : results) table.row(named(title(one), one.cells(columns)));
        table.row(named(reals.candidate().title(), reals.cells(columns)));
        StringBuilder text = new StringBuilder(benchmark.name() + ": " + benchmark.title() + "\n\n");
        text.append(table.text()).append('\n');
        text.append("± is half of Student's 95 % interval over the seeds");
        text.append(benchmark.published().isEmpty() ? ".\n" : "; published rows state standard errors.\n");
        benchmark.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static List<Object> named(String name, List<String> cells) {
        List<Object> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row;
    }

    private String title(CandidateResults one) {
        int count = one.results().size();
        return String.format(
                Locale.ROOT,
                "%s: %d seed%s of %.0f s%s",
                one.candidate().title(),
                count,
                count == 1 ? "" : "s",
                one.seconds(),
                budget == 1 ? "" : ", budget " + budget);
    }

    /** A line for every trial, and for every draw of real samples. */
    public String csv() {
        List<Object> header = new ArrayList<>(List.of("benchmark", "recipe", "budget", "seed", "images", "seconds"));
        benchmark.judge().columns().forEach(column -> header.add(column.name()));
        Table table = new Table(header);
        Stream.concat(results.stream(), Stream.of(reals))
                .forEach(one -> one.results().forEach(result -> {
                    List<Object> row = new ArrayList<>(List.of(
                            benchmark.name(),
                            one.candidate().name(),
                            budget,
                            result.seed(),
                            result.images(),
                            String.format(Locale.ROOT, "%.1f", result.seconds())));
                    row.addAll(result.scores().values());
                    table.row(row);
                }));
        return table.csv();
    }

    void write(Path folder) throws IOException {
        AtomicFile.writeString(folder.resolve(benchmark.name() + ".csv"), csv());
        AtomicFile.writeString(folder.resolve(benchmark.name() + ".txt"), table());
    }
}
