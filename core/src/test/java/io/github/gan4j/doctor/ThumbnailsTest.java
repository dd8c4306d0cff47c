package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailsTest {
    /** Sizes below, at, between and at multiples of the pieces in which distances are added up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 48, 100})
    void a_search_that_ends_early_finds_what_one_over_all_numbers_does_to_the_bit(int size) {
        Thumbnails some = random(40, size, 1), others = random(60, size, 2);
        double[] distances = new double[some.count()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < others.count(); j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    double difference = some.values()[i * size + k] - others.values()[j * size + k];
                    sum += difference * difference;
                }
                assertThat(some.squaredDistance(i, others, j)).isEqualTo(sum);
                assertThat(some.squaredDistance(i, others, j, sum)).isEqualTo(sum);
                assertThat(some.squaredDistance(i, others, j, sum / 3)).isBetween(Math.nextUp(sum / 3), sum);
                distances[i] = Math.min(distances[i], Math.sqrt(sum));
            }
        }
        Arrays.sort(distances);
        assertThat(some.nearest(others)).isEqualTo(distances[distances.length / 2]);
    }

    private static Thumbnails random(int count, int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * size];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return new Thumbnails(count, size, values);
    }
}
