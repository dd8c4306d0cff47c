package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.numbers.Statistics;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ImageMeasuresTest {
    private static final SampleShape GREY = SampleShape.image(1, 2, 4);

    private static double measure(String name, SampleShape shape, float... image) {
        return ImageMeasures.named(name).of(image, shape);
    }

    @Test
    void brightness_and_contrast_are_in_shares_of_black_to_white() {
        float[] half = {-1, -1, 1, 1, -1, -1, 1, 1};
        assertThat(measure("brightness", GREY, half)).isEqualTo(0.5);
        assertThat(measure("contrast", GREY, half)).isEqualTo(0.5);
        assertThat(measure("sidelight", GREY, half)).isEqualTo(1);
        assertThat(measure("symmetry", GREY, half)).isEqualTo(0);
        assertThat(measure("ink", GREY, half)).isEqualTo(0.5);
        assertThat(measure("brightness", SampleShape.image(3, 1, 2), 1, 1, -1, -1, -1, -1))
                .isCloseTo(0.299, within(1e-9));
        assertThat(measure("warmth", SampleShape.image(3, 1, 2), 1, 0, 0, 0, -1, 0))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void teeth_are_a_smile_and_an_open_mouth_is_none() {
        SampleShape face = SampleShape.image(1, 50, 50);
        float[] plain = new float[50 * 50];
        for (int i = 0; i < plain.length; i++) plain[i] = i % 7 < 3 ? -0.2f : 0.2f;
        float[] teeth = plain.clone();
        float[] hole = plain.clone();
        for (int y = 38; y < 41; y++)
            for (int x = 18; x < 32; x++) {
                teeth[y * 50 + x] = 1;
                hole[y * 50 + x] = -1;
            }
        assertThat(measure("smile", face, teeth)).isGreaterThan(measure("smile", face, plain) + 1);
        assertThat(measure("smile", face, hole)).isLessThan(measure("smile", face, plain) - 1);
    }

    @Test
    void an_empty_image_has_no_slant_and_no_thickness() {
        float[] black = {-1, -1, -1, -1, -1, -1, -1, -1};
        for (String name : ImageMeasures.names())
            if (!name.equals("symmetry") && !name.equals("warmth"))
                assertThat(measure(name, GREY, black)).as(name).isEqualTo(0);
    }

    @Test
    void slant_follows_the_lean_of_every_pen_stroke_digit() {
        for (int digit = 0; digit < 10; digit++)
            assertThat(correlation("slant", f -> f.slant() + Math.tan(f.rotation()), digit))
                    .as("digit " + digit)
                    .isGreaterThan(0.9);
    }

    @Test
    void thickness_follows_the_pen_over_all_digits() {
        PenStrokes strokes = new PenStrokes(1);
        double[] known = new double[500];
        for (int i = 0; i < known.length; i++) known[i] = strokes.factors(i).thickness();
        double[] found =
                ImageMeasures.named("thickness").ofAll(strokes.batch(0, 500).values(), strokes.shape());
        assertThat(Statistics.correlation(known, found)).isGreaterThan(0.95);
        assertThat(Statistics.mean(found)).isCloseTo(Statistics.mean(known), within(0.5));
    }

    private static double correlation(String measure, ToDoubleFunction<PenStrokes.Factors> factor, int digit) {
        PenStrokes strokes = new PenStrokes(1);
        double[] known = new double[60];
        double[] found = new double[60];
        for (int position = 0, at = 0; at < known.length; position++) {
            PenStrokes.Factors factors = strokes.factors(position);
            if (factors.digit() != digit || factors.way() != 0) continue;
            known[at] = factor.applyAsDouble(factors);
            found[at++] = measure(measure, strokes.shape(), strokes.draw(factors));
        }
        return Statistics.correlation(known, found);
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> ImageMeasures.named("beauty"))
                .hasMessage(
                        "unknown measure 'beauty'; known measures: brightness, contrast, warmth, sidelight, symmetry, smile, ink,"
                                + " thickness, slant, proportion");
        assertThatThrownBy(() -> measure("warmth", GREY, new float[8]))
                .hasMessage("warmth is measured on colour images, got 4x2 grey");
    }
}
