package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomPartTest {
    /** Images of 2x1 pixels in three classes; some are alike in all but their names. */
    private static ImageSet images(int count, long seed, boolean labelled) {
        Random random = new Random(seed);
        byte[][] planes = new byte[count][];
        int[] labels = new int[labelled ? count : 0];
        for (int i = 0; i < count; i++) {
            planes[i] = new byte[] {(byte) random.nextInt(12), (byte) random.nextInt(3)};
            if (labelled) labels[i] = random.nextInt(3);
        }
        return new ImageSet(
                new SampleShape(1, 2, 1),
                planes,
                labels,
                labelled ? List.of("a", "b", "c") : List.of(),
                IntStream.range(0, count).mapToObj(i -> "name " + i).toList());
    }

    private static ImageSet reordered(ImageSet images, long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, images.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return images.picked(order.stream().mapToInt(i -> i).toArray());
    }

    @Property(tries = 100)
    void neither_names_nor_order_decide_what_is_drawn(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 70) int most,
            @ForAll long seed,
            @ForAll long order,
            @ForAll boolean labelled) {
        ImageSet images = images(count, seed, labelled);
        RandomPart one = RandomPart.of(images, most, seed), other = RandomPart.of(reordered(images, order), most, seed);
        assertThat(other.images().checksum()).isEqualTo(one.images().checksum());
        assertThat(one.images().size()).isEqualTo(Math.min(count, most));
        assertThat(one.isWhole()).isEqualTo(most >= count);
    }

    @Property(tries = 100)
    void a_split_depends_on_content_alone(@ForAll @IntRange(min = 2, max = 60) int count, @ForAll long order) {
        ImageSet images = images(count, order, true);
        Split one = Split.heldOut(images), other = Split.heldOut(reordered(images, order));
        assertThat(other.train().checksum()).isEqualTo(one.train().checksum());
        assertThat(other.test().checksum()).isEqualTo(one.test().checksum());
        assertThat(one.train().size() + one.test().size()).isEqualTo(count);
    }

    @Test
    void every_image_is_drawn_equally_often_over_the_seeds() {
        ImageSet images = images(40, 1, false);
        int[] drawn = new int[40];
        for (int seed = 0; seed < 2000; seed++) {
            ImageSet part = RandomPart.of(images, 10, seed).images();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < part.size(); i++) names.add(part.name(i));
            assertThat(names).hasSize(10);
            names.forEach(name -> drawn[Integer.parseInt(name.substring(5))]++);
        }
        // 500 expected, standard deviation 19
        for (int times : drawn) assertThat(times).isBetween(420, 580);
    }

    @Test
    void it_says_what_was_drawn() {
        ImageSet images = images(300, 1, true);
        assertThat(RandomPart.of(images, 125, 0).describe()).isEqualTo("125 of 300 images, drawn with seed 0");
        assertThat(RandomPart.of(images, 300, 0).describe()).isEqualTo("all 300 images");
    }
}
