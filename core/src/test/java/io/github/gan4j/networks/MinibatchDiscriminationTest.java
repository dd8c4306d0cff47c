package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MinibatchDiscriminationTest {
    private static MinibatchDiscrimination.Kernels kernels(boolean self) {
        return new MinibatchDiscrimination.Kernels(2, 2, self, 0.5);
    }

    /** One feature x; the points of kernel 1 are (x, 0), those of kernel 2 (0, 2x). */
    private static float[] alike(boolean self, float... batch) {
        try (Network layer = new MinibatchDiscrimination(1, kernels(self)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            layer.learned().copyInPlace(Tensor.of(new float[] {1, 0, 0, 2}, 4));
            return layer.apply(Tensor.of(batch, batch.length, 1), Pass.TRAINING).toFloats();
        }
    }

    @Test
    void each_kernel_counts_how_many_of_a_batch_are_alike_as_published() {
        // differences of 0, 1 and 3: e^-1 = 0.367879, e^-3 = 0.049787, e^-2 = 0.135335, e^-6 = 0.002479, e^-4 =
        // 0.018316
        float[] found = alike(true, 0, 1, 3);
        double[] byHand = {
            0, 1 + 0.367879 + 0.049787, 1 + 0.135335 + 0.002479,
            1, 1 + 0.367879 + 0.135335, 1 + 0.135335 + 0.018316,
            3, 1 + 0.049787 + 0.135335, 1 + 0.002479 + 0.018316
        };
        for (int i = 0; i < byHand.length; i++) assertThat((double) found[i]).isCloseTo(byHand[i], within(1e-5));
    }

    @Test
    void the_likeness_to_oneself_can_be_left_out() {
        assertThat(alike(false, 7)).containsExactly(7, 0, 0);
        assertThat(alike(false, 5, 5, 5)).containsExactly(5, 2, 2, 5, 2, 2, 5, 2, 2);
        assertThat(alike(true, 5, 5, 5)).containsExactly(5, 3, 3, 5, 3, 3, 5, 3, 3);
    }

    /** Penalties on slopes need it. */
    @Test
    void the_slope_of_the_comparison_has_a_slope() {
        try (Network layer = new MinibatchDiscrimination(1, kernels(true)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            layer.learned().copyInPlace(Tensor.of(new float[] {1, 0, 0, 0}, 4));
            Tensor batch = Tensor.of(new float[] {0, 1}, 2, 1).withGradient();
            Tensor slope =
                    layer.apply(batch, Pass.TRAINING).narrowed(1, 1, 1).sum().gradientFor(batch);
            // f = 2 (1 + e^-d) + const of d = x1 - x0: slopes 2 e^-d and -2 e^-d
            assertThat(slope.toFloats()[0]).isCloseTo(0.735759f, within(1e-5f));
            float[] second = slope.narrowed(0, 0, 1).sum().gradientFor(batch).toFloats();
            assertThat(second[0]).isCloseTo(0.735759f, within(1e-5f));
            assertThat(second[1]).isCloseTo(-0.735759f, within(1e-5f));
        }
    }

    @Test
    void batches_beyond_memory_are_refused() {
        var many = new MinibatchDiscrimination.Kernels(1024, 256, true, 1);
        try (Network layer = new MinibatchDiscrimination(1, many).allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.apply(Tensor.zeros(64, 1), Pass.TRAINING))
                    .withMessage(
                            "minibatch discrimination of 1024 kernels of 256 numbers is too large for a batch of 64;"
                                    + " take fewer of any");
        }
    }

    @Test
    void kernels_have_limits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinibatchDiscrimination.Kernels(0, 5, true, 0.02))
                .withMessage("kernels must be between 1 and 1024, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinibatchDiscrimination.Kernels(1, 257, true, 0.02))
                .withMessage("dims must be between 1 and 256, got 257");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinibatchDiscrimination.Kernels(1, 5, true, 0))
                .withMessage("std must be above 0 and at most 10, got 0.0");
    }
}
