package io.github.gan4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static Schedule read(String yaml) {
        return Settings.read(Schedule.class, Yaml.value(yaml), "rate");
    }

    @Test
    void a_line_passes_its_middle_half_way_and_stays_at_its_end() {
        Schedule line = new LinearRamp(1, 3, 100);
        assertThat(List.of(line.at(0), line.at(50), line.at(100), line.at(Long.MAX_VALUE)))
                .containsExactly(1.0, 2.0, 3.0, 3.0);
    }

    @Test
    void a_cosine_is_flat_at_both_ends_and_half_way_in_the_middle() {
        Schedule cosine = new Cosine(2, 0, 100);
        assertThat(cosine.at(0)).isEqualTo(2);
        assertThat(cosine.at(50)).isCloseTo(1, within(1e-12));
        assertThat(cosine.at(25)).isCloseTo(1 + Math.sqrt(0.5), within(1e-12));
        assertThat(cosine.at(100)).isZero();
    }

    @Test
    void a_schedule_of_open_length_takes_that_of_the_run() {
        for (Schedule open : List.of(new Cosine(2, 1, 0), new LinearRamp(2, 1, 0))) {
            assertThat(open.at(1_000_000)).isEqualTo(2);
            assertThat(open.rest()).isEmpty();
            assertThat(open.stretched(0.1)).isEqualTo(open);
            assertThat(open.over(100).over(7).rest()).hasValue(100);
            assertThat(open.over(100).at(100)).isEqualTo(1);
        }
        assertThat(read("{cosine: {from: 2, to: 1}}")).isEqualTo(new Cosine(2, 1, 0));
        for (Schedule own : List.of(new Constant(3), new Steps(1, 0.5, 10, 0.2), new Cosine(2, 1, 5)))
            assertThat(own.over(100)).isEqualTo(own);
    }

    @Property(tries = 200, seed = "1")
    void no_value_changes_after_a_schedule_has_come_to_rest(
            @ForAll @DoubleRange(min = 1, max = 10) double from,
            @ForAll @DoubleRange(min = 0.1, max = 10) double to,
            @ForAll @LongRange(min = 2, max = 1_000_000) long images) {
        for (Schedule schedule : List.of(
                new Constant(from),
                new LinearRamp(from, to, images),
                new Cosine(from, to, images),
                new Steps(from, 0.7, images, Math.min(from, to)))) {
            long rest = schedule.rest().orElseThrow();
            double last = schedule.at(rest);
            for (long later : new long[] {1, images, 20 * images})
                assertThat(schedule.at(rest + later)).isEqualTo(last);
            if (rest > 0 && from != to) assertThat(schedule.at(rest - 1)).isNotEqualTo(last);
            assertThat(schedule.fallen().isPresent()).isEqualTo(last < schedule.highest());
        }
        assertThat(new Steps(from, 0.7, images, 0).rest()).isEmpty();
    }

    @Test
    void steps_fall_by_a_factor_and_rest_on_the_floor() {
        Schedule steps = new Steps(1, 0.5, 10, 0.2);
        assertThat(List.of(steps.at(0), steps.at(9), steps.at(10), steps.at(20), steps.at(30), steps.at(1L << 60)))
                .containsExactly(1.0, 1.0, 0.5, 0.25, 0.2, 0.2);
    }

    @Test
    void a_stretched_schedule_takes_as_much_longer() {
        for (Schedule schedule :
                List.of(new Constant(3), new LinearRamp(1, 3, 100), new Cosine(2, 0, 100), new Steps(1, 0.5, 10, 0.2)))
            for (long images : List.of(0L, 17L, 50L, 200L))
                assertThat(schedule.stretched(7).at(7 * images)).isCloseTo(schedule.at(images), within(1e-12));
        assertThat(new LinearRamp(1, 3, 100).stretched(1e-9)).isEqualTo(new LinearRamp(1, 3, 1));
        assertThatThrownBy(() -> new Cosine(2, 0, 100).stretched(0))
                .hasMessage("a schedule is stretched by a factor above 0, got 0.0");
    }

    @Property(tries = 200, seed = "1")
    void no_schedule_leaves_its_own_limits(
            @ForAll @DoubleRange(min = 0, max = 10) double from,
            @ForAll @DoubleRange(min = 0, max = 10) double to,
            @ForAll @LongRange(min = 1, max = 1_000_000) long images,
            @ForAll @LongRange(min = 0, max = 2_000_000) long seen) {
        List<Schedule> schedules = List.of(
                new Constant(from),
                new LinearRamp(from, to, images),
                new Cosine(from, to, images),
                new Steps(from, 0.7, images, from / 2));
        for (Schedule schedule : schedules) {
            assertThat(schedule.at(seen))
                    .isBetween(Math.nextDown(schedule.lowest()) - 1e-12, schedule.highest() + 1e-12);
        }
    }

    @Property(tries = 200, seed = "1")
    void every_schedule_comes_back_from_its_text_as_it_was(
            @ForAll("anyNumber") double from,
            @ForAll @DoubleRange(min = 0, max = 1) double to,
            @ForAll @LongRange(min = 1) long images) {
        for (Schedule schedule : List.of(
                new Constant(from),
                new LinearRamp(from, to, images),
                new Cosine(to, from, images),
                new Steps(to, 1, images, to))) {
            assertThat(read(schedule.text())).isEqualTo(schedule);
        }
    }

    /** Every finite number there is. */
    @Provide
    static Arbitrary<Double> anyNumber() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Test
    void a_plain_number_is_constant_even_where_yaml_takes_it_for_text() {
        assertThat(read("2e-4")).isEqualTo(new Constant(2e-4));
        assertThat(read("0.1")).isEqualTo(new Constant(0.1));
        assertThat(read("'0.1'")).isEqualTo(new Constant(0.1));
        assertThat(read("{cosine: {from: 2e-4, to: 1e-5, images: 500000}}")).isEqualTo(new Cosine(2e-4, 1e-5, 500_000));
        assertThat(read("{steps: {value: 1, factor: 0.5, everyImages: 5e5}}")).isEqualTo(new Steps(1, 0.5, 500_000, 0));
    }

    @Test
    void a_constant_is_written_as_its_number_and_needs_no_word() {
        assertThat(new Constant(3).text()).isEqualTo("3.0");
        assertThat(new Steps(1, 0.5, 10, 0).text())
                .isEqualTo("{steps: {value: 1.0, factor: 0.5, everyImages: 10, floor: 0.0}}");
        assertThat(Variants.of(Schedule.class).words()).containsExactly("linear", "cosine", "steps");
    }

    @Test
    void a_schedule_is_read_inside_a_record() {
        record Holder(Schedule rate, Optional<Schedule> other) {}
        Schedule line = new LinearRamp(1, 0, 9);
        assertThat(Settings.read(Holder.class, Yaml.tree("rate: {linear: {from: 1, to: 0, images: 9}}", "test")))
                .isEqualTo(new Holder(line, Optional.empty()));
        assertThat(Settings.read(Holder.class, Yaml.tree("{rate: 2, other: 1e-3}", "test")))
                .isEqualTo(new Holder(new Constant(2), Optional.of(new Constant(1e-3))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fast | rate must be a number, got 'fast'",
                "[1, 2] | rate must be one of linear, cosine, steps; got [1, 2]",
                "true | rate must be one of linear, cosine, steps; got true",
                "1e999999999 | rate must be a number, got 'Infinity'",
                "'1e390' | rate must be a number, got '1e390'",
                "{} | rate must have one key, which names its kind (linear, cosine, steps), got {}",
                "{linear: {}, cosine: {}} | rate must have one key, which names its kind (linear, cosine, steps), got {linear: {}, cosine: {}}",
                "{sine: {from: 1}} | rate must be one of linear, cosine, steps; got sine; did you mean 'cosine'?",
                "{cosin: {from: 1}} | rate must be one of linear, cosine, steps; got cosin; did you mean 'cosine'?",
                "{cosine: 3} | rate.cosine must have keys (from, to, images), got 3",
                "linear | rate.from is missing",
                "{linear: {from: 1, too: 2, images: 3}} | unknown key 'too' in rate; known keys: from, to, images; did you mean 'to'?",
                "{linear: {from: 1, images: 3}} | rate.to is missing",
                "{linear: {from: fast, to: 1, images: 3}} | rate.from must be a number, got 'fast'",
                "{linear: {from: 1, to: 2, images: -1}} | rate.images must be at least 0, got -1",
                "{linear: {from: 1, to: 2, images: 1.5}} | rate.images must be a whole number, got '1.5'",
                "{steps: {value: 1, factor: 2, everyImages: 3}} | rate.factor must be above 0 and at most 1, got 2.0",
                "{steps: {value: 1, factor: 1, everyImages: 3, floor: 2}} | rate.floor must be at least 0 and at most value (1.0), got 2.0",
            })
    void a_wrong_schedule_is_refused_in_one_line(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_value_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Constant(Double.NaN)).hasMessage("value must be a finite number, got NaN");
        assertThatThrownBy(() -> new LinearRamp(0, Double.POSITIVE_INFINITY, 1))
                .hasMessage("to must be a finite number, got Infinity");
    }

    @Test
    void limits_are_those_of_the_whole_curve() {
        new LinearRamp(0, 1, 10).requireBetween("rate", 0, 1);
        assertThatThrownBy(() -> new Cosine(0, 2, 10).requireBetween("rate", 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must stay between 0.0 and 1.0, got {cosine: {from: 0.0, to: 2.0, images: 10}}");
        assertThatThrownBy(() -> new Steps(1, 0.5, 10, 0).requireBetween("rate", 0.5, 1))
                .hasMessageStartingWith("rate must stay between 0.5 and 1.0, got {steps: ");
        new Steps(1, 1, 10, 0).requireBetween("rate", 0.5, 1);
    }

    @Test
    void time_before_the_start_is_refused() {
        assertThatThrownBy(() -> new Constant(1).at(-1)).hasMessage("images seen cannot be negative, got -1");
    }

    @Test
    void a_curve_times_a_factor_has_all_its_values_multiplied_and_can_be_set() {
        Schedule cosine = new Cosine(3e-4, 1e-5, 100).times(0.1);
        assertThat(cosine).isEqualTo(new Cosine(3e-5, 1e-6, 100));
        assertThat(cosine.text()).isEqualTo("{cosine: {from: 0.00003, to: 0.000001, images: 100}}");
        assertThat(Schedule.constant(1).times(1 / 3.0).text()).isEqualTo("0.3333");
        assertThat(new Steps(1, 0.5, 10, 0.1).times(2)).isEqualTo(new Steps(2, 0.5, 10, 0.2));
        assertThat(new LinearRamp(1, 0, 10).times(2)).isEqualTo(new LinearRamp(2, 0, 10));
    }
}
