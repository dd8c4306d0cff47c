package io.github.gan4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void letters_of_every_script_and_pictures_stay() {
        String text = "räume/图/كتاب/ד/😀/👨‍👩‍👧 a\\b █▌ 3±1";
        assertThat(Printable.line(text)).isEqualTo(text);
    }

    @Test
    void what_moves_the_cursor_is_written_out() {
        assertThat(Printable.line("a\u001b[2Jb\u0007\b\u007f\u009b\0"))
                .isEqualTo("a\\u001b[2Jb\\u0007\\u0008\\u007f\\u009b\\u0000");
        assertThat(Printable.line("a\nb\r\tc\u2028d")).isEqualTo("a\\nb\\r\\tc\\u2028d");
        assertThat(Printable.line("gpj.\u202eexe\u2066")).isEqualTo("gpj.\\u202eexe\\u2066");
    }

    @Test
    void a_line_that_would_fill_screens_is_shortened_in_its_middle() {
        String shown = Printable.line("labels.csv: " + "x".repeat(2_000_000) + "; what to do");
        assertThat(shown).startsWith("labels.csv: xxx").contains("x … x").endsWith("x; what to do");
        assertThat(shown.length()).isLessThan(3000);
        assertThat(Printable.line("x".repeat(3000))).hasSize(3000);
    }

    @Test
    void text_keeps_its_lines() {
        assertThat(Printable.text("a\u001b\nb\n")).isEqualToNormalizingNewlines("a\\u001b\nb\n");
        assertThat(Printable.text("a")).isEqualTo("a");
        assertThat(Printable.text("")).isEmpty();
    }

    @Test
    void no_character_at_all_controls_a_terminal() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            String shown = Printable.line(Character.toString(each));
            assertThat(shown.codePoints().anyMatch(Character::isISOControl)).isFalse();
        }
    }
}
