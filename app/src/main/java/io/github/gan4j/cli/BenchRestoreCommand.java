package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.files.Chart;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.Table;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.PublishedSet;
import io.github.gan4j.restore.RestorationBench;
import io.github.gan4j.settings.Check;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j bench restore}: runs that restore images on published test sets. */
@Command(
        name = "restore",
        description = "Measure runs that denoise or enlarge on folders of clean test images, beside published figures.",
        footer = {
            "",
            "A folder named Set12, BSD68, CBSD68, Set5, Set14 or B100 with as many images as the published set is compared with"
                    + " papers.",
            "",
            "Examples",
            "  gan4j bench restore runs/2026-11-21-0930-denoise --data Set12 --data BSD68",
            "  gan4j bench restore runs/soft runs/sharp --data Set5 --json",
            "  gan4j bench restore runs/soft --towards runs/sharp --data Set5"
        })
final class BenchRestoreCommand extends Verb {
    private static final List<Double> SHARES = List.of(0.25, 0.5, 0.75, 1.0);

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders of generators that restore.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A folder of clean images; may be repeated.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "SIGMA",
            defaultValue = "15,25,50",
            description = "Standard deviations of the noise, 1 to " + RestoreCommand.MOST_SIGMA
                    + " (default: ${DEFAULT-VALUE}).")
    private List<Integer> noise = new ArrayList<>();

    @Option(
            names = "--cut",
            description = "Cut noisy shades off at black and white, as in an image file; most papers leave them open.")
    private boolean cut;

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Option(
            names = "--towards",
            paramLabel = "RUN",
            description = "Also measure what lies between each run and this one, trained on from it: perception against"
                    + " distortion.")
    private Optional<Path> towards = Optional.empty();

    @Option(
            names = "--curve",
            paramLabel = "FILE.png",
            description = "With --towards: a chart of the distance of textures over the PSNR that it costs.")
    private Optional<Path> curve = Optional.empty();

    @Mixin
    private ResultFiles files = new ResultFiles();

    @Mixin
    private JsonOption json;

    private final Set<String> said = new HashSet<>();

    private Provenance measured;

    /** @param at the deviation of the noise, or the factor */
    private record Task(Path folder, PublishedSet.Kind kind, int images, int at) {
        private boolean enlarges() {
            return kind == PublishedSet.Kind.ENLARGEMENT;
        }

        private String title() {
            return folder + " (" + images + (images == 1 ? " image), " : " images), ") + damage()
                    + (kind == PublishedSet.Kind.GREY_NOISE ? ", grey" : "");
        }

        private String damage() {
            return enlarges() ? "enlarged " + at + " times, luma" : "noise of " + at;
        }
    }

    /** @param run that was measured, or from which it goes towards the other; empty for what no run made */
    private record Row(String method, double psnr, Optional<RestorationBench.Figures> measured, Optional<Path> run) {
        private double distance() {
            return measured.map(RestorationBench.Figures::distance)
                    .orElse(OptionalDouble.empty())
                    .orElse(Double.NaN);
        }
    }

    @Override
    public Integer call() throws IOException {
        noise.forEach(sigma -> Check.between("--noise", sigma, 1, RestoreCommand.MOST_SIGMA));
        curve.ifPresent(file -> files.asked(OutputFile.named("--curve", file, ".png")));
        if (curve.isPresent() && towards.isEmpty())
            throw new IllegalArgumentException("--curve has no effect without --towards RUN");
        boolean machine = json.on(screen);
        measured = Provenance.here().withLibtorch(Engine.version());
        Map<Task, List<Row>> tasks = new LinkedHashMap<>();
        for (Path run : new LinkedHashSet<>(runs)) {
            measure(run, tasks);
            if (towards.isPresent()) for (double share : SHARES) measure(run, towards.get(), share, tasks);
        }
        tasks.forEach((task, rows) -> screen.show(task.title() + "\n" + table(rows) + "\n"));
        if (curve.isPresent()) {
            chart(tasks).write(ResultFiles.withFolder(curve.get()));
            screen.say("curve: " + curve.get());
        }
        if (machine)
            screen.json(measured.onto(Map.of(
                    "results",
                    tasks.entrySet().stream()
                            .flatMap(task -> task.getValue().stream().map(row -> object(task.getKey(), row)))
                            .toList())));
        return 0;
    }

    /** How far textures are from those of the originals, over what is lost to the run that the way begins at. */
    private Chart chart(Map<Task, List<Row>> tasks) {
        List<Chart.Series> lines = new ArrayList<>();
        tasks.forEach((task, rows) -> runs.stream().distinct().forEach(run -> {
            List<Row> way = rows.stream()
                    .filter(row -> row.run().equals(Optional.of(run)))
                    .toList();
            String of = (data.size() > 1 ? task.folder().getFileName() + ", " : "")
                    + (runs.size() > 1 ? run.getFileName() + ", " : "");
            lines.add(new Chart.Series(
                    of + task.damage(),
                    way.stream()
                            .mapToDouble(row -> way.get(0).psnr() - row.psnr())
                            .toArray(),
                    way.stream().mapToDouble(Row::distance).toArray()));
        }));
        return Chart.of(
                "Perception against distortion",
                "PSNR lost (dB)",
                "distance of textures (fd)",
                lines.toArray(Chart.Series[]::new));
    }

    private void measure(Path run, Map<Task, List<Row>> tasks) throws IOException {
        try (TrainedRestorer restorer = TrainedRestorer.open(run, best, this::once)) {
            measured = measured.joined(restorer.provenance());
            measure(run.toString(), run, new RestorationBench(restorer, cut, this::once), tasks);
        }
    }

    private void measure(Path run, Path other, double share, Map<Task, List<Row>> tasks) throws IOException {
        try (TrainedRestorer restorer = TrainedRestorer.open(run, best, this::once)) {
            restorer.moveTowards(other, share, best, this::once);
            measured = measured.joined(restorer.provenance());
            String method = String.format(Locale.ROOT, "%s, %.2f towards %s", run, share, other);
            measure(method, run, new RestorationBench(restorer, cut, this::once), tasks);
        }
    }

    /** A run is opened, and images are read, once for each share of the way. */
    private void once(String line) {
        if (said.add(line)) screen.notice(line);
    }

    private void measure(String method, Path run, RestorationBench bench, Map<Task, List<Row>> tasks)
            throws IOException {
        for (Path folder : new LinkedHashSet<>(data)) {
            RestorationBench.Results results = bench.of(folder, noise);
            results.means().forEach((at, means) -> tasks.computeIfAbsent(
                            new Task(folder, bench.kind(), results.images(), at),
                            task -> first(task, means.plain(), results.published()))
                    .add(row(method, means.restored(), Optional.of(run))));
        }
    }

    private static List<Row> first(Task task, RestorationBench.Figures plain, Optional<PublishedSet> published) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(task.enlarges() ? "bicubic, measured" : "as given", plain, Optional.empty()));
        published.ifPresent(set -> {
            int place = set.at().indexOf(task.at());
            if (place >= 0)
                set.rows()
                        .forEach(one -> rows.add(new Row(
                                one.method() + ", published",
                                one.psnr().get(place),
                                Optional.empty(),
                                Optional.empty())));
        });
        return rows;
    }

    private static Row row(String method, RestorationBench.Figures measured, Optional<Path> run) {
        return new Row(method, measured.fidelity().psnr(), Optional.of(measured), run);
    }

    private static String table(List<Row> rows) {
        Table table = new Table("psnr", "ssim", "sharpness", "fd", "method").right(0, 1, 2, 3);
        best(rows).forEach(row -> {
            Optional<Fidelity> fidelity = row.measured().map(RestorationBench.Figures::fidelity);
            table.row(
                    number("%.2f", row.psnr()),
                    fidelity.map(one -> number("%.4f", one.ssim())).orElse(""),
                    fidelity.map(one -> number("%.3f", one.sharpness())).orElse(""),
                    Double.isNaN(row.distance()) ? "" : number("%.4f", row.distance()),
                    row.method());
        });
        return table.text();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static Stream<Row> best(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingDouble(Row::psnr).reversed());
    }

    private ObjectNode object(Task task, Row row) {
        ObjectNode object = Json.object()
                .put("data", task.folder().toString())
                .put("images", task.images())
                .put(task.enlarges() ? "factor" : "noise", task.at())
                .put("method", row.method())
                .put("psnr", row.psnr());
        if (!task.enlarges()) object.put("cut", cut);
        row.measured().ifPresent(one -> {
            object.put("ssim", one.fidelity().ssim())
                    .put("sharpness", one.fidelity().sharpness());
            one.distance().ifPresent(distance -> object.put("frechetDistance", distance));
        });
        return object.put("published", row.measured().isEmpty());
    }
}
