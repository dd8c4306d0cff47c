package io.github.gan4j.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedRestorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures through networks that have learned a little. */
class RestorationTest {
    @TempDir
    static Path runs;

    private static TrainedRestorer denoiser;
    private static TrainedRestorer enlarger;

    @BeforeAll
    static void train() throws IOException {
        denoiser = trained("denoise");
        enlarger = trained("super-resolution-content");
    }

    private static TrainedRestorer trained(String preset) throws IOException {
        return SmallRestorers.trained(
                runs,
                preset,
                "generator.network.width=8",
                "generator.optimizer.learningRate=5e-3",
                "stop={images: 160}");
    }

    @AfterAll
    static void close() {
        denoiser.close();
        enlarger.close();
    }

    private static Picture noise(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        new Random(5).nextBytes(pixels);
        return new Picture(width, height, channels, pixels);
    }

    @Test
    void a_restorer_refuses_sides_that_it_cannot_restore() {
        assertThatThrownBy(() -> denoiser.restored(new float[9 * 16], 9, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("both sides of an image must be multiples of 8, got 16x9");
        assertThatThrownBy(() -> enlarger.restored(new float[0], 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("both sides of an image must be multiples of 1, got 0x0");
    }

    @Test
    void tiles_of_a_network_leave_no_seams() {
        for (TrainedRestorer restorer : List.of(denoiser, enlarger)) {
            Mender mender = Mender.of(restorer);
            Picture picture = noise(264, 32, 1);
            Picture whole = Mosaic.mended(mender, Mosaic.Pixels.of(picture), 400, share -> {});
            Picture tiled = Mosaic.mended(mender, Mosaic.Pixels.of(picture), 160, share -> {});
            int worst = 0;
            for (int i = 0; i < whole.pixels().length; i++)
                worst = Math.max(worst, Math.abs((whole.pixels()[i] & 0xff) - (tiled.pixels()[i] & 0xff)));
            assertThat(worst).as("shades of 255").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_restorer_of_grey_images_does_the_channels_of_a_colour_picture_one_by_one() {
        Restoration restoration = new Restoration(denoiser);
        Picture colour = noise(20, 12, 3);
        Picture expected = Pictures.joined(
                Pictures.channels(colour).stream().map(restoration::of).toList());
        assertThat(restoration.of(colour)).isEqualTo(expected).isNotEqualTo(colour);
    }

    @Test
    void what_is_damaged_here_is_damaged_alike_every_time() {
        Restoration restoration = new Restoration(enlarger);
        Picture damaged = restoration.damaged(noise(18, 13, 1), OptionalDouble.empty());
        assertThat(damaged).hasToString("Picture[4x3x1]");
        assertThat(damaged).isEqualTo(Pictures.resized(restoration.comparable(noise(18, 13, 1)), 4, 3));
        Restoration denoising = new Restoration(denoiser);
        assertThat(denoising.damaged(noise(9, 9, 1), OptionalDouble.of(20)))
                .isEqualTo(denoising.damaged(noise(9, 9, 1), OptionalDouble.of(20)))
                .isNotEqualTo(noise(9, 9, 1));
    }

    @Test
    void an_original_of_another_size_is_refused() {
        Restoration restoration = new Restoration(denoiser);
        Picture picture = noise(9, 9, 1);
        assertThatThrownBy(() -> Comparison.of(restoration, picture, picture, noise(8, 9, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the original has 8x9 pixels, the restored picture 9x9");
    }

    @Test
    void weights_between_two_restorers_lead_from_one_to_the_other(@TempDir Path more) throws IOException {
        float[] image = new float[32 * 32];
        noise(32, 32, 1).copyInto(image, 0);
        try (TrainedRestorer from = TrainedRestorer.open(runs.resolve("denoise"), line -> {});
                TrainedRestorer to = SmallRestorers.trained(
                        more,
                        "denoise",
                        "generator.network.width=8",
                        "generator.optimizer.learningRate=5e-3",
                        "seed=7",
                        "stop={images: 160}")) {
            float[] start = from.restored(image, 32, 32), end = to.restored(image, 32, 32);
            assertThat(start).isNotEqualTo(end);
            from.moveTowards(to, 0);
            assertThat(from.restored(image, 32, 32)).isEqualTo(start);
            from.moveTowards(to, 0.5);
            assertThat(from.restored(image, 32, 32)).isNotEqualTo(start).isNotEqualTo(end);
            assertThat(to.restored(image, 32, 32))
                    .as("the other stays as it is")
                    .isEqualTo(end);
            from.moveTowards(to, 1);
            assertThat(from.restored(image, 32, 32)).isEqualTo(end);
            // the two checkpoints have one name
            assertThat(from.provenance().checksums().values())
                    .containsAll(to.provenance().checksums().values());
            assertThatThrownBy(() -> from.moveTowards(to, 1.5))
                    .hasMessageContaining("share")
                    .hasMessageContaining("1.5");
            assertThatThrownBy(() -> from.moveTowards(enlarger, 0.5))
                    .hasMessage(
                            "only restorers with the same network can be blended; these are of the plans 'denoise' and"
                                    + " 'super-resolution-content'");
        }
    }
}
