package io.github.gan4j.cli;

import io.github.gan4j.cli.options.GridSize;
import io.github.gan4j.cli.options.LatentOptions;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j sample}: samples of a run's generator. */
@Command(
        name = "sample",
        description = "Generate samples with the generator of a run or an exported file.",
        footer = {
            "",
            "A seed always gives the same sample. The sample pictures of a training use seeds 0, 1, 2, ...",
            "Generators of points write a table (CSV) instead of a picture."
        })
final class SampleCommand extends Verb {
    private static final int MOST_NUMBERS = 100_000_000;
    private static final int USUAL_COUNT = 80;
    private static final int USUAL_COLUMNS = 10;

    @Mixin
    private RunChoice run;

    @Mixin
    private LatentOptions which = new LatentOptions();

    @Within(least = 1, most = 100_000)
    @Option(names = "--count", paramLabel = "N", description = "Use seeds 0 to N-1 (default: " + USUAL_COUNT + ").")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "LIST",
            description = "Generate every sample for each of these classes, one class per row: names or numbers, as in"
                    + " 3 or 0-9, or all (default: classes take turns by seed).")
    private Optional<String> labels = Optional.empty();

    @Within(least = 0, most = 2)
    @Option(
            names = "--truncation",
            paramLabel = "T",
            description = "Truncation: scales latents towards their mean, 0 to 2; below 1 samples are more typical"
                    + " and less varied (default: ${DEFAULT-VALUE}).")
    private double truncation = 1;

    @Option(names = "--grid", paramLabel = "RxC", description = "Rows and columns of the picture, as in 8x10.")
    private Optional<GridSize> grid = Optional.empty();

    @Within(least = 1)
    @Option(names = "--columns", paramLabel = "N", description = "Samples per row (default: ${DEFAULT-VALUE}).")
    private int columns = USUAL_COLUMNS;

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Mixin
    private OutputFile out = new OutputFile();

    @Option(names = "--each", paramLabel = "DIR", description = "Also write each sample as a file in this folder.")
    private Optional<Path> each = Optional.empty();

    @Override
    public Integer call() throws IOException {
        each.ifPresent(folder -> OutputFile.folder("--each", folder));
        if (count.isPresent() && which.given())
            throw new IllegalArgumentException("--count excludes --seeds and --latents; give one of them");
        try (Synthesizer generator =
                best ? Synthesizer.openBest(run.path()) : Synthesizer.open(run.path(), screen::notice)) {
            RequestedSamples samples = requested(generator);
            List<String> unseen = samples.classes(generator).stream()
                    .filter(generator.classesWithoutImages()::contains)
                    .toList();
            if (!unseen.isEmpty())
                screen.notice(
                        "training had no images of class " + String.join(", ", unseen) + "; its samples mean nothing");
            if (!generator.shape().isImage()) requireNoPictures();
            Path written = generator.shape().isImage() ? pictures(generator, samples) : table(generator, samples);
            String made = Numbers.of(samples.size(), "sample") + " of the generator";
            if (generator.trainedImages().isPresent())
                made += " after "
                        + Numbers.of(
                                generator.trainedImages().getAsLong(),
                                generator.shape().noun());
            screen.say("%s: %s", made, written);
        }
        return 0;
    }

    private void requireNoPictures() {
        if (each.isPresent() || grid.isPresent() || columns != USUAL_COLUMNS)
            throw new IllegalArgumentException(
                    "--each, --grid and --columns are for images; this generator makes points, written as a table");
    }

    private RequestedSamples requested(Synthesizer generator) throws IOException {
        List<Integer> classes = labels.map(text -> ClassList.of("--labels", text, generator.labelNames()))
                .orElse(List.of());
        if (!classes.isEmpty() && grid.isPresent() && grid.get().rows() != classes.size())
            throw new IllegalArgumentException(
                    "--grid must have a row for each of the " + classes.size() + " classes, got " + grid.get());
        int usual = classes.isEmpty()
                ? grid.map(GridSize::tiles).orElse(USUAL_COUNT)
                : grid.map(GridSize::columns).orElse(USUAL_COLUMNS);
        RequestedSamples samples = RequestedSamples.of(
                which.chosen(generator.latents(), "0-" + (count.orElse(usual) - 1)),
                classes,
                new Truncation(truncation, generator.latents()));
        if (grid.isPresent() && samples.size() > grid.get().tiles())
            throw new IllegalArgumentException(
                    "--grid " + grid.get() + " has room for " + grid.get().tiles() + " samples, got " + samples.size());
        return samples;
    }

    private Path pictures(Synthesizer generator, RequestedSamples samples) throws IOException {
        Path target = out.in(run, ".png");
        int numbers = generator.shape().size();
        if ((long) samples.size() * numbers > MOST_NUMBERS)
            throw new IllegalArgumentException("--seeds must be at most " + MOST_NUMBERS / numbers
                    + " for pictures of this size, got " + samples.size());
        List<Path> files = each.isEmpty()
                ? List.of()
                : IntStream.range(0, samples.size())
                        .mapToObj(i -> each.get().resolve(samples.fileName(i, generator) + ".png"))
                        .toList();
        Set<Path> different = new HashSet<>();
        for (Path file : files)
            if (!different.add(file))
                throw new IllegalArgumentException(
                        "--each names files after seeds and classes, and two would be " + file);
        out.results().asked(files);
        List<Picture> pictures = samples.pictures(generator);
        for (int i = 0; i < files.size(); i++)
            ImageFile.writePng(ResultFiles.withFolder(files.get(i)), pictures.get(i));
        int across = samples.columns() > 0
                ? samples.columns()
                : grid.map(GridSize::columns).orElse(Math.min(columns, pictures.size()));
        ImageFile.writePng(ResultFiles.withFolder(target), Picture.grid(Pictures.legible(pictures), across, 2));
        return target;
    }

    private Path table(Synthesizer generator, RequestedSamples samples) throws IOException {
        Path target = out.in(run, ".csv");
        AtomicFile.writeString(ResultFiles.withFolder(target), samples.csv(generator));
        return target;
    }
}
