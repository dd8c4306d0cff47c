package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Drawing.Colour;
import io.github.gan4j.settings.Drawing.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    record LeakyRelu() {}

    record R1() {}

    record ShrunkL1() {}

    @Test
    void words_are_names_in_small_letters_with_hyphens() {
        assertThat(Words.of(Colour.DARK_BLUE)).isEqualTo("dark-blue");
        assertThat(Words.of(LeakyRelu.class)).isEqualTo("leaky-relu");
        assertThat(Words.of(R1.class)).isEqualTo("r1");
        assertThat(Words.of(ShrunkL1.class)).isEqualTo("shrunk-l1");
        assertThat(Words.of(Shape.Star.class)).isEqualTo("star-shaped");
    }

    @ParameterizedTest
    @CsvSource({
        "relu, relu",
        "RELU, relu",
        "relo, relu",
        "rlu, relu",
        "leaky_relu, leaky-relu",
        "batchsize, batchSize",
        "xyz, ",
        "r, ",
        "a, ",
        "batch, ",
    })
    void the_nearest_word_differs_by_two_letters_at_most_and_less_than_half(String unknown, String nearest) {
        List<String> known = List.of("relu", "leaky-relu", "batchSize", "tanh");
        assertThat(Words.nearest(unknown, known).orElse(null)).isEqualTo(nearest);
        assertThat(Words.didYouMean(unknown, known))
                .isEqualTo(nearest == null ? "" : "; did you mean '" + nearest + "'?");
    }
}
