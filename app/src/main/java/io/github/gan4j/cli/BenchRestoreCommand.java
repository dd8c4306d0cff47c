package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Table;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.PublishedSet;
import io.github.gan4j.restore.RestorationBench;
import io.github.gan4j.settings.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "  gan4j bench restore runs/soft runs/sharp --data Set5 --json"
        })
final class BenchRestoreCommand implements Callable<Integer> {
    private static final int MOST_SIGMA = 1000;

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
            description = "Standard deviations of the noise, 1 to " + MOST_SIGMA + " (default: ${DEFAULT-VALUE}).")
    private List<Integer> noise = new ArrayList<>();

    @Option(
            names = "--cut",
            description = "Cut noisy shades off at black and white, as in an image file; most papers leave them open.")
    private boolean cut;

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Mixin
    private JsonOption json;

    @Mixin
    private Screen screen;

    /** @param at the deviation of the noise, or the factor */
    private record Task(Path folder, PublishedSet.Kind kind, int images, int at) {
        private boolean enlarges() {
            return kind == PublishedSet.Kind.ENLARGEMENT;
        }

        private String title() {
            return folder + " (" + images + (images == 1 ? " image), " : " images), ")
                    + (enlarges() ? "enlarged " + at + " times, luma" : "noise of " + at)
                    + (kind == PublishedSet.Kind.GREY_NOISE ? ", grey" : "");
        }
    }

    private record Row(String method, double psnr, Optional<Fidelity> measured) {}

    @Override
    public Integer call() throws IOException {
        noise.forEach(sigma -> Check.between("--noise", sigma, 1, MOST_SIGMA));
        boolean machine = json.on(screen);
        Map<Task, List<Row>> tasks = new LinkedHashMap<>();
        for (Path run : new LinkedHashSet<>(runs)) {
            try (TrainedRestorer restorer =
                    best ? TrainedRestorer.openBest(run) : TrainedRestorer.open(run, screen::notice)) {
                measure(run, new RestorationBench(restorer, cut, screen::notice), tasks);
            }
        }
        tasks.forEach((task, rows) -> screen.show(task.title() + "\n" + table(rows) + "\n"));
        if (machine)
            screen.json(Map.of(
                    "results",
                    tasks.entrySet().stream()
                            .flatMap(task -> task.getValue().stream().map(row -> object(task.getKey(), row)))
                            .toList()));
        return 0;
    }

    private void measure(Path run, RestorationBench bench, Map<Task, List<Row>> tasks) throws IOException {
        for (Path folder : new LinkedHashSet<>(data)) {
            RestorationBench.Results results = bench.of(folder, noise);
            results.means().forEach((at, means) -> tasks.computeIfAbsent(
                            new Task(folder, bench.kind(), results.images(), at),
                            task -> first(task, means.plain(), results.published()))
                    .add(row(run.toString(), means.restored())));
        }
    }

    private static List<Row> first(Task task, Fidelity plain, Optional<PublishedSet> published) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(task.enlarges() ? "bicubic, measured" : "as given", plain));
        published.ifPresent(set -> {
            int place = set.at().indexOf(task.at());
            if (place >= 0)
                set.rows()
                        .forEach(one -> rows.add(
                                new Row(one.method() + ", published", one.psnr().get(place), Optional.empty())));
        });
        return rows;
    }

    private static Row row(String method, Fidelity measured) {
        return new Row(method, measured.psnr(), Optional.of(measured));
    }

    private static String table(List<Row> rows) {
        Table table = new Table("psnr", "ssim", "sharpness", "method").right(0, 1, 2);
        best(rows)
                .forEach(row -> table.row(
                        String.format(Locale.ROOT, "%.2f", row.psnr()),
                        row.measured()
                                .map(one -> String.format(Locale.ROOT, "%.4f", one.ssim()))
                                .orElse(""),
                        row.measured()
                                .map(one -> String.format(Locale.ROOT, "%.3f", one.sharpness()))
                                .orElse(""),
                        row.method()));
        return table.text();
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
        row.measured().ifPresent(one -> object.put("ssim", one.ssim()).put("sharpness", one.sharpness()));
        return object.put("published", row.measured().isEmpty());
    }
}
