package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DegradationTest {
    private static Degradation noise(double least, double most, boolean shared, Degradation.Range range) {
        return new Degradation(
                1, Degradation.Filter.BOX, List.of(127.5 * least, 127.5 * most), shared, range, List.of(), List.of());
    }

    @Test
    void noise_has_the_deviation_that_is_wanted() {
        Engine.seed(1);
        try (Scope scope = new Scope()) {
            Tensor made = noise(0.2, 0.2, false, Degradation.Range.OPEN).of(Tensor.zeros(4, 3, 32, 32), Device.CPU);
            assertThat(made.deviation().value()).isCloseTo(0.2f, within(0.01f));
            assertThat(made.mean().value()).isCloseTo(0f, within(0.01f));
        }
    }

    @Test
    void each_image_draws_its_own_deviation_where_it_is_unknown() {
        Engine.seed(2);
        try (Scope scope = new Scope()) {
            Tensor made = noise(0, 1, false, Degradation.Range.OPEN).of(Tensor.zeros(64, 1, 16, 16), Device.CPU);
            float least = 9, most = 0;
            for (int i = 0; i < 64; i++) {
                float deviation = made.narrowed(0, i, 1).deviation().value();
                least = Math.min(least, deviation);
                most = Math.max(most, deviation);
            }
            assertThat(least).isBetween(0f, 0.2f);
            assertThat(most).isBetween(0.8f, 1.15f);
        }
    }

    @Test
    void shared_noise_is_the_same_in_all_channels() {
        try (Scope scope = new Scope()) {
            Tensor made = noise(1, 1, true, Degradation.Range.OPEN).of(Tensor.zeros(2, 3, 4, 4), Device.CPU);
            assertThat(made.narrowed(1, 0, 1).toFloats())
                    .isEqualTo(made.narrowed(1, 2, 1).toFloats());
        }
    }

    @Test
    void what_leaves_the_range_of_images_is_cut_or_stretched_or_stays() {
        try (Scope scope = new Scope()) {
            Tensor grey = Tensor.zeros(1, 1, 16, 16);
            assertThat(most(noise(3, 3, false, Degradation.Range.CUT).of(grey, Device.CPU)))
                    .isEqualTo(1);
            assertThat(most(noise(3, 3, false, Degradation.Range.STRETCHED).of(grey, Device.CPU)))
                    .isCloseTo(1f, within(1e-6f));
            assertThat(most(noise(3, 3, false, Degradation.Range.OPEN).of(grey, Device.CPU)))
                    .isGreaterThan(2);
        }
    }

    @Test
    void either_cuts_about_half_of_the_images_off_and_leaves_the_rest_whole() {
        Engine.seed(3);
        try (Scope scope = new Scope()) {
            Tensor made = noise(3, 3, false, Degradation.Range.EITHER).of(Tensor.zeros(200, 1, 8, 8), Device.CPU);
            int cut = 0;
            for (int i = 0; i < 200; i++) {
                float most = most(made.narrowed(0, i, 1));
                // of 64 numbers of deviation 3 the largest is never below 2, save once in millions of images
                assertThat(most == 1 || most > 2).isTrue();
                if (most == 1) cut++;
            }
            assertThat(cut).isBetween(70, 130);
        }
    }

    private static float most(Tensor values) {
        float most = 0;
        for (float value : values.toFloats()) most = Math.max(most, Math.abs(value));
        return most;
    }

    @Test
    void a_box_is_the_mean_of_a_square() {
        try (Scope scope = new Scope()) {
            Degradation box = new Degradation(
                    2, Degradation.Filter.BOX, List.of(), false, Degradation.Range.CUT, List.of(), List.of());
            Tensor made = box.of(Tensor.of(new float[] {0, 0.2f, 0.4f, 0.6f}, 1, 1, 2, 2), Device.CPU);
            assertThat(made.toFloats()).containsExactly(new float[] {0.3f}, within(1e-6f));
        }
    }

    @Test
    void content_terms_are_what_their_formulas_say() {
        try (Scope scope = new Scope()) {
            Tensor fakes = Tensor.of(new float[] {0, 1, 0, -1}, 1, 1, 2, 2);
            Tensor reals = Tensor.of(new float[] {0.5f, 0.5f, 0, 0}, 1, 1, 2, 2);
            Schedule one = Schedule.constant(1);
            Degradation halved = new Degradation(
                    2, Degradation.Filter.BOX, List.of(), false, Degradation.Range.CUT, List.of(), List.of());
            assertThat(new Content.L1(one).of(fakes, reals, halved).value()).isEqualTo(0.5f);
            assertThat(new Content.L2(one).of(fakes, reals, halved).value()).isEqualTo(0.375f);
            assertThat(new Content.ShrunkL1(one).of(fakes, reals, halved).value())
                    .isEqualTo(0.25f);
        }
    }

    private static Degradation blurred(double... range) {
        return new Degradation(
                1,
                Degradation.Filter.BICUBIC,
                List.of(),
                false,
                Degradation.Range.CUT,
                Arrays.stream(range).boxed().toList(),
                List.of());
    }

    private static Degradation compressed(Integer... range) {
        return new Degradation(
                1, Degradation.Filter.BICUBIC, List.of(), false, Degradation.Range.CUT, List.of(), List.of(range));
    }

    @Test
    void a_blurred_point_is_a_normal_distribution_and_an_even_image_stays_even_to_its_edges() {
        try (Scope scope = new Scope()) {
            float[] point = new float[31 * 31];
            point[15 * 31 + 15] = 1;
            float[] seen =
                    blurred(2).of(Tensor.of(point, 1, 1, 31, 31), Device.CPU).toFloats();
            assertThat(seen[15 * 31 + 15]).isCloseTo((float) (1 / (2 * Math.PI * 4)), within(1e-3f));
            assertThat(seen[15 * 31 + 17] / seen[15 * 31 + 15]).isCloseTo((float) Math.exp(-0.5), within(1e-3f));
            for (float value :
                    blurred(3).of(Tensor.filled(0.25, 2, 3, 20, 24), Device.CPU).toFloats())
                assertThat(value).isCloseTo(0.25f, within(1e-6f));
        }
    }

    @Test
    void each_image_has_its_own_blur_which_may_be_none() {
        Engine.seed(3);
        try (Scope scope = new Scope()) {
            Tensor noise = Tensor.gaussian(1, 1, 24, 24).times(0.2);
            Tensor all = Tensor.concatenated(Collections.nCopies(40, noise), 0);
            Tensor seen = blurred(0, 1.5).of(all, Device.CPU);
            float least = 9, most = 0;
            for (int i = 0; i < 40; i++) {
                float deviation = seen.narrowed(0, i, 1).deviation().value();
                least = Math.min(least, deviation);
                most = Math.max(most, deviation);
            }
            assertThat(least).isLessThan(0.06f);
            assertThat(most).isGreaterThan(0.17f);
            float[] alone = noise.toFloats();
            assertThat(blurred(0, 0.0001).of(noise, Device.CPU).toFloats()).containsExactly(alone, within(1e-6f));
        }
    }

    @Test
    void a_jpeg_of_low_quality_is_farther_from_the_image_than_one_of_high_quality_and_both_are_files_of_256_shades() {
        Engine.seed(4);
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(3, 1, 32, 24).times(0.3);
            double low = distance(compressed(5), images), high = distance(compressed(95), images);
            assertThat(high).isPositive().isLessThan(0.5 * low);
            for (float value : compressed(5, 95).of(images, Device.CPU).toFloats()) {
                double shade = (value + 1) * 127.5;
                assertThat(shade).isCloseTo(Math.rint(shade), within(1e-3));
            }
            assertThat(compressed(40)
                            .of(Tensor.filled(0.2, 1, 1, 8, 8), Device.CPU)
                            .shape())
                    .containsExactly(1, 1, 8, 8);
        }
    }

    private static double distance(Degradation how, Tensor images) {
        return how.of(images, Device.CPU).minus(images).squared().mean().value();
    }

    @Test
    void impossible_degradations_are_refused() {
        assertThatThrownBy(() -> new Degradation(
                        3, Degradation.Filter.BOX, List.of(), false, Degradation.Range.CUT, List.of(), List.of()))
                .hasMessage("factor must be 1, 2, 4 or 8, got 3");
        assertThatThrownBy(() -> noise(0.2, 0.1, false, Degradation.Range.CUT))
                .hasMessage("sigma must have the least before the most, got [25.5, 12.75]");
        assertThatThrownBy(() -> blurred(3, 1)).hasMessage("blur must have the least before the most, got [3.0, 1.0]");
        assertThatThrownBy(() -> compressed(0)).hasMessage("jpeg must be between 1 and 100, got 0");
        assertThatThrownBy(() -> compressed(10, 20, 30))
                .hasMessage("jpeg must have one number, or the least and the most; got [10, 20, 30]");
    }
}
