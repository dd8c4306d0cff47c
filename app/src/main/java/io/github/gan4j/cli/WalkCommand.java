package io.github.gan4j.cli;

import io.github.gan4j.explore.FrameSpacing;
import io.github.gan4j.explore.Interpolation;
import io.github.gan4j.explore.Smoothness;
import io.github.gan4j.explore.Walk;
import io.github.gan4j.files.AnimatedGif;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final int MILLIS = 80;

    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Mixin
    private LatentOptions stops = new LatentOptions();

    @Option(names = "--frames", paramLabel = "N", description = "Pictures in all; 60 when not given.")
    private int frames = 60;

    @Option(
            names = "--way",
            paramLabel = "NAME",
            description = "spherical (when not given and latents are normal) or linear (when they are uniform).")
    private Optional<String> way = Optional.empty();

    @Option(
            names = "--pace",
            paramLabel = "NAME",
            description = "even (when not given): every step changes the picture about as much;"
                    + " steady: equal steps through the latents.")
    private String pace = "even";

    @Mixin
    private LabelOption label = new LabelOption();

    @Option(names = "--open", description = "End at the last sample instead of coming back to the first.")
    private boolean open;

    @Option(names = "--strip", paramLabel = "N", description = "Pictures in the strip; 10 when not given.")
    private int strip = 10;

    @Option(
            names = "--out",
            paramLabel = "FILE.gif",
            description = "The animation; walk.gif in the run folder when not given. A strip (.png) lies beside it.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        Path target = Targets.named(out.orElse(path.resolve("walk.gif")), ".gif");
        try (TrainedGenerator generator =
                TrainedGenerator.open(path, new Notices(spec.commandLine().getErr()))) {
            if (!generator.shape().isImage())
                throw new IllegalArgumentException(
                        path + ": its generator makes numbers, not images to walk through; gan4j sample writes them");
            Synthesizer first = generator.first(label.among(generator.labelNames()));
            Walk walk = walk(generator);
            double[] shares = pace(first).shares(walk, frames);
            List<Picture> pictures = Pictures.legible(first.pictures(walk.at(shares)));
            if (open) AnimatedGif.write(Targets.withFolder(target), pictures, MILLIS, false);
            else AnimatedGif.writeLoop(Targets.withFolder(target), pictures, MILLIS);
            Path beside = Targets.beside(target, ".png");
            List<Picture> still = strip(pictures);
            ImageFile.writePng(beside, Picture.grid(still, still.size(), 2));
            tell(walk, Smoothness.of(walk, shares, first::samples), target, beside);
        }
        return 0;
    }

    private void check() {
        if (frames < 2 || frames > 2000)
            throw new IllegalArgumentException("--frames must be within 2 and 2000, got " + frames);
        if (strip < 2 || strip > 100)
            throw new IllegalArgumentException("--strip must be within 2 and 100, got " + strip);
        if (!pace.equals("even") && !pace.equals("steady"))
            throw new IllegalArgumentException("--pace must be even or steady, got '" + pace + "'");
        way.filter(name -> !name.equals("spherical") && !name.equals("linear")).ifPresent(name -> {
            throw new IllegalArgumentException("--way must be spherical or linear, got '" + name + "'");
        });
    }

    private Walk walk(TrainedGenerator generator) throws IOException {
        List<LatentOptions.Named> chosen = stops.chosen(generator.latents(), "0-4");
        if (chosen.size() < 2)
            throw new IllegalArgumentException("--seeds must name 2 samples or more, got " + chosen.size());
        if (frames < chosen.size())
            throw new IllegalArgumentException("--frames must be at least as many as the " + chosen.size()
                    + " samples to walk through, got " + frames);
        Latents latents = generator.plan().latents().orElseThrow();
        Interpolation between =
                way.map(name -> Interpolation.named(name, latents)).orElseGet(() -> Interpolation.suiting(latents));
        return new Walk(chosen.stream().map(LatentOptions.Named::latent).toList(), !open, between);
    }

    private FrameSpacing pace(Synthesizer first) {
        return pace.equals("even") ? FrameSpacing.even(first::samples) : FrameSpacing.steady();
    }

    private void tell(Walk walk, Smoothness smoothness, Path target, Path beside) {
        spec.commandLine()
                .getOut()
                .println("%d frames through %d samples: %s and %s"
                        .formatted(frames, walk.stops().size(), target, beside));
        spec.commandLine()
                .getOut()
                .println(
                        "from frame to frame pixels change by %.4f of black to white (median); the largest step is %.2f times that"
                                .formatted(smoothness.median(), smoothness.ratio()));
    }

    private List<Picture> strip(List<Picture> pictures) {
        List<Picture> still = new ArrayList<>();
        int count = Math.min(strip, pictures.size());
        for (int i = 0; i < count; i++) still.add(pictures.get(i * (pictures.size() - 1) / Math.max(1, count - 1)));
        return still;
    }
}
