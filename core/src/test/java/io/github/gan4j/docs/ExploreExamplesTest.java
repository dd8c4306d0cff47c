package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Fitted;
import io.github.gan4j.explore.Arithmetic;
import io.github.gan4j.explore.ArithmeticFigure;
import io.github.gan4j.explore.Direction;
import io.github.gan4j.explore.DirectionEffect;
import io.github.gan4j.explore.FrameSpacing;
import io.github.gan4j.explore.Interpolation;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.explore.Smoothness;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.explore.Walk;
import io.github.gan4j.files.AnimatedGif;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.ImageMeasure;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java programs of docs/explore.md, run; what stands in the document stands here, letter by letter. */
class ExploreExamplesTest {
    @TempDir
    static Path folder;

    private static TrainedGenerator generator;
    private static Synthesizer first;

    @BeforeAll
    static void train() throws IOException {
        var plan = Presets.read("strokes")
                .with("threads", "1")
                .with("data.size", "16")
                .with("batchSize", "16")
                .with("stop", "{images: 32}")
                .with("generator.network.width", "4")
                .with("discriminator.network.width", "4");
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            run.train(new Listener() {});
        }
        generator = TrainedGenerator.open(folder.resolve("run"));
        first = generator.first();
    }

    @AfterAll
    static void close() {
        generator.close();
    }

    @Test
    void every_program_in_the_document_is_one_of_these() throws IOException {
        String here = dense(Files.readString(Path.of("src/test/java/io/github/gan4j/docs/ExploreExamplesTest.java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/explore.md")));
        int programs = 0;
        for (; program.find(); programs++) assertThat(here).contains(dense(program.group(1)));
        assertThat(programs).isEqualTo(4);
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void a_program_walks() throws IOException {
        List<float[]> stops =
                List.of(generator.latents().of(1), generator.latents().of(2));

        Walk walk = new Walk(stops, true, Interpolation.suiting(generator.latents()));
        Synthesizer first = generator.first();
        double[] shares = FrameSpacing.even(first::samples).shares(walk, 60);
        AnimatedGif.writeLoop(folder.resolve("walk.gif"), first.pictures(walk.at(shares)), 80);
        double ratio = Smoothness.of(walk, shares, first::samples).ratio();

        assertThat(ratio).isBetween(1.0, 3.0);
        assertThat(folder.resolve("walk.gif")).isNotEmptyFile();
    }

    @Test
    void a_program_adds_and_subtracts() throws IOException {
        float[] usual =
                new Truncation(0.7, generator.latents()).of(generator.latents().of(0, 8));
        Measured measured = Measured.of(first, 1000, 500, ImageMeasures.named("thickness"));
        Arithmetic sum = Arithmetic.of(
                List.of(measured.most(20), List.of(generator.latents().of(7))), List.of(measured.least(20)));
        Picture figure = ArithmeticFigure.of(sum, Arithmetic.PAPERS_SPREAD, first::pictures);
        LatentFile.write(folder.resolve("thick.json"), Json.object(), List.of(sum.result()));

        assertThat(usual).hasSize(8 * 64);
        assertThat(figure.width()).isGreaterThan(6 * 16);
        assertThat(LatentFile.read(folder.resolve("thick.json"), 64).get(0)).containsExactly(sum.result());
    }

    @Test
    void a_program_finds_a_direction() {
        ImageMeasure upperHalf = (image, shape) -> {
            double sum = 0;
            for (int i = 0; i < image.length / 2; i++) sum += image[i];
            return sum / (image.length / 2);
        };
        Direction up = Measured.of(first, 1000, 500, upperHalf).direction(Direction.ridge());
        double[] distances = {-2, -1, 0, 1, 2};
        DirectionEffect effect = DirectionEffect.of(
                up, distances, generator.latents().of(0, 50), first::samples, upperHalf, first.shape());

        assertThat(up.correlation()).isGreaterThan(0.4);
        assertThat(effect.correlation()).isGreaterThan(0.6);
        assertThat(effect.rising()).isGreaterThan(0.9);
    }

    @Test
    void a_program_finds_the_latent_of_a_picture() throws IOException {
        Path picture = folder.resolve("picture.png");
        ImageFile.writePng(picture, generator.sample(5).enlarged(2));

        float[] wanted = Fitted.values(ImageFile.read(picture), first.shape());
        Projection found = new Projector(first, 100, 50).nearest(wanted);
        float[] latent = found.latent(); // found.error(), found.psnr(), found.sample()

        assertThat(Projection.error(first.samples(latent), wanted)).isLessThan(0.1);
    }
}
