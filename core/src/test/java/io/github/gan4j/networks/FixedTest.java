package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FixedTest {
    @Test
    void shuffling_there_and_back_changes_nothing() {
        try (Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(2, 3, 8, 12);
            Tensor there = Fixed.gathered(2).apply(image, Pass.SAMPLING);
            assertThat(there.shape()).containsExactly(2, 12, 4, 6);
            assertThat(Fixed.spread(2).apply(there, Pass.SAMPLING).toFloats()).isEqualTo(image.toFloats());
            assertThat(image.mean().value()).isCloseTo(there.mean().value(), within(1e-6f));
        }
    }

    @Test
    void the_range_of_images_and_the_unit_range_lie_on_one_another() {
        try (Scope scope = new Scope()) {
            Tensor ends = Tensor.of(new float[] {-1, 0, 1}, 3);
            Tensor unit = Fixed.toUnitRange().apply(ends, Pass.SAMPLING);
            assertThat(unit.toFloats()).containsExactly(0, 0.5f, 1);
            assertThat(Fixed.toImageRange().apply(unit, Pass.SAMPLING).toFloats())
                    .containsExactly(-1, 0, 1);
        }
    }
}
