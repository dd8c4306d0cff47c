package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Latents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final Arithmetic SUM = Arithmetic.of(
            List.of(List.of(new float[] {1, 2}, new float[] {3, 4}), List.of(new float[] {10, 20})),
            List.of(List.of(new float[] {1, 1})));

    @Test
    void means_are_added_and_taken_away() {
        assertThat(SUM.terms()).extracting(Arithmetic.Term::added).containsExactly(true, false, true);
        assertThat(SUM.result()).containsExactly(11, 22);
    }

    @Test
    void the_result_is_in_the_middle_of_nine() {
        float[] nine = SUM.neighbourhood(0.25, 7);
        assertThat(nine).hasSize(18);
        assertThat(Arrays.copyOfRange(nine, 8, 10)).containsExactly(SUM.result());
        for (int i = 0; i < 18; i++)
            assertThat(Math.abs(nine[i] - SUM.result()[i % 2])).isLessThanOrEqualTo(0.25f);
        assertThat(Arrays.copyOf(nine, 2)).isNotEqualTo(SUM.result());
        assertThat(SUM.neighbourhood(0.25, 7)).isEqualTo(nine);
    }

    @Test
    void the_figure_has_a_column_for_each_concept_and_nine_results() {
        Picture figure = ArithmeticFigure.of(SUM, 0.25, ArithmeticTest::dots);
        assertThat(figure.width()).isGreaterThan(6 * 50);
        assertThat(figure.height()).isGreaterThan(4 * 50);
        int white = 0;
        for (byte pixel : figure.pixels()) if (pixel == (byte) 255) white++;
        // 2 + 1 + 1 samples, 3 means, 9 results
        assertThat(white).isEqualTo(16 * 50 * 50);
    }

    private static List<Picture> dots(float[] latents) {
        byte[] white = new byte[50 * 50];
        Arrays.fill(white, (byte) 255);
        List<Picture> all = new ArrayList<>();
        for (int i = 0; i < latents.length; i += 2) all.add(new Picture(50, 50, 1, white));
        return all;
    }

    @Test
    void truncation_pulls_to_the_mean() {
        Latents normal = new Latents.Normal(2, false);
        Latents uniform01 = new Latents.Uniform01(2, false);
        assertThat(new Truncation(0.5, normal).of(new float[] {2, -4})).containsExactly(1, -2);
        assertThat(new Truncation(0.5, uniform01).of(new float[] {1, 0})).containsExactly(0.75f, 0.25f);
        assertThat(new Truncation(0, uniform01).of(new float[] {1, 0})).containsExactly(0.5f, 0.5f);
        assertThatThrownBy(() -> new Truncation(-1, normal)).hasMessage("truncation must be within 0 and 2, got -1.0");
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> new Arithmetic(List.of())).hasMessage("arithmetic needs at least one concept");
        assertThatThrownBy(() -> new Arithmetic.Term(true, List.of()))
                .hasMessage("a concept needs at least one latent");
    }
}
