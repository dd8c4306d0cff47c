package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    /** What every kind of samples promises. */
    private static List<Samples> kinds() {
        return List.of(
                Distribution.normal(4, 1.25).samples(3),
                Distribution.spiral(2, 1, 0.02).samples(3),
                new PenStrokes(3),
                new Shuffled(Images.counting(37), 3, true));
    }

    @Test
    void a_sample_depends_on_its_position_only() {
        for (Samples samples : kinds()) {
            Batch whole = samples.batch(100, 90);
            int size = samples.shape().size();
            for (int at : new int[] {89, 0, 40, 41, 3}) {
                Batch one = samples.batch(100 + at, 1);
                assertThat(one.values())
                        .containsExactly(Arrays.copyOfRange(whole.values(), at * size, (at + 1) * size));
                if (samples.labelled()) assertThat(one.labels()[0]).isEqualTo(whole.labels()[at]);
            }
        }
    }

    @Test
    void the_checksum_tells_content_apart_but_not_seeds() {
        assertThat(Distribution.ring(8, 1, 0.01).samples(1).checksum())
                .isEqualTo(Distribution.ring(8, 1, 0.01).samples(2).checksum())
                .isNotEqualTo(Distribution.ring(8, 2, 0.01).samples(1).checksum())
                .isNotEqualTo(Distribution.ring(8, 1, 0.02).samples(1).checksum());
        assertThat(Images.counting(5).checksum()).isEqualTo(Images.counting(5).checksum());
        assertThat(Images.counting(5).checksum())
                .isNotEqualTo(Images.counting(6).checksum());
        assertThat(new PenStrokes(1).checksum())
                .isEqualTo(new PenStrokes(2).checksum())
                .isNotEqualTo(new PenStrokes(1, 32).checksum());
    }

    /** Pinned: a run resumed by a later version, or on another machine, must see the same samples. */
    @Test
    void the_order_and_the_content_never_change() {
        assertThat(sum(new PenStrokes(1).batch(1_000_000_000_000L, 100))).isEqualTo("3d04d101e537d7e2");
        assertThat(sum(Images.counting(37).shuffled(1).batch(1_000_000_000_000L, 100)))
                .isEqualTo("bdff8d6466345bae");
        assertThat(sum(Distribution.normal(4, 1.25).samples(1).batch(1_000_000_000_000L, 100)))
                .isEqualTo("958b497f28072134");
        assertThat(sum(Distribution.spiral(2, 1, 0.02).samples(1).batch(0, 100)))
                .isEqualTo("f3e1dfadaad49c48");
    }

    private static String sum(Batch batch) {
        ContentChecksum sum = new ContentChecksum();
        for (float value : batch.values()) sum.add(Float.floatToIntBits(value));
        for (int label : batch.labels()) sum.add(label);
        return sum.value();
    }

    @Test
    void a_shape_knows_its_size_and_says_it_to_people() {
        assertThat(SampleShape.image(3, 64, 32)).hasToString("32x64 colour");
        assertThat(SampleShape.image(1, 28, 28)).hasToString("28x28 grey");
        assertThat(SampleShape.point(2)).hasToString("point of 2");
        assertThat(SampleShape.image(3, 64, 32).dimensions(5)).containsExactly(5, 3, 64, 32);
        assertThat(SampleShape.point(2).dimensions(5)).containsExactly(5, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleShape.image(1, 0, 4))
                .withMessage("a sample's height must be within 1 and 16384, not 0");
    }

    @Test
    void a_batch_refuses_arrays_that_do_not_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(2, SampleShape.point(2), new float[3], new int[0]))
                .withMessage("a batch of 2 samples (point of 2) needs 4 values, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(2, SampleShape.point(2), new float[4], new int[1]))
                .withMessage("a batch of 2 samples needs 2 labels or none, not 1");
    }
}
