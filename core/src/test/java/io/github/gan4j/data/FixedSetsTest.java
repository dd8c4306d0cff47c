package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets of a fixed size out of endless samples, points of 1200 numbers, stacks of digits. */
class FixedSetsTest {
    private static Source source(String name, Map<String, Double> parameters) {
        return Source.named(name, 3).with(parameters);
    }

    private static float[] sorted(Samples samples, long position, int count) {
        float[] values = samples.batch(position, count).values();
        Arrays.sort(values);
        return values;
    }

    @Test
    void every_epoch_has_the_same_samples_in_another_order() throws IOException {
        Samples endless = Sources.open(source("normal", Map.of()));
        Samples fixed = Sources.open(source("normal", Map.of("samples", 50.0)));
        assertThat(sorted(fixed, 0, 50)).isEqualTo(sorted(endless, 0, 50)).isEqualTo(sorted(fixed, 150, 50));
        assertThat(fixed.batch(0, 50).values())
                .isNotEqualTo(fixed.batch(50, 50).values())
                .isEqualTo(Sources.open(source("normal", Map.of("samples", 50.0)))
                        .batch(0, 50)
                        .values());
        assertThat(fixed.describe()).startsWith("50 of endless points");
        assertThat(fixed.checksum()).isNotEqualTo(endless.checksum());
    }

    @Test
    void a_fixed_set_has_a_whole_number_of_samples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.open(source("ring", Map.of("samples", 2.5))))
                .withMessage("samples must be a whole number within 0 and 100000000, not 2.5");
    }

    @Test
    void points_of_1200_numbers_have_noise_in_700_of_them() throws IOException {
        Samples wide = Sources.open(source("synthetic-1200", Map.of()));
        float[] point = wide.batch(7, 1).values();
        assertThat(point).hasSize(1200);
        double centre = point[700];
        assertThat(IntStream.range(700, 1200).allMatch(i -> point[i] == centre)).isTrue();
        assertThat(Synthetic1200.centres()).contains(centre);
        double squares = IntStream.range(0, 700)
                .mapToDouble(i -> (point[i] - centre) * (point[i] - centre))
                .sum();
        assertThat(squares / 700).isBetween(0.8, 1.2);
    }

    @Test
    void points_of_1200_numbers_come_in_any_scale() throws IOException {
        float[] plain =
                Sources.open(source("synthetic-1200", Map.of())).batch(3, 1).values();
        float[] half = Sources.open(source("synthetic-1200", Map.of("scale", 0.5)))
                .batch(3, 1)
                .values();
        for (int i = 0; i < plain.length; i++) assertThat(half[i]).isEqualTo(plain[i] / 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.open(source("synthetic-1200", Map.of("scale", 0.0))))
                .withMessage("scale must be above 0 and at most 1e6, not 0.0");
    }

    @Test
    void stacks_have_a_digit_in_each_channel() {
        ImageSet digits = ImageSets.of(new PenStrokes(1, 16), 0, 20);
        Stacks stacks = new Stacks(digits, 5);
        assertThat(stacks.shape()).isEqualTo(SampleShape.image(3, 16, 16));
        float[] stack = stacks.batch(11, 1).values();
        for (int channel = 0; channel < 3; channel++) {
            float[] plane = Arrays.copyOfRange(stack, channel * 256, channel * 256 + 256);
            assertThat(IntStream.range(0, 20).anyMatch(i -> Arrays.equals(digits.values(i), plane)))
                    .isTrue();
        }
        assertThat(stacks.describe()).isEqualTo("endless stacks of three of 20 images, 16x16 colour");
    }
}
