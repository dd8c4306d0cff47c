package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transposed convolution has the same numbers and gradients whichever kernel of libtorch computes it. */
final class TransposedConvolutionsTest {
    private final int threads = Engine.threads();

    /** @param images what came out; {@code byImages} and {@code byWeight} the gradients of its weighted sum */
    private record Result(float[] images, float[] byImages, float[] byWeight) {}

    @AfterEach
    void usual() {
        Engine.useThreads(threads);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 2, 1, 0", "3, 4, 2, 1, 0", "1, 5, 2, 2, 1", "3, 5, 2, 2, 1", "2, 3, 1, 1, 0", "1, 4, 2, 2, 1"})
    void withOneThreadOrSeveral(int outputs, int kernel, int stride, int padding, int extra) {
        Result alone = result(1, Precision.FP32, outputs, kernel, stride, padding, extra);
        Result shared = result(2, Precision.FP32, outputs, kernel, stride, padding, extra);
        Offset<Float> rounding = Offset.offset(2e-4F);
        assertThat(alone.images()).containsExactly(shared.images(), rounding);
        assertThat(alone.byImages()).containsExactly(shared.byImages(), rounding);
        assertThat(alone.byWeight()).containsExactly(shared.byWeight(), Offset.offset(2e-3F));
    }

    @Test
    void inNarrowNumbersToo() {
        Result alone = result(1, Precision.BF16, 1, 5, 2, 2, 1);
        Result wide = result(2, Precision.FP32, 1, 5, 2, 2, 1);
        assertThat(alone.images()).containsExactly(wide.images(), Offset.offset(0.2F));
        assertThat(alone.byImages()).containsExactly(wide.byImages(), Offset.offset(0.2F));
    }

    private static Result result(
            int threads, Precision precision, int outputs, int kernel, int stride, int padding, int extra) {
        Engine.useThreads(threads);
        Engine.seed(7);
        try (Scope scope = new Scope();
                Precision.Cast cast = precision.on(Device.CPU)) {
            Tensor images = Tensor.gaussian(6, 5, 7, 9).withGradient();
            Tensor weight = Tensor.gaussian(5, outputs, kernel, kernel).withGradient();
            Tensor offset = Tensor.gaussian(outputs);
            Tensor made = images.convolvedTransposed(weight, List.of(offset), stride, padding, extra);
            List<Tensor> gradients = Gradients.of(made.times(made).sum(), List.of(images, weight));
            return new Result(
                    made.toFloats(),
                    gradients.get(0).toFloats(),
                    gradients.get(1).toFloats());
        }
    }
}
