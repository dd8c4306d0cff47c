package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets of a fixed size out of endless samples, points of 1200 numbers, stacks of digits. */
class FixedSetsTest {
    private static Samples open(DataSource source) throws IOException {
        return source.samples(3, line -> {});
    }

    private static float[] sorted(Samples samples, long position, int count) {
        float[] values = samples.batch(position, count).values();
        Arrays.sort(values);
        return values;
    }

    @Test
    void every_epoch_has_the_same_samples_in_another_order() throws IOException {
        Samples endless = open(new DrawnSource.Normal(4, 1.25, 0));
        Samples fixed = open(new DrawnSource.Normal(4, 1.25, 50));
        assertThat(sorted(fixed, 0, 50)).isEqualTo(sorted(endless, 0, 50)).isEqualTo(sorted(fixed, 150, 50));
        assertThat(fixed.batch(0, 50).values())
                .isNotEqualTo(fixed.batch(50, 50).values())
                .isEqualTo(
                        open(new DrawnSource.Normal(4, 1.25, 50)).batch(0, 50).values());
        assertThat(fixed.describe()).startsWith("50 of endless points");
        assertThat(fixed.checksum()).isNotEqualTo(endless.checksum());
    }

    @Test
    void a_fixed_set_has_a_whole_number_of_samples() {
        for (String source : List.of("ring", "synthetic-1200", "stacked-mnist"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Settings.read(
                            DataSource.class, Yaml.value("{%s: {samples: 2.5}}".formatted(source)), "data"))
                    .withMessage("data.samples must be a whole number, got '2.5'");
        for (int samples : new int[] {-1, 100_000_001})
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DrawnSource.Ring(8, 1, 0.01, samples))
                    .withMessage("samples must be between 0 and 100000000, got " + samples);
    }

    @Test
    void points_of_1200_numbers_have_noise_in_700_of_them() throws IOException {
        Samples wide = open(new DataSource.Wide(1, 0));
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
        float[] plain = open(new DataSource.Wide(1, 0)).batch(3, 1).values();
        float[] half = open(new DataSource.Wide(0.5, 0)).batch(3, 1).values();
        for (int i = 0; i < plain.length; i++) assertThat(half[i]).isEqualTo(plain[i] / 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataSource.Wide(0, 0))
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
