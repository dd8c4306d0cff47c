package io.github.gan4j.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.setup.Start;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProspectsTest {
    @TempDir
    private Path folder;

    private List<String> of(Plan plan) throws IOException {
        Start start = Start.of(plan, line -> {});
        return Prospects.of(start.plan(), start.samples());
    }

    /** Images of 16x16 pixels. */
    private Plan images(int count, IntBinaryOperator grey, String... settings) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
            for (int p = 0; p < 256; p++) image.getRaster().setSample(p % 16, p / 16, 0, grey.applyAsInt(i, p));
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
        return Presets.draft("folder")
                .set("data.images.path=" + images)
                .set(List.of("data.images.size=16", "data.images.flip=false"))
                .set(List.of(settings))
                .plan();
    }

    @Test
    void usual_plans_and_data_have_nothing_against_them() throws IOException {
        assertThat(of(Presets.read("ring"))).isEmpty();
        assertThat(of(Presets.read("strokes"))).isEmpty();
        assertThat(of(images(60, (i, p) -> (i * 37 + p * (i + 3)) % 256))).isEmpty();
    }

    @Test
    void images_that_are_empty_alike_or_few_are_named() throws IOException {
        assertThat(of(images(60, (i, p) -> 128))).singleElement().asString().contains("its images are empty");
        assertThat(of(images(60, (i, p) -> p)))
                .singleElement()
                .asString()
                .contains("images of the data are nearly the same");
    }

    @Test
    void a_dozen_images_are_too_few() throws IOException {
        assertThat(of(images(12, (i, p) -> (i * 37 + p * (i + 3)) % 256)))
                .singleElement()
                .asString()
                .startsWith("the data has 12 images only");
    }

    @Test
    void a_latent_of_one_number_and_a_schedule_that_is_over_at_once_are_named() throws IOException {
        List<String> lines = new ArrayList<>(of(Presets.draft("strokes")
                .set(List.of(
                        "generator.input.normal.size=1",
                        "stop.images=9000000",
                        "generator.optimizer.learningRate={cosine: {from: 1e-3, to: 1e-4, images: 1000}}"))
                .plan()));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("generator.input has 1 number"));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("after 1 000 images of 9 000 000 images")
                .contains("generator.optimizer.learningRate={cosine: {from: 0.001, to: 0.0001, images: 9000000}}"));
    }
}
