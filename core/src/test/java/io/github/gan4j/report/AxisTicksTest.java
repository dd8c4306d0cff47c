package io.github.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTicksTest {
    @Test
    void ticks_are_round_and_within_the_axis() {
        assertThat(AxisTicks.linear(0.7698, 4.199, 5)).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(AxisTicks.linear(0, 256_000, 5)).containsExactly(0.0, 100_000.0, 200_000.0);
        assertThat(AxisTicks.linear(-0.3, 0.2, 5)).containsExactly(-0.3, -0.2, -0.1, 0.0, 0.1, 0.2);
        assertThat(AxisTicks.logarithmic(0.02, 45, 5)).containsExactly(0.1, 1.0, 10.0);
        assertThat(AxisTicks.logarithmic(1.5, 6, 5)).containsExactly(2.0, 5.0);
        assertThat(AxisTicks.linear(3, 3, 5)).containsExactly(3.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "-3, -3", "12000, 12 k", "3400000, 3.4 M", "0.00002, 2e-5", "1500, 1500"})
    void labels_are_short_and_exact(double value, String label) {
        assertThat(AxisTicks.label(value)).isEqualTo(label);
    }

    @Property(tries = 300)
    void there_are_a_few_ticks_whatever_the_range(
            @ForAll @DoubleRange(min = -1000, max = 1000) double start,
            @ForAll @DoubleRange(min = 1, max = 10) double width,
            @ForAll @IntRange(min = -6, max = 6) int power) {
        double low = start * Math.pow(10, power), length = width * Math.pow(10, power);
        List<Double> marks = AxisTicks.linear(low, low + length, 5);
        assertThat(marks).hasSizeBetween(2, 13).isSorted();
        double slack = 1e-5 * length + 1e-9 * Math.abs(low);
        assertThat(marks).allMatch(mark -> mark >= low - slack && mark <= low + length + slack);
    }
}
