package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.options.LabelOption;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.explore.ProjectionFigure;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j project}: the latent of a given image. */
@Command(
        name = "project",
        description = "Find the latent vector whose sample is closest to an image.",
        footer = {
            "",
            "Writes the image, the closest sample and their difference (.png), and the latent vector (.json) for other"
                    + " commands: gan4j walk RUN --latents project.json --seeds 3. The error is reported with two"
                    + " references: the error for a sample of this very generator (a lower limit) and that of the mean"
                    + " of its samples."
        })
final class ProjectCommand extends Verb {
    private static final int REPORTS = 5;

    /** The seed of a sample for comparison, which is not shown elsewhere. */
    private static final long OWN = 4_000_000;

    @Mixin
    private RunChoice run;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "An image of any size.")
    private Path image;

    @Within(least = 1, most = 100_000)
    @Option(names = "--steps", paramLabel = "N", description = "Gradient descent steps (default: ${DEFAULT-VALUE}).")
    private int steps = 300;

    @Within(least = 8, most = 100_000)
    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Random samples to choose starting points from (default: ${DEFAULT-VALUE}).")
    private int starts = 500;

    @Mixin
    private LabelOption label = new LabelOption();

    @Mixin
    private OutputFile out = new OutputFile();

    @Mixin
    private JsonOption json;

    private record Errors(String image, double error, double errorOfOwnSample, double errorOfMean) {}

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        Path target = out.in(run, ".png", ".json");
        Picture picture = ImageFile.read(image, screen::notice);
        try (Synthesizer generator = run.imageGenerator(screen::notice)) {
            write(generator.first(label.among(generator.labelNames())), generator.provenance(), picture, target);
        }
        if (machine) screen.json(Json.read(OutputFile.beside(target, ".json"), ObjectNode.class));
        return 0;
    }

    private void write(Synthesizer generator, Provenance provenance, Picture picture, Path target) throws IOException {
        Projector projector = new Projector(generator, starts, steps);
        float[] wanted = Fitted.values(picture, generator.shape());
        Projection found = projector.nearest(wanted, reports());
        Projection own = projector.nearest(generator.samples(generator.latents().of(OWN)));
        double mean = projector.errorOfMean(wanted);
        ImageFile.writePng(ResultFiles.withFolder(target), ProjectionFigure.of(wanted, found, generator.shape()));
        Path beside = OutputFile.beside(target, ".json");
        LatentFile.write(
                beside,
                provenance.withFile(image).onto(new Errors(image.toString(), found.error(), own.error(), mean)),
                List.of(found.latent()));
        screen.say("error (black to white is 1)  this image %s", number(found.error()));
        screen.say("                             a sample of this generator %s", number(own.error()));
        screen.say("                             the mean of its samples %s", number(mean));
        screen.say("image, closest sample and difference: %s and the latent %s", target, beside);
    }

    private static String number(double error) {
        return String.format(Locale.ROOT, "%.4f (PSNR %.1f dB)", error, -20 * Math.log10(error));
    }

    private DoubleConsumer reports() {
        int[] step = {0};
        return error -> {
            if (step[0] % Math.max(1, steps / REPORTS) == 0)
                screen.say("step %d of %d: error %.4f", step[0], steps, error);
            step[0]++;
        };
    }
}
