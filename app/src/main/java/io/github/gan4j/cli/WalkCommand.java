package io.github.gan4j.cli;

import io.github.gan4j.explore.Interpolation;
import io.github.gan4j.explore.Walk;
import io.github.gan4j.files.AnimatedGif;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.run.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j walk}: an animation from sample to sample. */
@Command(
        name = "walk",
        description = "Walk through the latents of a generator: an animation and a strip.",
        footer = {
            "",
            "It goes smoothly from one sample to the next, through what the generator makes of the latents between."
        })
final class WalkCommand implements Callable<Integer> {
    private static final int STRIP = 10;

    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            converter = Seeds.Converter.class,
            description = "The samples to walk through, in order; 0-4 when not given.")
    private Optional<Seeds> seeds = Optional.empty();

    @Option(names = "--frames", paramLabel = "N", description = "Pictures in all; 60 when not given.")
    private int frames = 60;

    @Option(names = "--way", paramLabel = "NAME", description = "spherical (when not given) or linear.")
    private String way = "spherical";

    @Option(names = "--open", description = "End at the last sample instead of coming back to the first.")
    private boolean open;

    @Option(
            names = "--out",
            paramLabel = "FILE.gif",
            description = "The animation; walk.gif in the run folder when not given. A strip (.png) lies beside it.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (frames < 2 || frames > 2000)
            throw new IllegalArgumentException("--frames must be within 2 and 2000, found " + frames);
        List<Long> stops =
                seeds.orElseGet(() -> new Seeds.Converter().convert("0-4")).values();
        if (stops.size() < 2)
            throw new IllegalArgumentException("--seeds must name 2 samples or more, found " + stops.size());
        if (frames < stops.size())
            throw new IllegalArgumentException("--frames must be at least as many as the " + stops.size()
                    + " samples to walk through, found " + frames);
        Interpolation interpolation = interpolation();
        Path target = Targets.named(out.orElse(path.resolve("walk.gif")), ".gif");
        try (TrainedGenerator generator =
                TrainedGenerator.open(path, new Notices(spec.commandLine().getErr()))) {
            if (!generator.shape().isImage())
                throw new IllegalArgumentException(
                        path + ": its generator makes numbers, not images to walk through; gan4j sample writes them");
            Walk walk = new Walk(stops.stream().map(generator.latents()::of).toList(), !open, interpolation);
            List<Picture> pictures = Pictures.legible(generator.pictures(walk.latents(frames)));
            AnimatedGif.write(Targets.withFolder(target), pictures, 80, !open);
            Path strip = beside(target);
            ImageFile.writePng(strip, Picture.grid(strip(pictures), STRIP, 2));
            spec.commandLine()
                    .getOut()
                    .println("%d frames through %d samples: %s and %s".formatted(frames, stops.size(), target, strip));
        }
        return 0;
    }

    private Interpolation interpolation() {
        try {
            return Interpolation.named(way);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--way must be spherical or linear, found '" + way + "'", wrong);
        }
    }

    private static List<Picture> strip(List<Picture> frames) {
        List<Picture> strip = new ArrayList<>();
        int count = Math.min(STRIP, frames.size());
        for (int i = 0; i < count; i++) strip.add(frames.get(i * (frames.size() - 1) / Math.max(1, count - 1)));
        return strip;
    }

    private static Path beside(Path gif) {
        String name = gif.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return gif.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".png");
    }
}
