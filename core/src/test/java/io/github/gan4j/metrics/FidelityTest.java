package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FidelityTest {
    private static Picture noise(int side, int channels, long seed, int shades) {
        byte[] pixels = new byte[side * side * channels];
        Random random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (100 + random.nextInt(shades));
        return new Picture(side, side, channels, pixels);
    }

    @Test
    void psnr_is_what_its_formula_says() {
        byte[] black = new byte[256], grey = new byte[256];
        Arrays.fill(grey, (byte) 51);
        Fidelity found = Fidelity.between(new Picture(16, 16, 1, grey), new Picture(16, 16, 1, black));
        assertThat(found.psnr()).as("20 log10(255 / 51)").isCloseTo(13.9794, within(1e-4));
    }

    @Test
    void equal_images_are_as_close_as_can_be() {
        Picture picture = noise(16, 3, 1, 100);
        Fidelity found = Fidelity.between(picture, picture);
        assertThat(found.psnr()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.ssim()).isCloseTo(1, within(1e-12));
        assertThat(found.sharpness()).isEqualTo(1);
    }

    @Test
    void less_contrast_is_less_sharp_and_noise_is_more() {
        Picture soft = noise(16, 1, 1, 10), rough = noise(16, 1, 1, 100);
        assertThat(Fidelity.between(soft, rough).sharpness()).isBetween(0.05, 0.15);
        assertThat(Fidelity.between(rough, soft).sharpness()).isGreaterThan(5);
    }

    @Test
    void values_beyond_the_range_are_cut_off() {
        SampleShape shape = SampleShape.image(1, 12, 12);
        float[] white = new float[144], beyond = new float[144];
        Arrays.fill(white, 1);
        Arrays.fill(beyond, 3);
        assertThat(Fidelity.between(beyond, white, shape).psnr()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void means_are_scores() {
        Picture first = noise(16, 1, 1, 9), second = noise(16, 1, 2, 9);
        ImageSet originals = ImageSets.of(SampleShape.image(1, 16, 16), values(first, second), new int[0], List.of());
        EvaluatedSamples sides = EvaluatedSamples.ofRestored(originals, values(second, second));
        Fidelity one = Fidelity.between(second, first), other = Fidelity.between(second, second);
        List<Score> scores = Metrics.named("ssim,sharpness", Metrics.OF_RESTORED).stream()
                .flatMap(metric -> metric.scores().apply(sides).stream())
                .toList();
        assertThat(scores).extracting(Score::name).containsExactly("ssim", "sharpness");
        assertThat(scores.get(0).value()).isCloseTo((one.ssim() + other.ssim()) / 2, within(1e-12));
        assertThat(scores.get(1).value()).isCloseTo((one.sharpness() + other.sharpness()) / 2, within(1e-12));
        assertThat(scores.get(1).better()).isEqualTo(Better.LIKE_REALS);
        assertThat(Fidelity.mean(List.of(new Fidelity(20, 0.5, 0.5), new Fidelity(30, 0.7, 1.5)))
                        .psnr())
                .isEqualTo(25);
    }

    private static float[] values(Picture first, Picture second) {
        float[] values = new float[2 * 16 * 16];
        first.copyInto(values, 0);
        second.copyInto(values, 16 * 16);
        return values;
    }

    @Test
    void pictures_of_different_sizes_are_refused() {
        assertThatThrownBy(() -> Fidelity.between(noise(16, 1, 1, 9), noise(12, 1, 1, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures are compared pixel by pixel, but Picture[16x16x1] and Picture[12x12x1] differ in"
                        + " size");
    }
}
