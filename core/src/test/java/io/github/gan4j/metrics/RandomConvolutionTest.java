package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class RandomConvolutionTest {
    private static final SampleShape DIGIT = SampleShape.image(1, 28, 28);

    @Test
    void every_image_is_seen_for_itself() {
        Batch digits = new PenStrokes(1).batch(0, 300);
        float[] last = Arrays.copyOfRange(digits.values(), 299 * 784, 300 * 784);
        try (RandomConvolution extractor = new RandomConvolution(DIGIT, 1)) {
            Extraction together = extractor.look(digits);
            assertThat(together.count()).isEqualTo(300);
            assertThat(together.features().width()).isEqualTo(2 * 4 * (16 + 24));
            assertThat(together.probabilities()).isEmpty();
            assertThat(extractor
                            .look(new Batch(1, DIGIT, last, new int[0]))
                            .features()
                            .values())
                    .containsExactly(together.features().row(299), within(1e-5f));
        }
    }

    @Test
    void it_sees_strokes_and_their_places_and_not_brightness() {
        float[] dark = new float[784], bright = new float[784], left = new float[784], right = new float[784];
        Arrays.fill(bright, 0.5f);
        left[14 * 28 + 5] = right[14 * 28 + 22] = 1;
        try (RandomConvolution extractor = new RandomConvolution(DIGIT, 1)) {
            float[] inside = Arrays.copyOf(row(extractor, dark), 1);
            assertThat(row(extractor, left)).isNotEqualTo(row(extractor, right)).isNotEqualTo(row(extractor, dark));
            assertThat(inside[0]).isZero();
        }
    }

    private static float[] row(Extractor extractor, float[] image) {
        return extractor.look(new Batch(1, DIGIT, image, new int[0])).features().row(0);
    }

    @Test
    void its_hash_tells_seeds_and_shapes_apart() {
        SampleShape photograph = SampleShape.image(3, 64, 64);
        try (RandomConvolution one = new RandomConvolution(DIGIT, 1);
                RandomConvolution same = new RandomConvolution(DIGIT, 1);
                RandomConvolution seed = new RandomConvolution(DIGIT, 2);
                RandomConvolution shape = new RandomConvolution(photograph, 1)) {
            assertThat(one.hash()).hasSize(16).isEqualTo(same.hash());
            assertThat(one.hash()).isNotEqualTo(seed.hash()).isNotEqualTo(shape.hash());
            assertThat(shape.look(new Batch(1, photograph, new float[3 * 64 * 64], new int[0]))
                            .features()
                            .width())
                    .isEqualTo(3 * 4 * (16 + 24));
        }
    }

    @Test
    void nothing_native_stays_behind() {
        Batch digits = new PenStrokes(1).batch(0, 4);
        try (RandomConvolution extractor = new RandomConvolution(DIGIT, 1)) {
            extractor.look(digits);
            long before = Pointer.totalCount();
            for (int i = 0; i < 20; i++) extractor.look(digits);
            assertThat(Pointer.totalCount()).isEqualTo(before);
        }
    }

    @Test
    void what_it_cannot_look_at_is_refused() {
        assertThatThrownBy(() -> new RandomConvolution(SampleShape.point(2), 1))
                .hasMessage("random convolutions look at images of 8 pixels a side or more, these are point of 2");
        try (RandomConvolution extractor = new RandomConvolution(DIGIT, 1)) {
            Batch small = new Batch(1, SampleShape.image(1, 8, 8), new float[64], new int[0]);
            assertThatThrownBy(() -> extractor.look(small))
                    .hasMessage("these random convolutions look at images of 28x28 grey, not at 8x8 grey");
        }
    }
}
