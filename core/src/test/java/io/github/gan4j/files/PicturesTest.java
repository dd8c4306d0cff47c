package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static Picture grey(int width, int height, java.util.function.IntBinaryOperator level) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) level.applyAsInt(i % width, i / width);
        return new Picture(width, height, 1, pixels);
    }

    @Test
    void the_centre_square_is_the_middle() {
        Picture wide = grey(5, 2, (x, y) -> 10 * y + x);
        assertThat(Pictures.centreSquare(wide).pixels()).containsExactly(1, 2, 11, 12);
        Picture tall = grey(1, 3, (x, y) -> y);
        assertThat(Pictures.centreSquare(tall).pixels()).containsExactly(1);
    }

    @Test
    void a_rectangle_outside_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pictures.cropped(grey(4, 4, (x, y) -> 0), 3, 0, 2, 2))
                .withMessage("2x2 pixels from (3, 0) do not lie in a picture of 4x4");
    }

    @Property(tries = 50)
    void a_flat_picture_stays_flat_in_every_size(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int side,
            @ForAll byte level) {
        for (byte pixel : Pictures.resized(grey(width, height, (x, y) -> level), side, side)
                .pixels()) assertThat(pixel).isEqualTo(level);
    }

    @Test
    void fine_stripes_turn_grey_when_shrunk_instead_of_aliasing() {
        Picture stripes = grey(256, 256, (x, y) -> x % 2 * 255);
        for (byte pixel : Pictures.resized(stripes, 30, 30).pixels())
            assertThat(pixel & 0xff).isBetween(110, 145);
    }

    @Test
    void a_ramp_stays_a_ramp() {
        Picture ramp = grey(200, 1, (x, y) -> x);
        byte[] small = Pictures.resized(ramp, 20, 1).pixels();
        for (int x = 2; x < 18; x++) assertThat(small[x] & 0xff).isBetween(x * 10 + 4, x * 10 + 5);
        byte[] large = Pictures.resized(ramp, 400, 1).pixels();
        for (int x = 8; x < 392; x++) assertThat(large[x] & 0xff).isBetween(x / 2 - 1, x / 2 + 1);
    }

    @Test
    void colours_do_not_mix() {
        byte[] pixels = new byte[64 * 3];
        for (int i = 0; i < 64; i++) pixels[3 * i + 1] = (byte) 200;
        Picture small = Pictures.resized(new Picture(8, 8, 3, pixels), 3, 5);
        assertThat(small.channels()).isEqualTo(3);
        assertThat(small.pixels()).startsWith(0, 200, 0, 0, 200, 0);
    }

    @Test
    void grey_and_colour_convert() {
        Picture colours =
                new Picture(3, 1, 3, new byte[] {(byte) 255, 0, 0, (byte) 255, (byte) 255, (byte) 255, 7, 7, 7});
        Picture greys = Pictures.toGrey(colours);
        assertThat(greys.pixels()).containsExactly(76, 255, 7);
        assertThat(Pictures.toGrey(greys)).isSameAs(greys);
        assertThat(Pictures.toGrey(Pictures.toColour(greys))).isEqualTo(greys);
        assertThat(Pictures.toColour(colours)).isSameAs(colours);
    }
}
