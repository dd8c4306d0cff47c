package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.PenStrokes.Factors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PenStrokesTest {
    private static final PenStrokes STROKES = new PenStrokes(7);

    private static double ink(float[] values) {
        double ink = 0;
        for (float value : values) ink += (value + 1) / 2;
        return ink;
    }

    private static Factors with(Factors f, int digit, float slant, float thickness) {
        return new Factors(digit, 0, slant, thickness, 18, 1, 0, 0, 0, 0, f.wobbleSeed());
    }

    @Test
    void all_digits_are_equally_frequent() {
        int[] counts = new int[10];
        for (int i = 0; i < 50_000; i++) counts[STROKES.factors(i).digit()]++;
        for (int count : counts) assertThat(count).isBetween(4_700, 5_300);
    }

    @Test
    void a_sample_is_the_drawing_of_its_factors() {
        Batch batch = STROKES.batch(50, 2);
        assertThat(STROKES.draw(STROKES.factors(51))).containsExactly(Arrays.copyOfRange(batch.values(), 784, 1568));
        assertThat(batch.labels()[1]).isEqualTo(STROKES.factors(51).digit());
    }

    @Test
    void ink_is_white_on_black_and_never_leaves_the_picture() {
        for (int i = 0; i < 5_000; i++) {
            float[] values = STROKES.draw(STROKES.factors(i));
            double ink = ink(values);
            assertThat(ink).isBetween(20.0, 300.0);
            for (int at = 0; at < 28; at++)
                assertThat(new float[] {values[at], values[27 * 28 + at], values[28 * at], values[28 * at + 27]})
                        .containsOnly(-1);
            for (float value : values) assertThat(value >= -1 && value <= 1).isTrue();
        }
    }

    @Test
    void a_straight_stroke_has_the_ink_of_its_length_and_thickness() {
        Factors one = with(STROKES.factors(0), 1, 0, 2);
        assertThat(ink(STROKES.draw(one))).isEqualTo(2 * 18 * 0.97 + Math.PI * 0.7, within(1.5));
    }

    @Test
    void factors_do_what_they_say() {
        Factors any = STROKES.factors(0);
        double thin = ink(STROKES.draw(with(any, 8, 0, 2)));
        double thick = ink(STROKES.draw(with(any, 8, 0, 3)));
        assertThat(thick).isBetween(1.3 * thin, 1.6 * thin);

        float[] leaning = STROKES.draw(with(any, 1, 0.4f, 2));
        assertThat(middleOfRow(leaning, 8) - middleOfRow(leaning, 19)).isEqualTo(0.4 * 11, within(0.6));
    }

    private static double middleOfRow(float[] values, int row) {
        double sum = 0;
        double weight = 0;
        for (int x = 0; x < 28; x++) {
            sum += x * (values[28 * row + x] + 1);
            weight += values[28 * row + x] + 1;
        }
        return sum / weight;
    }

    @Test
    void a_larger_picture_shows_the_same_drawing() {
        PenStrokes large = new PenStrokes(7, 56);
        assertThat(large.shape()).isEqualTo(SampleShape.image(1, 56, 56));
        double small = ink(STROKES.draw(STROKES.factors(3)));
        assertThat(ink(large.draw(large.factors(3)))).isEqualTo(4 * small, within(0.1 * 4 * small));
    }

    /** A simple classifier, the nearest mean picture, tells most digits apart: they are neither alike nor arbitrary. */
    @Test
    void digits_look_like_their_class() {
        float[][] means = new float[10][784];
        Batch known = STROKES.batch(0, 4_000);
        for (int i = 0; i < 4_000; i++)
            for (int p = 0; p < 784; p++) means[known.labels()[i]][p] += known.values()[i * 784 + p] / 400;
        int right = 0;
        Batch fresh = STROKES.batch(10_000, 1_000);
        for (int i = 0; i < 1_000; i++) if (nearest(means, fresh, i) == fresh.labels()[i]) right++;
        assertThat(right).isGreaterThan(750);
    }

    private static int nearest(float[][] means, Batch batch, int i) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int digit = 0; digit < 10; digit++) {
            double distance = 0;
            for (int p = 0; p < 784; p++) distance += Math.pow(means[digit][p] - batch.values()[i * 784 + p], 2);
            if (distance < least) {
                least = distance;
                best = digit;
            }
        }
        return best;
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PenStrokes(1, 8))
                .withMessage("pen strokes need a size within 12 and 1024 pixels, not 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factors(10, 0, 0, 2, 18, 1, 0, 0, 0, 0, 0))
                .withMessage("a digit is within 0 and 9, not 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factors(0, 5, 0, 2, 18, 1, 0, 0, 0, 0, 0))
                .withMessage("digit 0 is written in ways 0 to 1, not 5");
    }
}
