package io.github.gan4j.cli;

import io.github.gan4j.explore.Truncation;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j sample}: makes samples with the generator of a run. */
@Command(
        name = "sample",
        description = "Make samples with the generator of a run.",
        footer = {
            "",
            "A seed always gives the same sample. The pictures taken during training show seeds 0, 1, 2 and so on.",
            "Generators of numbers write a table (CSV) instead of a picture."
        })
final class SampleCommand implements Callable<Integer> {
    private static final int MOST_NUMBERS = 100_000_000;
    private static final int USUAL_COUNT = 80;
    private static final int USUAL_COLUMNS = 10;
    private static final int MOST_SEEDS = 100_000;

    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Mixin
    private LatentOptions which = new LatentOptions();

    @Option(names = "--count", paramLabel = "N", description = "Seeds 0 to N-1; 80 when nothing else is said.")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "LIST",
            description = "Every sample of each of these classes, one class a row: names or numbers, as in 3 or 0-9,"
                    + " or all. Without it classes are taken in turn.")
    private Optional<String> labels = Optional.empty();

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description = "How far latents are from their mean: below 1 samples are more usual and less varied,"
                    + " at 0 all the same; at most 2.")
    private double truncation = 1;

    @Option(
            names = "--grid",
            paramLabel = "RxC",
            converter = Grid.Converter.class,
            description = "Rows and columns of the picture, as in 8x10.")
    private Optional<Grid> grid = Optional.empty();

    @Option(names = "--columns", paramLabel = "N", description = "Samples in a row; 10 when not given.")
    private int columns = 10;

    @Option(names = "--best", description = "The generator as it was best by the run's metric, not as it is now.")
    private boolean best;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture of all (.png); sample.png in the run folder when not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--each", paramLabel = "DIR", description = "Also one file for each sample, into this folder.")
    private Optional<Path> each = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        Notices notices = new Notices(spec.commandLine().getErr());
        try (TrainedGenerator generator =
                best ? TrainedGenerator.openBest(path) : TrainedGenerator.open(path, notices)) {
            Wanted wanted = wanted(generator);
            Path written = generator.shape().isImage() ? pictures(generator, wanted) : table(generator, wanted);
            spec.commandLine()
                    .getOut()
                    .println("%d sample%s of the generator after %,d images: %s"
                            .formatted(wanted.size(), wanted.size() == 1 ? "" : "s", generator.imagesSeen(), written));
        }
        return 0;
    }

    private void check() {
        if (columns < 1) throw new IllegalArgumentException("--columns must be at least 1, got " + columns);
        if (count.isPresent() && which.given())
            throw new IllegalArgumentException("--count goes without --seeds and --latents; give one of them");
        if (count.isPresent() && (count.get() < 1 || count.get() > MOST_SEEDS))
            throw new IllegalArgumentException("--count must be within 1 and " + MOST_SEEDS + ", got " + count.get());
        if (!(truncation >= 0 && truncation <= 2))
            throw new IllegalArgumentException("--truncation must be within 0 and 2, got " + truncation);
    }

    private Wanted wanted(TrainedGenerator generator) throws IOException {
        List<Integer> classes = labels.map(text -> ClassNumbers.of("--labels", text, generator.labelNames()))
                .orElse(List.of());
        if (!classes.isEmpty() && grid.isPresent() && grid.get().rows() != classes.size())
            throw new IllegalArgumentException(
                    "--grid has a row for each of the " + classes.size() + " classes, got " + grid.get());
        int usual = classes.isEmpty()
                ? grid.map(Grid::tiles).orElse(USUAL_COUNT)
                : grid.map(Grid::columns).orElse(USUAL_COLUMNS);
        List<LatentOptions.Named> chosen = which.chosen(generator.latents(), "0-" + (count.orElse(usual) - 1));
        Wanted wanted = Wanted.of(
                chosen,
                classes,
                new Truncation(truncation, generator.plan().latents().orElseThrow()));
        if (grid.isPresent() && wanted.size() > grid.get().tiles())
            throw new IllegalArgumentException(
                    "--grid " + grid.get() + " has room for " + grid.get().tiles() + " samples, got " + wanted.size());
        return wanted;
    }

    private Path pictures(TrainedGenerator generator, Wanted wanted) throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.png")), ".png");
        if ((long) wanted.size() * generator.shape().size() > MOST_NUMBERS)
            throw new IllegalArgumentException("--seeds must be at most "
                    + MOST_NUMBERS / generator.shape().size() + " for pictures of this size, got " + wanted.size());
        List<Picture> pictures = wanted.pictures(generator);
        if (each.isPresent()) {
            Files.createDirectories(each.get());
            for (int i = 0; i < pictures.size(); i++)
                ImageFile.writePng(each.get().resolve(wanted.names().get(i) + ".png"), pictures.get(i));
        }
        int across = wanted.columns() > 0
                ? wanted.columns()
                : grid.map(Grid::columns).orElse(Math.min(columns, pictures.size()));
        ImageFile.writePng(Targets.withFolder(target), Picture.grid(Pictures.legible(pictures), across, 2));
        return target;
    }

    private Path table(TrainedGenerator generator, Wanted wanted) throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.csv")), ".csv");
        String text = SampleTable.of(
                wanted, wanted.samples(generator), generator.shape().size());
        AtomicFile.writeString(Targets.withFolder(target), text);
        return target;
    }
}
