package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Picture CHECKER = new Picture(2, 2, 1, new byte[] {0, (byte) 255, (byte) 255, 0});

    @Test
    void values_from_minus_one_to_one_become_black_to_white() {
        float[] values = {9, -1, 0, 1, -7, 7, Float.NaN};
        Picture picture = Picture.of(values, 1, 1, 2, 3);
        assertThat(picture.pixels()).containsExactly(0, 128, 255, 0, 255, 0);
    }

    @Test
    void channels_stand_side_by_side() {
        Picture picture = Picture.of(new float[] {-1, 1, 1, -1, -1, -1}, 0, 3, 1, 2);
        assertThat(picture.pixels()).containsExactly(0, 255, 0, 255, 0, 0);
    }

    @Test
    void what_was_drawn_keeps_its_colours_as_well_as_what_was_decoded() {
        BufferedImage drawn = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB),
                decoded = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        for (BufferedImage image : List.of(drawn, decoded))
            for (int i = 0; i < 6; i++) image.setRGB(i % 3, i / 3, 0x10fe80 + 0x330107 * i);
        assertThat(Picture.of(drawn)).isEqualTo(Picture.of(decoded));
        assertThat(Picture.of(drawn.getSubimage(1, 1, 2, 1))).isEqualTo(Picture.of(decoded.getSubimage(1, 1, 2, 1)));
        assertThat(Picture.of(drawn).pixels()).startsWith(0x10, 0xfe, 0x80);
    }

    @Test
    void bytes_survive_the_way_to_values_and_back() {
        byte[] pixels = new byte[768];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) i;
        Picture picture = new Picture(16, 16, 3, pixels);
        float[] values = new float[5 + 768];
        picture.copyInto(values, 5);
        assertThat(Picture.of(values, 5, 3, 16, 16)).isEqualTo(picture);
        assertThat(values[5]).isEqualTo(-1);
        assertThat(values).doesNotContain(Float.NaN);
    }

    @Test
    void a_grid_fills_rows_first_on_a_dark_ground() {
        Picture dot = new Picture(1, 1, 1, new byte[] {100});
        Picture grid = Picture.grid(List.of(dot, dot, dot), 2, 1);
        assertThat(grid.width()).isEqualTo(5);
        assertThat(grid.height()).isEqualTo(5);
        int[] set = IntStream.range(0, 25).filter(i -> grid.pixels()[i] == 100).toArray();
        assertThat(set).containsExactly(6, 8, 16);
        assertThat(grid.pixels()[0]).isEqualTo((byte) 32);
    }

    @Test
    void a_grid_refuses_pictures_of_other_sizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.grid(List.of(CHECKER, new Picture(1, 2, 1, new byte[2])), 2, 0))
                .withMessage("pictures that go together must have one size, got 2x2x1 and 1x2x1");
    }

    @Test
    void enlarging_repeats_pixels() {
        assertThat(CHECKER.enlarged(2).pixels())
                .containsExactly(0, 0, 255, 255, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0);
    }

    @Test
    void a_picture_refuses_sizes_that_do_not_match_its_bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Picture(65536, 65536, 1, new byte[0]))
                .withMessage("a picture of 65536x65536 with 1 channels has 4294967296 bytes, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(1, 1, 2, new byte[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(0, 1, 1, new byte[0]));
    }

    @Test
    void equal_content_is_equal() {
        assertThat(CHECKER.enlarged(1)).isEqualTo(CHECKER).hasSameHashCodeAs(CHECKER);
        assertThat(CHECKER.enlarged(2)).isNotEqualTo(CHECKER);
    }

    @Test
    void images_keep_their_exact_levels() {
        byte[] levels = new byte[256];
        for (int i = 0; i < 256; i++) levels[i] = (byte) i;
        Picture grey = new Picture(16, 16, 1, levels);
        assertThat(Picture.of(grey.toImage())).isEqualTo(grey);
        assertThat(Picture.of(Pictures.toColour(grey).toImage())).isEqualTo(Pictures.toColour(grey));
    }

    @Test
    void transparency_is_laid_over_white() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80ff0000);
        assertThat(Picture.of(image).pixels()).containsExactly(255, 255, 255, 255, 127, 127);
    }

    @Test
    void sixteen_bit_grey_becomes_eight_bit_grey() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 257 * 100, 65535});
        assertThat(Picture.of(image)).isEqualTo(new Picture(3, 1, 1, new byte[] {0, 100, (byte) 255}));
    }

    @Test
    void a_palette_of_greys_is_grey_and_one_of_colours_is_colour() {
        byte[] ramp = {0, 50, 100, (byte) 200};
        BufferedImage greys =
                new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(2, 4, ramp, ramp, ramp));
        greys.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 3});
        assertThat(Picture.of(greys)).isEqualTo(new Picture(2, 1, 1, new byte[] {50, (byte) 200}));
        BufferedImage colours = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        colours.setRGB(0, 0, Color.RED.getRGB());
        assertThat(Picture.of(colours)).isEqualTo(new Picture(1, 1, 3, new byte[] {(byte) 255, 0, 0}));
    }
}
