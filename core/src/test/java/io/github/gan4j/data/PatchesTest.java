package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchesTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Patches patches(int size, int channels, boolean flip) throws IOException {
        return (Patches)
                new DataSource.Patches(folder.toString(), size, channels, flip, false).samples(1, warnings::add);
    }

    /** Every pixel's shade is its picture times 40, plus its column. */
    private void pictures(int count, int width, int height) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[width * height];
            for (int at = 0; at < pixels.length; at++) pixels[at] = (byte) (i * 40 % 200 + at % width);
            ImageFile.writePng(folder.resolve("%02d.png".formatted(i)), new Picture(width, height, 1, pixels));
        }
    }

    @Test
    void patches_are_cut_from_anywhere_and_the_same_for_the_same_position() throws IOException {
        pictures(3, 20, 12);
        Patches patches = patches(8, 0, false);
        assertThat(patches.shape()).isEqualTo(SampleShape.image(1, 8, 8));
        Set<Integer> columns = new TreeSet<>();
        for (int at = 0; at < 60; at++) {
            float[] values = patches.batch(at, 1).values();
            int first = shade(values[0]);
            columns.add(first % 40);
            for (int x = 0; x < 8; x++) assertThat(shade(values[x])).isEqualTo(first + x);
        }
        assertThat(columns).hasSizeGreaterThan(8).allMatch(column -> column <= 12);
        assertThat(patches.batch(17, 4).values())
                .isEqualTo(patches(8, 0, false).batch(17, 4).values());
    }

    private static int shade(float value) {
        return Math.round((value + 1) * 127.5f);
    }

    @Test
    void images_that_are_shrunk_are_counted() throws IOException {
        pictures(2, 1200, 16);
        patches(8, 0, false);
        assertThat(warnings)
                .containsExactly(folder + ": 2 images of more than 1 024 pixels a side were shrunk to that");
    }

    @Test
    void some_are_mirrored_where_that_is_wanted() throws IOException {
        pictures(2, 8, 8);
        Patches patches = patches(8, 0, true);
        Set<Boolean> rising = new TreeSet<>();
        for (int at = 0; at < 30; at++) {
            float[] values = patches.batch(at, 1).values();
            rising.add(values[1] > values[0]);
        }
        assertThat(rising).containsExactly(false, true);
        assertThat(patches.describe()).isEqualTo("patches of 8x8 grey from 1 images, 1 held out, mirrored at random");
    }

    @Test
    void mirrored_and_turned_patches_are_the_eight_symmetries_of_a_square() throws IOException {
        byte[] pixels = new byte[64];
        for (int at = 0; at < pixels.length; at++) pixels[at] = (byte) at;
        Files.write(folder.resolve("a.png"), ImageFile.png(new Picture(8, 8, 1, pixels)));
        Patches patches =
                (Patches) new DataSource.Patches(folder.toString(), 8, 0, true, true).samples(1, warnings::add);
        Set<List<Integer>> corners = new HashSet<>();
        for (int at = 0; at < 100; at++) {
            float[] values = patches.batch(at, 1).values();
            corners.add(List.of(shade(values[0]), shade(values[7]), shade(values[56]), shade(values[63])));
            // neighbours stay neighbours: nothing is sheared or repeated
            Set<Integer> shades = new TreeSet<>();
            for (float value : values) shades.add(shade(value));
            assertThat(shades).hasSize(64);
            int right = Math.abs(shade(values[1]) - shade(values[0])),
                    down = Math.abs(shade(values[8]) - shade(values[0]));
            assertThat(Set.of(right, down)).containsExactlyInAnyOrder(1, 8);
        }
        assertThat(corners)
                .containsExactlyInAnyOrder(
                        List.of(0, 7, 56, 63),
                        List.of(7, 0, 63, 56),
                        List.of(56, 63, 0, 7),
                        List.of(63, 56, 7, 0),
                        List.of(0, 56, 7, 63),
                        List.of(56, 0, 63, 7),
                        List.of(7, 63, 0, 56),
                        List.of(63, 7, 56, 0));
        assertThat(patches.describe()).endsWith(", mirrored at random, turned at random");
    }

    @Test
    void every_tenth_picture_is_held_back_and_never_learned() throws IOException {
        for (int i = 0; i < 20; i++) {
            byte[] pixels = new byte[64];
            Arrays.fill(pixels, (byte) i);
            ImageFile.writePng(folder.resolve("%02d.png".formatted(i)), new Picture(8, 8, 1, pixels));
        }
        Patches patches = patches(8, 0, false);
        assertThat(patches.heldOutPictures()).extracting(NamedPicture::name).containsExactly("09.png", "19.png");
        Set<Integer> seen = new TreeSet<>();
        for (int at = 0; at < 36; at++) seen.add(shade(patches.batch(at, 1).values()[0]));
        assertThat(seen).hasSize(18).doesNotContain(9, 19);
        assertThat(patches.heldOut(1).orElseThrow().count()).isEqualTo(1);
        assertThat(patches.heldOut(9).orElseThrow().values()[patches.shape().size()])
                .isEqualTo(19 / 127.5f - 1);
    }

    @Test
    void a_single_picture_is_learned_and_judged_by() throws IOException {
        pictures(1, 16, 16);
        Patches patches = patches(16, 0, false);
        assertThat(patches.heldOutPictures()).hasSize(1);
        assertThat(patches.batch(0, 3).count()).isEqualTo(3);
    }

    @Test
    void grey_pictures_become_colour_where_one_has_colour_or_it_is_asked_for() throws IOException {
        pictures(2, 8, 8);
        assertThat(patches(8, 3, false).shape().channels()).isEqualTo(3);
        Images.png(folder.resolve("colour.png"), 8, 8, 200, 10, 10);
        assertThat(patches(8, 0, false).shape().channels()).isEqualTo(3);
        assertThat(patches(8, 1, false).shape().channels()).isEqualTo(1);
    }

    @Test
    void what_is_no_image_or_too_small_is_left_out_with_a_line() throws IOException {
        pictures(2, 32, 32);
        Files.writeString(folder.resolve("a.png"), "text");
        Images.png(folder.resolve("b.png"), 40, 20, 1, 1, 1);
        patches(32, 0, false);
        assertThat(warnings)
                .containsExactly(
                        folder.resolve("a.png") + ": is text, not an image; left out",
                        "b.png: 40x20 pixels are smaller than a patch of 32x32; left out");
    }

    @Test
    void nothing_to_cut_from_is_refused() throws IOException {
        pictures(2, 32, 32);
        assertThatThrownBy(() -> patches(64, 0, false))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": no patch of 64x64 pixels can be cut from its 2 images; the first: 00.png: 32x32"
                        + " pixels are smaller than a patch of 64x64");
        DataSource nowhere = new DataSource.Patches("", 8, 0, false, false);
        assertThatThrownBy(() -> nowhere.samples(1, warnings::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data of kind patches needs the path of its files (--data)");
    }

    @Test
    void what_does_not_fit_into_memory_is_refused() throws IOException {
        pictures(3, 32, 32);
        DataSource.Patches source = new DataSource.Patches(folder.toString(), 8, 0, false, false);
        assertThatThrownBy(() -> PatchFolder.read(source, folder, 1, warnings::add, 1024))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder + ": its 3 images need more than the 0 MiB this Java may hold of them");
    }

    @Test
    void the_checksum_tells_other_pictures_apart() throws IOException {
        pictures(3, 16, 16);
        String before = patches(8, 0, false).checksum();
        assertThat(patches(8, 0, true).checksum()).isEqualTo(before);
        Images.png(folder.resolve("01.png"), 16, 16, 9, 9, 9);
        assertThat(patches(8, 0, false).checksum()).isNotEqualTo(before);
    }
}
