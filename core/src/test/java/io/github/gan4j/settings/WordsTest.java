package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Drawing.Colour;
import io.github.gan4j.settings.Drawing.Shape;
import org.junit.jupiter.api.Test;

class WordsTest {
    record LeakyRelu() {}

    record R1() {}

    record ShrunkL1() {}

    @Test
    void a_records_text_is_said_in_words() {
        assertThat(Words.inWords("Discs[size=16, soft=true]")).isEqualTo("discs (size 16, soft true)");
        assertThat(Words.inWords("GreyDiscs[]")).isEqualTo("grey discs");
        assertThat(Words.inWords("points [0, 1]")).isEqualTo("points [0, 1]");
    }

    @Test
    void words_are_names_in_small_letters_with_hyphens() {
        assertThat(Words.of(Colour.DARK_BLUE)).isEqualTo("dark-blue");
        assertThat(Words.of(LeakyRelu.class)).isEqualTo("leaky-relu");
        assertThat(Words.of(R1.class)).isEqualTo("r1");
        assertThat(Words.of(ShrunkL1.class)).isEqualTo("shrunk-l1");
        assertThat(Words.of(Shape.Star.class)).isEqualTo("star-shaped");
    }
}
