package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedLabelsTest {
    private static final int CLASSES = 3;

    @Test
    void labels_lie_behind_numbers_and_behind_maps() {
        try (Network joined = new JoinedLabels(CLASSES).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor classes = Tensor.ofClasses(new int[] {1, 2}).oneHot(CLASSES);
            Pass pass = Pass.TRAINING.withLabels(Optional.of(classes));
            assertThat(joined.apply(Tensor.of(new float[] {7, 8}, 2, 1), pass).toFloats())
                    .containsExactly(7, 0, 1, 0, 8, 0, 0, 1);
            assertThat(joined.apply(Tensor.of(new float[] {7, 8, 9, 10}, 2, 1, 1, 2), pass)
                            .toFloats())
                    .containsExactly(7, 8, 0, 0, 1, 1, 0, 0, 9, 10, 0, 0, 0, 0, 1, 1);
        }
    }

    @Test
    void a_class_that_is_not_told_or_of_another_kind_is_refused() {
        try (Network joined = new JoinedLabels(CLASSES).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor input = Tensor.gaussian(2, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> joined.apply(input, Pass.TRAINING))
                    .withMessage("this network asks for the class of each sample (3 numbers), got none");
            Pass five = Pass.TRAINING.withLabels(Optional.of(Tensor.zeros(2, 5)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> joined.apply(input, five))
                    .withMessage("this network asks for the class of each sample in 3 numbers, got 5");
        }
    }
}
