package io.github.gan4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.game.Belief;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingStatusTest {
    private static final TrainingStatus HALFWAY = status(0.5, 65);

    @Test
    void eighty_columns_have_room_for_everything_but_the_images() {
        String bar = HALFWAY.bar(79, true);
        assertThat(bar).isEqualTo(" 50% |███▌   | 12 345 img/s  1:05 left  D 1.23  G 0.81  p_real 0.61 p_fake 0.42");
        assertThat(bar).hasSize(79);
    }

    @Test
    void wide_screens_show_the_images_too() {
        assertThat(HALFWAY.bar(119, true))
                .contains("123 456 images  ", "12 345 img/s  ", "p_fake 0.42")
                .hasSizeLessThanOrEqualTo(119);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 79, 90, 100, 119, 200})
    void the_line_fits_and_keeps_its_width_while_the_bar_fills(int columns) {
        for (int i = 0; i <= 1000; i++)
            assertThat(status(i / 1000.0, 5000).bar(columns, i % 2 == 0))
                    .hasSizeLessThanOrEqualTo(columns)
                    .endsWith("p_fake 0.42");
    }

    @Test
    void narrow_screens_lose_the_bar_first() {
        assertThat(HALFWAY.bar(70, true)).startsWith(" 50% 12 345 img/s").endsWith("p_fake 0.42");
    }

    @Test
    void screens_without_unicode_get_plain_characters() {
        assertThat(HALFWAY.bar(200, false)).contains("|###############               |");
    }

    @Test
    void what_is_not_known_yet_is_left_out() {
        TrainingStatus first = new TrainingStatus(
                0,
                0,
                128,
                "image",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
        assertThat(first.line()).isEqualTo("  0:00    0%  128 images  ");
    }

    @Test
    void clocks_have_hours_only_when_needed() {
        assertThat(TrainingStatus.clock(65.4)).isEqualTo("1:05");
        assertThat(TrainingStatus.clock(7387)).isEqualTo("2:03:07");
    }

    @Test
    void a_terminal_that_does_not_say_how_wide_it_is_has_eighty_columns() {
        assertThat(TerminalWidth.of("24 132\n")).isEqualTo(132);
        for (String unknown : new String[] {"", "0 0", "24", "stty: no"})
            assertThat(TerminalWidth.of(unknown)).isEqualTo(80);
    }

    private static TrainingStatus status(double share, double seconds) {
        return new TrainingStatus(
                share,
                seconds,
                123_456,
                "image",
                OptionalDouble.of(12_345),
                OptionalDouble.of(1.234),
                OptionalDouble.of(0.81),
                Optional.of(new Belief(0.61, 0.42, 0, 0, 0)));
    }
}
