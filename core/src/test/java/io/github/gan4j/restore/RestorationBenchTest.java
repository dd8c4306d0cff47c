package io.github.gan4j.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedRestorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restorers that have not learned, which give back what they get: the protocol is then known to the digit. */
class RestorationBenchTest {
    @TempDir
    static Path runs;

    private static TrainedRestorer denoiser;
    private static TrainedRestorer enlarger;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws IOException {
        denoiser = untrained("denoise");
        enlarger = untrained("super-resolution-content");
    }

    private static TrainedRestorer untrained(String preset) throws IOException {
        return SmallRestorers.trained(
                runs,
                preset,
                "generator.network.width=4",
                "generator.optimizer.learningRate=1e-12",
                "stop={images: 8}");
    }

    @AfterAll
    static void close() {
        denoiser.close();
        enlarger.close();
    }

    /** A smooth picture between two shades. */
    private Path images(String set, int count, int width, int height, int channels) throws IOException {
        Path images = Files.createDirectories(folder.resolve(set));
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[width * height * channels];
            for (int at = 0; at < pixels.length; at++)
                pixels[at] = (byte) (128 + 30 * Math.sin((at / channels % width + i) / 5.0) + 9 * (at % channels));
            ImageFile.writePng(images.resolve(i + ".png"), new Picture(width, height, channels, pixels));
        }
        return images;
    }

    @Test
    void noise_has_the_deviation_that_papers_state_and_is_rounded_only_at_the_end() throws IOException {
        RestorationBench bench = new RestorationBench(denoiser, false, line -> {});
        Map<Integer, RestorationBench.Means> found =
                bench.of(images("plain", 3, 64, 48, 1), List.of(15, 25)).means();
        assertThat(found.keySet()).containsExactly(15, 25);
        assertThat(found.get(15).restored().fidelity().psnr()).isCloseTo(20 * Math.log10(255 / 15.0), within(0.15));
        assertThat(found.get(25).restored().fidelity().psnr()).isCloseTo(20 * Math.log10(255 / 25.0), within(0.15));
        assertThat(found.get(25).plain().fidelity().psnr())
                .isCloseTo(found.get(25).restored().fidelity().psnr(), within(0.02));
    }

    @Test
    void textures_are_the_farther_from_the_originals_the_more_noise_there_is_and_need_a_tile_of_32_pixels()
            throws IOException {
        RestorationBench bench = new RestorationBench(denoiser, false, line -> {});
        Map<Integer, RestorationBench.Means> found =
                bench.of(images("plain", 3, 64, 48, 1), List.of(1, 15, 25)).means();
        double[] distances = found.values().stream()
                .mapToDouble(means -> means.restored().distance().orElseThrow())
                .toArray();
        assertThat(distances[0]).isBetween(0.0, 0.01);
        assertThat(distances[1]).isGreaterThan(3 * distances[0]);
        assertThat(distances[2]).isGreaterThan(distances[1]);
        assertThat(bench.of(images("tiny", 3, 40, 31, 1), List.of(15))
                        .means()
                        .get(15)
                        .restored()
                        .distance())
                .isEmpty();
    }

    @Test
    void enlargement_is_measured_by_the_luma_without_edges() throws IOException {
        Path set = images("colour", 2, 50, 47, 3);
        List<String> remarks = new ArrayList<>();
        RestorationBench.Means found = new RestorationBench(enlarger, false, remarks::add)
                .of(set, List.of())
                .means()
                .get(4);
        assertThat(remarks).contains("0.png: cut from 50x47 to 48x44 pixels, multiples of 4");
        assertThat(found.plain().fidelity().psnr())
                .isCloseTo(found.restored().fidelity().psnr(), within(1.0));
        assertThat(found.plain().fidelity().psnr()).isBetween(20.0, 60.0);
    }

    @Test
    void the_luma_of_white_is_235_so_that_a_shade_is_worth_less_than_on_the_full_scale() throws IOException {
        Path set = Files.createDirectories(folder.resolve("steps"));
        byte[] pixels = new byte[64 * 64 * 3];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i / 3 % 64 < 32 ? 0 : 255);
        Picture step = new Picture(64, 64, 3, pixels);
        ImageFile.writePng(set.resolve("a.png"), step);
        double luma = new RestorationBench(enlarger, false, line -> {})
                .of(set, List.of())
                .means()
                .get(4)
                .plain()
                .fidelity()
                .psnr();
        Picture bicubic = Pictures.resized(Pictures.resized(step, 16, 16), 64, 64);
        double squares = 0;
        for (int y = 4; y < 60; y++)
            for (int x = 4; x < 60; x++) {
                int at = 3 * (y * 64 + x);
                double difference = ((bicubic.pixels()[at] & 0xff) - (step.pixels()[at] & 0xff)) * 219 / 255.0;
                squares += difference * difference;
            }
        assertThat(luma).isCloseTo(10 * Math.log10(255 * 255 / (squares / (56 * 56))), within(0.05));
    }

    @Test
    void a_folder_is_compared_with_papers_where_it_has_the_name_and_the_number_of_a_published_set() throws IOException {
        List<String> remarks = new ArrayList<>();
        RestorationBench bench = new RestorationBench(denoiser, false, remarks::add);
        PublishedSet set12 = bench.published(images("set-12", 12, 8, 8, 1), 12).orElseThrow();
        assertThat(set12.name()).isEqualTo("Set12");
        assertThat(set12.rows().get(0).psnr()).containsExactly(32.37, 29.97, 26.72);
        assertThat(bench.published(images("holiday", 2, 8, 8, 1), 2)).isEmpty();
        assertThat(remarks).isEmpty();
        assertThat(bench.published(images("BSD68", 2, 8, 8, 1), 2)).isEmpty();
        assertThat(remarks)
                .containsExactly("BSD68 has 2 images here and 68 in papers, so it is not compared with them");
        assertThat(bench.published(images("Set5", 5, 8, 8, 1), 5))
                .as("a set of enlargement")
                .isEmpty();
    }

    @Test
    void a_picture_that_is_too_small_to_be_shrunk_is_refused_by_its_name() throws IOException {
        Path small = images("small", 1, 3, 3, 1);
        assertThatThrownBy(() -> new RestorationBench(enlarger, false, line -> {}).of(small, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessage(small.resolve("0.png") + ": a picture of 3x3 pixels cannot be shrunk 4 times");
    }

    @Test
    void a_folder_without_images_is_refused_in_one_line() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> new RestorationBench(denoiser, false, line -> {}).of(empty, List.of(25)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(empty + ": holds no images");
    }
}
