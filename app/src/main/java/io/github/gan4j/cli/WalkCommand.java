package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LabelOption;
import io.github.gan4j.cli.options.LatentOptions;
import io.github.gan4j.cli.options.LatentOptions.NamedLatent;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
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
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j walk}: an animation from sample to sample. */
@Command(
        name = "walk",
        description = "Interpolate between samples of a run or an exported file: an animation and a strip of pictures.",
        footer = {
            "",
            "Writes an animation (.gif) that morphs each sample into the next, and a strip of its frames (.png)."
        })
final class WalkCommand extends Verb {
    private static final int MILLIS = 80;

    private enum Way {
        SPHERICAL,
        LINEAR
    }

    private enum Pacing {
        EVEN,
        STEADY;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    @Mixin
    private RunChoice run;

    @Mixin
    private LatentOptions stops = new LatentOptions();

    @Within(least = 2, most = 2000)
    @Option(names = "--frames", paramLabel = "N", description = "Frames of the animation (default: ${DEFAULT-VALUE}).")
    private int frames = 60;

    @Option(
            names = "--way",
            paramLabel = "NAME",
            description = "Interpolation: spherical (default for normal latents) or linear (default for uniform ones).")
    private Optional<Way> way = Optional.empty();

    @Option(
            names = "--pace",
            paramLabel = "NAME",
            description =
                    "Step size: even (each frame changes the picture about equally) or steady (equal steps in latent space)"
                            + " (default: ${DEFAULT-VALUE}).")
    private Pacing pace = Pacing.EVEN;

    @Mixin
    private LabelOption label = new LabelOption();

    @Option(names = "--open", description = "End at the last sample instead of returning to the first.")
    private boolean open;

    @Within(least = 2, most = 100)
    @Option(names = "--strip", paramLabel = "N", description = "Frames in the strip (default: ${DEFAULT-VALUE}).")
    private int strip = 10;

    @Mixin
    private OutputFile out = new OutputFile();

    @Override
    public Integer call() throws IOException {
        Path target = out.in(run, ".gif", ".png");
        try (Synthesizer generator = run.imageGenerator(screen::notice)) {
            Synthesizer first = generator.first(label.among(generator.labelNames()));
            Walk walk = walk(generator);
            FrameSpacing pacing = pace == Pacing.EVEN ? FrameSpacing.even(first::samples) : FrameSpacing.steady();
            double[] shares = pacing.shares(walk, frames);
            List<Picture> pictures = Pictures.legible(first.pictures(walk.at(shares)));
            if (open) AnimatedGif.write(ResultFiles.withFolder(target), pictures, MILLIS, false);
            else AnimatedGif.writeLoop(ResultFiles.withFolder(target), pictures, MILLIS);
            Path beside = OutputFile.beside(target, ".png");
            List<Picture> still = strip(pictures);
            ImageFile.writePng(beside, Picture.grid(still, still.size(), 2));
            screen.say(
                    "%d frames through %d samples: %s and %s",
                    frames, walk.stops().size(), target, beside);
            Smoothness smoothness = Smoothness.of(walk, shares, first::samples);
            screen.say(
                    "pixels change by %.4f of black to white per frame (median); the largest step is %.2f times that",
                    smoothness.median(), smoothness.ratio());
        }
        return 0;
    }

    private Walk walk(Synthesizer generator) throws IOException {
        List<NamedLatent> chosen = stops.chosen(generator.latents(), "0-4");
        if (chosen.size() < 2)
            throw new IllegalArgumentException("--seeds must name 2 samples or more, got " + chosen.size());
        if (frames < chosen.size())
            throw new IllegalArgumentException("--frames must be at least as many as the " + chosen.size()
                    + " samples to walk through, got " + frames);
        Latents latents = generator.latents();
        Interpolation between = way.map(name -> Interpolation.named(Words.of(name), latents))
                .orElseGet(() -> Interpolation.suiting(latents));
        return new Walk(chosen.stream().map(NamedLatent::latent).toList(), !open, between);
    }

    private List<Picture> strip(List<Picture> pictures) {
        int count = Math.min(strip, pictures.size());
        return IntStream.range(0, count)
                .mapToObj(i -> pictures.get(i * (pictures.size() - 1) / Math.max(1, count - 1)))
                .toList();
    }
}
