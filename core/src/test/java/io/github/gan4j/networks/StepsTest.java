package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every step of training: nothing leaks, and equal seeds give equal bits. */
class StepsTest {
    @ParameterizedTest
    @EnumSource
    void a_thousand_steps_hold_as_many_native_objects_as_ten(Precision precision) {
        long before = Pointer.totalCount();
        try (Steps steps = new Steps(precision)) {
            steps.take(10);
            long afterTen = Pointer.totalCount();
            steps.take(990);
            assertThat(Pointer.totalCount()).isEqualTo(afterTen);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"FP32, 1", "FP32, 2", "BF16, 1", "BF16, 2"})
    void equal_seeds_and_threads_give_bit_identical_weights(Precision precision, int threads) {
        int before = Engine.threads();
        Engine.useThreads(threads);
        try {
            assertThat(after20(precision)).containsExactly(after20(precision));
        } finally {
            Engine.useThreads(before);
        }
    }

    private static float[] after20(Precision precision) {
        try (Steps steps = new Steps(precision)) {
            float[] start = steps.weights();
            steps.take(20);
            float[] end = steps.weights();
            assertThat(end).isNotEqualTo(start);
            return end;
        }
    }
}
