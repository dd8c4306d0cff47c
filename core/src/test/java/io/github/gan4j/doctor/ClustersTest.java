package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.SampleShape;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final Thumbnails RING = Thumbnails.of(
            SampleShape.point(2),
            Distribution.ring(8, 1, 0.01).samples(1).batch(0, 800).values());

    @Test
    void finds_the_modes_of_a_ring() {
        Clusters kinds = Clusters.of(RING, 8);
        assertThat(Clusters.number(kinds.shares(RING))).isCloseTo(8, within(0.1));
        double[] one = kinds.shares(Thumbnails.of(SampleShape.point(2), new float[] {1, 0, 1, 0.01f, 0.99f, 0}));
        assertThat(Clusters.number(one)).isCloseTo(1, within(1e-9));
        assertThat(Clusters.difference(one, kinds.shares(RING))).isCloseTo(0.875, within(0.03));
    }

    @Test
    void the_same_shares_do_not_differ() {
        double[] shares = {0.5, 0.25, 0.25};
        assertThat(Clusters.difference(shares, shares)).isZero();
        assertThat(Clusters.number(shares)).isCloseTo(Math.pow(2, 1.5), within(1e-9));
        assertThat(Clusters.difference(new double[] {1, 0}, new double[] {0, 1}))
                .isEqualTo(1);
    }

    @Test
    void images_are_sketched_as_means_of_blocks() {
        float[] image = new float[17 * 17];
        java.util.Arrays.fill(image, 0.5f);
        image[0] = 1;
        Thumbnails sketch = Thumbnails.of(SampleShape.image(1, 17, 17), image);
        assertThat(sketch.size()).isEqualTo(81);
        assertThat(sketch.values()[0]).isCloseTo(0.625f, within(1e-6f));
        assertThat(sketch.values()[80]).as("a corner of one number").isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void distances_are_those_between_different_samples() {
        Thumbnails line = Thumbnails.of(SampleShape.point(1), new float[] {0, 1, 3});
        assertThat(line.meanDistance()).isCloseTo(2, within(1e-9));
        assertThat(line.nearest(line)).isEqualTo(1);
        assertThat(line.nearest(Thumbnails.of(SampleShape.point(1), new float[] {0})))
                .isEqualTo(1);
    }
}
