package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MsSsimTest {
    @Test
    void equal_images_have_exactly_one() {
        for (SampleShape shape : new SampleShape[] {
            SampleShape.image(1, 28, 28),
            SampleShape.image(3, 64, 48),
            SampleShape.image(1, 5, 7),
            SampleShape.image(1, 1, 9),
            SampleShape.image(1, 176, 180)
        }) {
            float[] image = noise(shape.size(), 1);
            assertThat(MsSsim.between(image, image, shape)).isEqualTo(1.0);
            assertThat(MsSsim.between(image, noise(shape.size(), 2), shape)).isLessThan(0.6);
        }
    }

    @Test
    void small_images_have_fewer_scales() {
        assertThat(MsSsim.scales(SampleShape.image(1, 28, 28))).isEqualTo(2);
        assertThat(MsSsim.scales(SampleShape.image(3, 64, 64))).isEqualTo(3);
        assertThat(MsSsim.scales(SampleShape.image(3, 256, 176))).isEqualTo(5);
        assertThat(MsSsim.scales(SampleShape.image(1, 1, 9))).isEqualTo(1);
    }

    @Test
    void a_collapsed_set_has_one_and_digits_are_diverse() {
        Batch digits = new PenStrokes(1).batch(0, 400);
        Score diverse = MsSsim.diversity(digits, 200, 1);
        assertThat(diverse.value()).isBetween(0.05, 0.6);
        assertThat(diverse.interval().orElseThrow().contains(diverse.value())).isTrue();
        assertThat(diverse.notes()).contains("200 pairs, 2 scales");
        float[] same = new float[10 * 784];
        for (int i = 0; i < 10; i++) System.arraycopy(digits.values(), 0, same, i * 784, 784);
        assertThat(MsSsim.diversity(new Batch(10, digits.shape(), same, new int[0]))
                        .value())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void one_image_has_no_diversity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MsSsim.diversity(new PenStrokes(1).batch(0, 1)))
                .withMessage("diversity needs at least 2 images and 1 pair, got 1 and 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MsSsim.between(new float[3], new float[4], SampleShape.image(1, 2, 2)))
                .withMessage("two images of 2x2 grey have 4 numbers each, not 3 and 4");
    }

    private static float[] noise(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = 2 * random.nextFloat() - 1;
        return values;
    }
}
