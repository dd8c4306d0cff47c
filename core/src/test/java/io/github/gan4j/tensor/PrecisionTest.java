package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
    @ParameterizedTest
    @EnumSource
    void a_step_changes_the_next_output(Precision precision) {
        try (Scope scope = new Scope()) {
            Tensor weight = Tensor.filled(1, 1, 4).withGradient();
            Tensor input = Tensor.filled(1, 1, 4);
            assertThat(product(input, weight, precision)).isEqualTo(4);
            weight.copyInPlace(Tensor.filled(2, 1, 4));
            assertThat(product(input, weight, precision)).isEqualTo(8);
        }
    }

    private static float product(Tensor input, Tensor weight, Precision precision) {
        try (Precision.Cast cast = precision.on(Device.CPU)) {
            return input.linear(weight).toFloat().value();
        }
    }

    @Test
    void bf16_rounds_products_to_8_bits_and_fp32_does_not() {
        try (Scope scope = new Scope()) {
            Tensor input = Tensor.filled(1, 1, 1);
            Tensor weight = Tensor.filled(1 + 1.0 / 512, 1, 1);
            assertThat(product(input, weight, Precision.BF16)).isEqualTo(1);
            assertThat(product(input, weight, Precision.FP32)).isEqualTo(1 + 1f / 512);
        }
    }

    @Test
    void casting_ends_when_it_is_closed() {
        try (Scope scope = new Scope()) {
            try (Precision.Cast outer = Precision.BF16.on(Device.CPU)) {
                try (Precision.Cast inner = Precision.BF16.on(Device.CPU)) {
                    assertThat(torch.is_autocast_enabled(torch.DeviceType.CPU)).isTrue();
                }
                assertThat(torch.is_autocast_enabled(torch.DeviceType.CPU)).isTrue();
            }
            assertThat(torch.is_autocast_enabled(torch.DeviceType.CPU)).isFalse();
        }
    }

    @Test
    void names_are_those_of_plans() {
        assertThat(Precision.named("fp32")).isEqualTo(Precision.FP32);
        assertThat(Precision.named("bf16")).isEqualTo(Precision.BF16);
        assertThat(Precision.named("auto")).isEqualTo(Precision.fastest());
        assertThatThrownBy(() -> Precision.named("fp16"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown precision 'fp16'; known precisions: auto, fp32, bf16");
    }

    @Test
    void devices_have_the_names_of_plans() {
        assertThat(Device.named("cpu")).isEqualTo(Device.CPU);
        assertThat(Device.named("auto")).isIn(Device.CPU, Device.CUDA, Device.MPS);
        assertThatThrownBy(() -> Device.named("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown device 'tpu'; known devices: auto, cpu, cuda, mps, cuda:N");
    }
}
