package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.explore.ProjectionFigure;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j project}: the latent of a given image. */
@Command(
        name = "project",
        description = "Find the latent whose sample comes nearest to an image.",
        footer = {
            "",
            "Writes the image, the nearest sample and their difference, and the latent (.json) for the other verbs:"
                    + " gan4j walk RUN --latents project.json --seeds 3. The error is told beside that of a sample of this"
                    + " very generator, as good as can be hoped for, and of the mean of its samples, as bad as can be."
        })
final class ProjectCommand implements Callable<Integer> {
    private static final int TOLD = 5;

    /** A sample for comparison that nobody looks at otherwise. */
    private static final long OWN = 4_000_000;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "A picture of any size (PNG, JPEG, GIF, BMP).")
    private Path image;

    @Option(names = "--steps", paramLabel = "N", description = "Of gradient descent; 300 when not given.")
    private int steps = 300;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Random samples, the nearest of which are the start; 500 when not given.")
    private int starts = 500;

    @Mixin
    private LabelOption label = new LabelOption();

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            description =
                    "The pictures; project.png in the run folder when not given. The latent (.json) lies beside it.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (steps < 1 || steps > 100_000)
            throw new IllegalArgumentException("--steps must be within 1 and 100000, got " + steps);
        if (starts < 8 || starts > 100_000)
            throw new IllegalArgumentException("--starts must be within 8 and 100000, got " + starts);
        Path target = Targets.named(out.orElse(path.resolve("project.png")), ".png");
        Picture picture = ImageFile.read(image);
        try (TrainedGenerator generator =
                TrainedGenerator.open(path, new Notices(spec.commandLine().getErr()))) {
            if (!generator.shape().isImage())
                throw new IllegalArgumentException(path + ": its generator makes numbers, not images");
            write(generator.first(label.among(generator.labelNames())), picture, target);
        }
        return 0;
    }

    private void write(Synthesizer generator, Picture picture, Path target) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        Projector projector = new Projector(generator, starts, steps);
        float[] wanted = Fitted.values(picture, generator.shape());
        Projection found = projector.nearest(wanted, told(screen));
        Projection own = projector.nearest(generator.samples(generator.latents().of(OWN)));
        double mean = projector.errorOfMean(wanted);
        ImageFile.writePng(Targets.withFolder(target), ProjectionFigure.of(wanted, found, generator.shape()));
        ObjectNode numbers = Json.object();
        numbers.put("image", image.toString());
        numbers.put("error", found.error());
        numbers.put("errorOfOwnSample", own.error());
        numbers.put("errorOfMean", mean);
        Path beside = Targets.beside(target, ".json");
        LatentFile.write(beside, numbers, List.of(found.latent()));
        screen.println("error (1 is black against white)  this image %s".formatted(number(found.error())));
        screen.println(
                "                                  a sample of this generator %s".formatted(number(own.error())));
        screen.println("                                  the mean of its samples %s".formatted(number(mean)));
        screen.println("image, nearest sample and difference: %s and the latent %s".formatted(target, beside));
    }

    private static String number(double error) {
        return "%.4f (PSNR %.1f dB)".formatted(error, -20 * Math.log10(error));
    }

    private DoubleConsumer told(PrintWriter screen) {
        int[] heard = {0};
        return error -> {
            if (heard[0] % Math.max(1, steps / TOLD) == 0)
                screen.println("step %d of %d: error %.4f".formatted(heard[0], steps, error));
            heard[0]++;
        };
    }
}
