package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfMemoryTest {
    private static final String ADVICE =
            "; lower batchSize or the networks' width in a training, and the number or the size of images elsewhere";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has a total capacity of 15.73 GiB | the graphics card has not enough memory for 20.00 GiB",
                "MPS backend out of memory (MPS allocated: 9 GB). Tried to allocate 512.00 MB on private pool | the graphics card has not enough memory for 512.00 MB",
                "CUDA error: out of memory | the graphics card has not enough memory",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)` | the graphics card has not enough memory",
                "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 41943040 bytes. Error code 12 | this machine has not enough memory for 40 MiB",
                "DefaultCPUAllocator: not enough memory: you tried to allocate 4 bytes. | this machine has not enough memory for 1 MiB"
            })
    void what_libtorch_says_of_memory_becomes_one_line(String said, String line) {
        assertThat(OutOfMemory.line(new RuntimeException(said + "\nException raised from malloc at ...")))
                .contains(line + ADVICE);
        assertThat(OutOfMemory.line(new IllegalStateException("elsewhere", new RuntimeException(said))))
                .contains(line + ADVICE);
    }

    @Test
    void other_failures_stay_what_they_are() {
        assertThat(OutOfMemory.line(new RuntimeException("CUDA error: device-side assert triggered")))
                .isEmpty();
        assertThat(OutOfMemory.line(new RuntimeException())).isEmpty();
    }

    @Test
    void an_operation_that_asks_for_too_much_says_so() {
        try (Scope scope = new Scope()) {
            Tensor thin = Tensor.zeros(1 << 22, 1);
            assertThatThrownBy(() -> thin.linear(thin))
                    .isInstanceOf(TensorException.class)
                    .hasMessageEndingWith("this machine has not enough memory for 67108864 MiB" + ADVICE);
        }
    }
}
