package io.github.gan4j.experiment;

import io.github.gan4j.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a benchmark came to, beside what others got. */
public final class Outcome {
    private final Benchmark benchmark;
    private final double budget;
    private final List<Series> series;
    private final Series reals;

    Outcome(Benchmark benchmark, double budget, List<Series> series, Series reals) {
        this.benchmark = benchmark;
        this.budget = budget;
        this.series = series.stream().filter(one -> !one.results().isEmpty()).toList();
        this.reals = reals;
    }

    /** The table for people: published rows, rows of these trials with mean and standard error, real samples. */
    public String table() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("", benchmark.measures().stream().map(Measure::title).toList()));
        rows.addAll(benchmark.published());
        for (Series one : series) rows.add(row(one));
        rows.add(new Row("real samples", reals.cells(benchmark.measures())));
        StringBuilder text = new StringBuilder(benchmark.name() + ": " + benchmark.title() + "\n\n");
        for (Row row : rows) text.append(line(row, rows)).append('\n');
        text.append('\n');
        benchmark.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private Row row(Series one) {
        int count = one.results().size();
        String name = String.format(
                Locale.ROOT,
                "%s: %d seed%s of %.0f s%s",
                one.title(),
                count,
                count == 1 ? "" : "s",
                one.meanSeconds(),
                budget == 1 ? "" : ", budget " + budget);
        return new Row(name, one.cells(benchmark.measures()));
    }

    private String line(Row row, List<Row> rows) {
        int first = rows.stream().mapToInt(r -> r.name().length()).max().orElseThrow();
        StringBuilder line = new StringBuilder(pad(row.name(), first));
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(r -> r.cells().get(column).length())
                    .max()
                    .orElseThrow();
            line.append("  ").append(pad(row.cells().get(i), width));
        }
        return line.toString().stripTrailing();
    }

    private static String pad(String text, int width) {
        return text + String.join("", Collections.nCopies(Math.max(0, width - text.length()), " "));
    }

    /** A line for every trial, and for every draw of real samples. */
    String csv() {
        StringBuilder text = new StringBuilder("benchmark,recipe,budget,seed,images,seconds,");
        text.append(benchmark.measures().stream().map(Measure::name).collect(Collectors.joining(",")))
                .append('\n');
        List<Series> all = new ArrayList<>(series);
        all.add(reals);
        for (Series one : all)
            for (Result result : one.results())
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%d,%d,%.1f,%s%n",
                        benchmark.name(),
                        one.word(),
                        budget,
                        result.seed(),
                        result.images(),
                        result.seconds(),
                        result.scores().stream().map(String::valueOf).collect(Collectors.joining(","))));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    void write(Path folder) throws IOException {
        AtomicFile.writeString(folder.resolve(benchmark.name() + ".csv"), csv());
        AtomicFile.writeString(folder.resolve(benchmark.name() + ".txt"), table());
    }
}
