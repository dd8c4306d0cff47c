package io.github.gan4j.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MosaicTest {
    private static final int TILE = 160;

    /** Each pixel becomes the mean of those up to 3 away, those beyond the tile counting 0: as convolutions do it. */
    private record Blur(int channels, int factor, int multiple) implements Mender {
        private static final int REACH = 3;

        @Override
        public float[] mended(float[] tile, int height, int width) {
            assertThat(height % multiple + width % multiple).isZero();
            float[] made = new float[tile.length * factor * factor];
            for (int at = 0; at < made.length; at++) {
                int x = at % (width * factor) / factor, y = at / (width * factor) / factor % height;
                int channel = at / (width * height * factor * factor);
                made[at] = mean(tile, channel, y, x, height, width);
            }
            return made;
        }

        private static float mean(float[] tile, int channel, int y, int x, int height, int width) {
            float sum = 0;
            for (int i = -REACH; i <= REACH; i++) {
                int row = y + i, column = x + i;
                if (row >= 0 && row < height && column >= 0 && column < width)
                    sum += tile[(channel * height + row) * width + column];
            }
            return sum / (2 * REACH + 1);
        }
    }

    private static Picture noise(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        new Random(width).nextBytes(pixels);
        return new Picture(width, height, channels, pixels);
    }

    @Test
    void tiles_leave_no_seams_the_result_is_that_of_the_whole() {
        for (Blur mender : List.of(new Blur(3, 1, 8), new Blur(1, 2, 1))) {
            Picture picture = noise(400, 312, mender.channels());
            Picture whole = Mosaic.mended(mender, Mosaic.Pixels.of(picture), 1000, share -> {});
            Picture tiled = Mosaic.mended(mender, Mosaic.Pixels.of(picture), TILE, share -> {});
            assertThat(tiled.width()).isEqualTo(400 * mender.factor());
            int worst = 0;
            for (int i = 0; i < whole.pixels().length; i++)
                worst = Math.max(worst, Math.abs((whole.pixels()[i] & 0xff) - (tiled.pixels()[i] & 0xff)));
            assertThat(worst).as("shades of 255, from rounding").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void pictures_smaller_than_any_tile_are_done_too() {
        for (int side : new int[] {1, 2, 7, 9}) {
            Picture made = Mosaic.mended(new Blur(1, 4, 8), Mosaic.Pixels.of(noise(side, 3, 1)), TILE, share -> {});
            assertThat(List.of(made.width(), made.height())).containsExactly(4 * side, 12);
        }
    }

    @Test
    void progress_rises_to_the_whole() {
        List<Double> shares = new ArrayList<>();
        Mosaic.mended(new Blur(1, 1, 8), Mosaic.Pixels.of(noise(400, 40, 1)), TILE, shares::add);
        assertThat(shares).hasSizeGreaterThan(2).isSorted().endsWith(1.0);
    }

    @Property(tries = 200)
    void weights_of_all_tiles_over_a_pixel_sum_to_one(
            @ForAll @IntRange(min = 1, max = 1200) int pixels, @ForAll @IntRange(min = 1, max = 2) int factor) {
        TiledSide line = TiledSide.over(pixels, TILE, 8);
        assertThat(line.length()).isBetween(pixels, pixels + 7);
        float[] sums = new float[line.length() * factor];
        for (int number = 0; number < line.starts().length; number++) {
            float[] weights = line.weights(number, factor);
            for (int i = 0; i < weights.length; i++) sums[line.starts()[number] * factor + i] += weights[i];
        }
        for (float sum : sums) assertThat(sum).isCloseTo(1, within(1e-4f));
    }

    private record Halves() implements Mender {
        @Override
        public float[] mended(float[] tile, int height, int width) {
            float[] made = new float[tile.length];
            for (int i = 0; i < made.length; i++) made[i] = tile[i] / 2;
            return made;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int factor() {
            return 1;
        }

        @Override
        public int multiple() {
            return 8;
        }
    }

    @Test
    void numbers_beyond_black_and_white_are_used_as_they_are() {
        float[] planes = new float[200 * 9];
        planes[3] = 1.6f;
        planes[1799] = -2.4f;
        Picture made = Mosaic.mended(new Halves(), Mosaic.Pixels.of(planes, 1, 9, 200), TILE, share -> {});
        assertThat(made.pixels()[3] & 0xff).isEqualTo(Math.round(1.8f * 127.5f));
        assertThat(made.pixels()[1799] & 0xff).isZero();
        assertThat(made.pixels()[4] & 0xff).isEqualTo(128);
    }
}
