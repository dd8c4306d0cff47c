package io.github.gan4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of the DCGAN tutorial, whose weights and outputs PyTorch wrote, in the networks of gan4j. */
class PyTorchWeightsTest {
    private static final Path MADE = Path.of("src/test/resources/io/github/gan4j/files/pytorch");

    @TempDir
    Path folder;

    private static Plan tutorial(String... files) {
        return Draft.of(Presets.draft("strokes")
                        .set("threads=1")
                        .set("precision=fp32")
                        .set("data.size=64")
                        .set(
                                "generator={input: {normal: {size: 4}}, network: {dcgan: {width: 2, kernel: 4}}, ema: none}")
                        .set("discriminator.network={dcgan: {width: 2, kernel: 4}}")
                        .set("batchSize=4")
                        .set("stop={images: 4}")
                        .plan())
                .setTexts(
                        "start.from",
                        List.of(files).stream()
                                .map(file -> MADE.resolve(file).toString())
                                .toList())
                .plan();
    }

    private static float[] numbers(JsonNode array) {
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = array.get(i).floatValue();
        return numbers;
    }

    @Test
    void the_same_latents_become_the_same_images_and_these_get_the_same_scores() throws IOException {
        ObjectNode expected = Json.read(MADE.resolve("dcgan.json"), ObjectNode.class);
        Path path = folder.resolve("run");
        float[] images = new float[0];
        try (Run run = Run.start(tutorial("netG.pth", "netD.pth"), path, line -> {})) {
            images = run.training()
                    .sampler(0)
                    .samples(numbers(expected.get("latents")), new long[] {4}, Optional.empty());
            float[] scores = run.training().scores(images, Optional.empty());
            float[] wanted = numbers(expected.get("scores"));
            for (int i = 0; i < wanted.length; i++) assertThat(scores[i]).isCloseTo(wanted[i], within(1e-4f));
        }
        float[] pixels = numbers(expected.get("pixels"));
        for (int i = 0; i < pixels.length; i++)
            assertThat(images[i * expected.get("every").asInt()])
                    .as("pixel " + i)
                    .isCloseTo(pixels[i], within(1e-5f));
    }

    @Test
    void a_file_without_a_discriminator_says_so_until_the_generator_alone_is_wanted() throws IOException {
        assertThatThrownBy(() -> Run.start(tutorial("netG.pth"), folder.resolve("run"), line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "do not fit: discriminator.0.weight [2, 1, 4, 4], there main.0.weight F32[4, 16, 4, 4]")
                .hasMessageContaining("--from-generator-only");
        List<String> notices = new ArrayList<>();
        Plan alone =
                Draft.of(tutorial("netG.pth")).set("start.players=generator").plan();
        try (Run run = Run.start(alone, folder.resolve("run"), notices::add)) {
            run.train(new io.github.gan4j.train.Listener() {});
        }
        assertThat(notices).anySatisfy(line -> assertThat(line).contains("netG.pth: generator (21 of 21 arrays)"));
        try (TrainedGenerator generator = TrainedGenerator.open(folder.resolve("run"))) {
            assertThat(generator.shape().height()).isEqualTo(64);
        }
    }
}
