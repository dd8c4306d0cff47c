package io.github.gan4j.cli;

import io.github.gan4j.explore.Truncation;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.run.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
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
    private static final int MOST_SEEDS = 100_000;

    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Mixin
    private LatentOptions which = new LatentOptions();

    @Option(names = "--count", paramLabel = "N", description = "Seeds 0 to N-1; 80 when nothing else is said.")
    private Optional<Integer> count = Optional.empty();

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
        try (TrainedGenerator generator =
                TrainedGenerator.open(path, new Notices(spec.commandLine().getErr()))) {
            List<LatentOptions.Named> wanted = which.chosen(generator.latents(), "0-" + (usualCount() - 1));
            if (grid.isPresent() && wanted.size() > grid.get().tiles())
                throw new IllegalArgumentException("--grid " + grid.get() + " has room for "
                        + grid.get().tiles() + " samples, found " + wanted.size());
            float[] latents = new Truncation(truncation, generator.plan().latent()).of(LatentOptions.joined(wanted));
            Path written = generator.shape().isImage()
                    ? pictures(generator, latents, wanted)
                    : table(generator, latents, wanted);
            spec.commandLine()
                    .getOut()
                    .println("%d sample%s of the generator after %,d images: %s"
                            .formatted(wanted.size(), wanted.size() == 1 ? "" : "s", generator.imagesSeen(), written));
        }
        return 0;
    }

    private void check() {
        if (columns < 1) throw new IllegalArgumentException("--columns must be at least 1, found " + columns);
        if (count.isPresent() && which.given())
            throw new IllegalArgumentException("--count goes without --seeds and --latents; give one of them");
        if (count.isPresent() && (count.get() < 1 || count.get() > MOST_SEEDS))
            throw new IllegalArgumentException("--count must be within 1 and " + MOST_SEEDS + ", found " + count.get());
        if (!(truncation >= 0 && truncation <= 2))
            throw new IllegalArgumentException("--truncation must be within 0 and 2, found " + truncation);
    }

    private int usualCount() {
        return count.orElseGet(() -> grid.map(Grid::tiles).orElse(USUAL_COUNT));
    }

    private Path pictures(TrainedGenerator generator, float[] latents, List<LatentOptions.Named> wanted)
            throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.png")), ".png");
        if ((long) wanted.size() * generator.shape().size() > MOST_NUMBERS)
            throw new IllegalArgumentException("--seeds must be at most "
                    + MOST_NUMBERS / generator.shape().size() + " for pictures of this size, found " + wanted.size());
        List<Picture> pictures = generator.pictures(latents);
        if (each.isPresent()) {
            Files.createDirectories(each.get());
            for (int i = 0; i < pictures.size(); i++)
                ImageFile.writePng(each.get().resolve(wanted.get(i).name() + ".png"), pictures.get(i));
        }
        int across = grid.map(Grid::columns).orElse(Math.min(columns, pictures.size()));
        ImageFile.writePng(Targets.withFolder(target), Picture.grid(Pictures.legible(pictures), across, 2));
        return target;
    }

    private Path table(TrainedGenerator generator, float[] latents, List<LatentOptions.Named> wanted)
            throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.csv")), ".csv");
        float[] values = generator.samples(latents);
        int dimensions = generator.shape().size();
        StringBuilder text = new StringBuilder("seed");
        for (int d = 0; d < dimensions; d++) text.append(",x").append(d + 1);
        for (int i = 0; i < wanted.size(); i++) {
            StringJoiner row = new StringJoiner(",", "\n", "");
            row.add(wanted.get(i).name().replaceFirst("^0+(?=\\d)", ""));
            for (int d = 0; d < dimensions; d++) row.add(Float.toString(values[i * dimensions + d]));
            text.append(row);
        }
        AtomicFile.writeString(Targets.withFolder(target), text.append('\n').toString());
        return target;
    }
}
