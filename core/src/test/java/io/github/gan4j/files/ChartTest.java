package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static final int BLUE = 0x0072b2;

    @TempDir
    Path folder;

    private static Chart.Series line(String name, int points, double last, DoubleUnaryOperator y) {
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = points == 1 ? last : last * i / (points - 1);
            ys[i] = y.applyAsDouble((double) i / points);
        }
        return new Chart.Series(name, xs, ys);
    }

    /** Pixels of the first line's colour in each third of the width. */
    private int[] drawn(Chart chart, String name) throws IOException {
        Path file = folder.resolve(name);
        chart.write(file);
        Picture picture = ImageFile.read(file);
        int[] thirds = new int[3];
        byte[] pixels = picture.pixels();
        for (int at = 0; at < picture.width() * 400; at++) {
            int colour = (pixels[3 * at] & 0xff) << 16 | (pixels[3 * at + 1] & 0xff) << 8 | pixels[3 * at + 2] & 0xff;
            if (colour == BLUE && at / picture.width() > 80) thirds[at % picture.width() * 3 / picture.width()]++;
        }
        return thirds;
    }

    @Test
    void losses_are_drawn_on_white_with_a_gap_where_there_is_no_number() throws IOException {
        Random random = new Random(1);
        DoubleUnaryOperator gap = t -> t > 0.36 && t < 0.7 ? Double.NaN : 1.2 + 0.1 * random.nextGaussian();
        Chart chart = Chart.of(
                        "Losses",
                        "images seen",
                        "loss",
                        line("discriminator", 200, 560_000, gap),
                        line("generator", 200, 560_000, t -> 0.9 + t + 0.15 * random.nextGaussian()))
                .guidedBy(1.386);
        int[] thirds = drawn(chart, "losses.png");
        assertThat(thirds[0]).isPositive();
        assertThat(thirds[1]).isLessThan(thirds[0] / 4);
        assertThat(thirds[2]).isPositive();
        Picture picture = ImageFile.read(folder.resolve("losses.png"));
        assertThat(picture.pixels()).startsWith(255, 255, 255);
    }

    @Test
    void probabilities_have_a_fixed_range() throws IOException {
        Chart chart = Chart.of(
                        "What the discriminator believes",
                        "images seen",
                        "probability of being real",
                        line("reals", 60, 4_800_000, t -> 0.5 + 0.4 * Math.exp(-3 * t)),
                        line("fakes", 60, 4_800_000, t -> 0.5 - 0.4 * Math.exp(-3 * t)))
                .within(0, 1)
                .guidedBy(0.5);
        for (int pixels : drawn(chart, "probabilities.png")) assertThat(pixels).isGreaterThan(50);
    }

    @Test
    void charts_of_almost_nothing_are_charts_too() throws IOException {
        assertThat(drawn(Chart.of("One point", "images seen", "loss", line("a", 1, 64, t -> 0.7)), "one.png")[1])
                .isPositive();
        assertThat(drawn(Chart.of("Flat", "images seen", "loss", line("a", 9, 900, t -> 0.7)), "flat.png")[1])
                .isPositive();
        assertThat(drawn(Chart.of("None", "images seen", "loss", line("a", 0, 0, t -> 0)), "none.png"))
                .containsOnly(0);
        assertThat(drawn(Chart.of("Empty", "images seen", "loss"), "empty.png")).containsOnly(0);
        assertThat(drawn(Chart.of("NaN", "images seen", "loss", line("a", 5, 9, t -> Double.NaN)), "nan.png"))
                .containsOnly(0);
        DoubleUnaryOperator wild = t -> t < 0.5 ? 1e30 : Double.NEGATIVE_INFINITY;
        drawn(Chart.of("Wild", "images seen", "loss", line("a", 50, 9, wild)), "wild.png");
    }

    @Test
    void many_images_read_as_thousands_and_millions() {
        assertThat(Plot.Unit.of(900)).isEqualTo(new Plot.Unit(1, ""));
        assertThat(Plot.Unit.of(560_000)).isEqualTo(new Plot.Unit(1e3, " (thousands)"));
        assertThat(Plot.Unit.of(4_800_000)).isEqualTo(new Plot.Unit(1e6, " (millions)"));
    }

    @Test
    void halves_that_do_not_match_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart.Series("a", new double[2], new double[3]))
                .withMessage("series 'a' has 2 x values and 3 y values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.of("a", "x", "y").within(1, 1))
                .withMessage("a range needs two rising ends, got 1.0 and 1.0");
    }

    @Test
    void long_names_are_listed_below_one_another() throws IOException {
        Chart.Series[] few = {line("a", 9, 9, t -> t), line("b", 9, 9, t -> 1 - t)};
        Chart.Series[] wordy = {line("a".repeat(70), 9, 9, t -> t), line("b".repeat(300), 9, 9, t -> 1 - t)};
        Path file = folder.resolve("names.png");
        Picture row = Chart.of("names", "x", "y", few).drawn(file);
        Picture list = Chart.of("names", "x", "y", wordy).drawn(file);
        assertThat(list.width()).isEqualTo(row.width());
        assertThat(list.height()).isGreaterThan(row.height());
    }
}
