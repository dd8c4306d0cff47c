package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicubicTest {
    @ParameterizedTest
    @CsvSource({"2, 16, 24, 3", "4, 16, 32, 1", "8, 16, 16, 3"})
    void shrinks_and_enlarges_as_picture_files_are_resized(int factor, int height, int width, int channels) {
        byte[] pixels = new byte[height * width * channels];
        new Random(1).nextBytes(pixels);
        Picture picture = new Picture(width, height, channels, pixels);
        Picture small = Pictures.resized(picture, width / factor, height / factor);
        Picture large = Pictures.resized(picture, width * factor, height * factor);
        try (Scope scope = new Scope()) {
            assertSame(picture(Bicubic.shrunk(tensor(picture), factor)), small);
            assertSame(picture(Bicubic.enlarged(tensor(picture), factor)), large);
        }
    }

    private static Tensor tensor(Picture picture) {
        float[] values = new float[picture.pixels().length];
        picture.copyInto(values, 0);
        return Tensor.of(values, 1, picture.channels(), picture.height(), picture.width());
    }

    private static Picture picture(Tensor image) {
        long[] shape = image.shape();
        return Picture.of(image.toFloats(), 0, (int) shape[1], (int) shape[2], (int) shape[3]);
    }

    private static void assertSame(Picture one, Picture other) {
        assertThat(one.toString()).isEqualTo(other.toString());
        for (int i = 0; i < one.pixels().length; i++)
            assertThat(Math.abs((one.pixels()[i] & 0xff) - (other.pixels()[i] & 0xff)))
                    .isLessThanOrEqualTo(1);
    }

    @Test
    void an_even_image_stays_even_in_bf16_too() {
        try (Scope scope = new Scope();
                Precision.Cast cast = Precision.BF16.on(Device.CPU)) {
            Tensor even = Tensor.filled(0.3001, 2, 1, 8, 8);
            assertEven(Bicubic.enlarged(even, 2));
            assertEven(Bicubic.shrunk(even, 4));
        }
    }

    private static void assertEven(Tensor image) {
        for (float value : image.toFloats()) assertThat(value).isCloseTo(0.3001f, within(1e-6f));
    }

    @Test
    void a_factor_that_does_not_divide_the_sides_is_refused() {
        try (Scope scope = new Scope()) {
            assertThatThrownBy(() -> Bicubic.shrunk(Tensor.zeros(1, 1, 10, 12), 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("images are shrunk by an even factor that divides their sides, got 4 for 10x12");
        }
    }

    @Test
    void each_sample_is_stretched_by_itself() {
        try (Scope scope = new Scope()) {
            Tensor stretched = Stretch.toFullRange(Tensor.of(new float[] {0, 1, 2, -4, -4, 0, 5, 5, 5}, 3, 1, 1, 3));
            assertThat(stretched.toFloats()).containsExactly(-1, 0, 1, -1, -1, 1, -1, -1, -1);
        }
    }
}
