package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private final ImageSet images = Images.counting(37);

    private static int which(float[] values, int offset) {
        return Math.round((values[offset] + 1) * 127.5f);
    }

    @Test
    void bytes_become_values_from_minus_one_to_one() {
        assertThat(images.values(0)).containsExactly(-1, -1, 1, -1);
        assertThat(images.values(3)[0]).isEqualTo(3 / 127.5f - 1, within(1e-6f));
    }

    @Test
    void mirrored_exchanges_left_and_right_in_every_row() {
        float[] values = new float[5];
        images.mirrored(0, values, 1);
        assertThat(values).containsExactly(0, -1, -1, -1, 1);
    }

    @Test
    void classes_in_proportion_take_turns_where_they_are_equal_and_keep_their_shares_at_every_count() {
        assertThat(new ClassCounts(List.of("a", "b", "c"), new int[] {4, 4, 4}).inProportion(7))
                .containsExactly(0, 1, 2, 0, 1, 2, 0);
        int[] shares = {90, 0, 9, 1};
        ClassCounts rare = new ClassCounts(List.of("a", "b", "c", "d"), shares);
        int[] classes = rare.inProportion(200);
        int[] given = new int[4];
        for (int i = 0; i < classes.length; i++) {
            given[classes[i]]++;
            for (int label = 0; label < 4; label++)
                assertThat((double) given[label]).isCloseTo(shares[label] * (i + 1) / 100.0, within(1.0));
        }
        assertThat(given).containsExactly(180, 0, 18, 2);
    }

    @Test
    void it_describes_itself() {
        assertThat(images.describe()).isEqualTo("37 images, 2x2 grey, 2 classes");
        assertThat(images.part(10, 12).describe()).isEqualTo("2 images, 2x2 grey, 2 classes");
        assertThat(images.part(10, 12).name(1)).isEqualTo("11");
        assertThat(images.batch(10, 2).labels()).containsExactly(0, 1);
    }

    @Test
    void every_epoch_is_another_full_permutation() {
        Samples samples = images.shuffled(5);
        int[][] epochs = new int[3][];
        for (int epoch = 0; epoch < 3; epoch++) {
            Batch batch = samples.batch(epoch * 37L, 37);
            epochs[epoch] = new int[37];
            for (int i = 0; i < 37; i++) {
                epochs[epoch][i] = which(batch.values(), 4 * i);
                assertThat(batch.labels()[i]).isEqualTo(epochs[epoch][i] % 2);
            }
            assertThat(epochs[epoch].clone()).doesNotHaveDuplicates().hasSize(37);
        }
        assertThat(epochs[0]).isNotEqualTo(epochs[1]);
        assertThat(epochs[1]).isNotEqualTo(epochs[2]);
        assertThat(images.shuffled(6).batch(0, 37).values())
                .isNotEqualTo(samples.batch(0, 37).values());
    }

    @Test
    void every_image_comes_first_equally_often() {
        ImageSet five = Images.counting(5);
        int[] first = new int[5];
        Samples samples = five.shuffled(1);
        for (int epoch = 0; epoch < 5000; epoch++)
            first[which(samples.batch(epoch * 5L, 1).values(), 0)]++;
        for (int times : first) assertThat(times).isBetween(880, 1120);
    }

    @Test
    void about_half_of_the_samples_are_mirrored() {
        Samples samples = new Shuffled(images, 1, true);
        Batch batch = samples.batch(0, 3700);
        int mirrored = 0;
        for (int i = 0; i < 3700; i++) if (batch.values()[4 * i + 3] == 1) mirrored++;
        assertThat(mirrored).isBetween(1700, 2000);
        assertThat(samples.describe()).endsWith("mirrored at random");
    }

    @Test
    void parts_that_do_not_fit_are_refused() {
        SampleShape shape = SampleShape.image(1, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSet(shape, new byte[1][3], new int[0], List.of(), List.of("a")))
                .withMessage("an image of 2x1 grey needs 2 bytes, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSet(shape, new byte[1][2], new int[] {2}, List.of("x", "y"), List.of("a")))
                .withMessage("labels must be within 0 and 1, not 2");
    }

    @Test
    void more_images_than_memory_holds_are_refused_with_advice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.requireMemory(1_000_000_000, SampleShape.image(3, 256, 256)))
                .withMessageStartingWith(
                        "1000000000 images of 256x256 colour need 187500000 MiB and this Java may hold ")
                .withMessageEndingWith(" MiB of them: ask for a smaller size, or more memory with -Xmx");
    }
}
