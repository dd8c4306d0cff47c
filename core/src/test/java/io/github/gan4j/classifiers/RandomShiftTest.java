package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomShiftTest {
    private static final SampleShape THREE = SampleShape.image(1, 3, 3);
    private static final float[] DOT = {0, 0, 0, 0, 1, 0, 0, 0, 0};

    @Test
    void a_dot_goes_to_every_place_within_reach_and_nowhere_else() {
        Set<String> seen = new HashSet<>();
        for (int position = 0; position < 200; position++) {
            float[] moved = RandomShift.moved(new Batch(1, THREE, DOT, new int[0]), 1, 5, position)
                    .values();
            seen.add(Arrays.toString(moved));
            float sum = 0;
            for (float value : moved) sum += value;
            assertThat(sum).isEqualTo(1);
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void edges_are_repeated_where_an_image_leaves_its_place() {
        float[] flat = new float[9];
        Arrays.fill(flat, 0.7f);
        assertThat(RandomShift.moved(new Batch(1, THREE, flat, new int[0]), 2, 1, 0)
                        .values())
                .containsOnly(0.7f);
    }

    @Test
    void the_same_seed_and_position_move_alike_in_any_batch() {
        float[] two = Arrays.copyOf(DOT, 18);
        System.arraycopy(DOT, 0, two, 9, 9);
        float[] together = RandomShift.moved(new Batch(2, THREE, two, new int[0]), 1, 5, 40)
                .values();
        float[] alone = RandomShift.moved(new Batch(1, THREE, DOT, new int[0]), 1, 5, 41)
                .values();
        assertThat(Arrays.copyOfRange(together, 9, 18)).containsExactly(alone);
    }
}
