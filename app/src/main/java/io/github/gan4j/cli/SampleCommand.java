package io.github.gan4j.cli;

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

    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            converter = Seeds.Converter.class,
            description = "Which samples, as in 7 or 1,5,9 or 0-79; 0-79 when not given.")
    private Optional<Seeds> seeds = Optional.empty();

    @Option(names = "--columns", paramLabel = "N", description = "Samples in a row; 10 when not given.")
    private int columns = 10;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture of all (.png); sample.png in the run folder when not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--each", paramLabel = "DIR", description = "Also one file for each seed, into this folder.")
    private Optional<Path> each = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (columns < 1) throw new IllegalArgumentException("--columns must be at least 1, found " + columns);
        List<Long> wanted =
                seeds.orElseGet(() -> new Seeds.Converter().convert("0-79")).values();
        try (TrainedGenerator generator =
                TrainedGenerator.open(path, new Notices(spec.commandLine().getErr()))) {
            float[] latents = generator.latents().of(wanted);
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

    private Path pictures(TrainedGenerator generator, float[] latents, List<Long> seeds) throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.png")), ".png");
        if ((long) seeds.size() * generator.shape().size() > MOST_NUMBERS)
            throw new IllegalArgumentException("--seeds must be at most "
                    + MOST_NUMBERS / generator.shape().size() + " for pictures of this size, found " + seeds.size());
        List<Picture> pictures = generator.pictures(latents);
        if (each.isPresent()) {
            Files.createDirectories(each.get());
            for (int i = 0; i < pictures.size(); i++)
                ImageFile.writePng(each.get().resolve("%06d.png".formatted(seeds.get(i))), pictures.get(i));
        }
        int across = Math.min(columns, pictures.size());
        ImageFile.writePng(Targets.withFolder(target), Picture.grid(Pictures.legible(pictures), across, 2));
        return target;
    }

    private Path table(TrainedGenerator generator, float[] latents, List<Long> seeds) throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("sample.csv")), ".csv");
        float[] values = generator.samples(latents);
        int dimensions = generator.shape().size();
        StringBuilder text = new StringBuilder("seed");
        for (int d = 0; d < dimensions; d++) text.append(",x").append(d + 1);
        for (int i = 0; i < seeds.size(); i++) {
            StringJoiner row = new StringJoiner(",", "\n", "");
            row.add(Long.toString(seeds.get(i)));
            for (int d = 0; d < dimensions; d++) row.add(Float.toString(values[i * dimensions + d]));
            text.append(row);
        }
        AtomicFile.writeString(Targets.withFolder(target), text.append('\n').toString());
        return target;
    }
}
