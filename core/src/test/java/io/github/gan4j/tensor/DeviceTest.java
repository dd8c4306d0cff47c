package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On an emulated machine of eight cards: see PlacementTest. */
@ExtendWith(EmulatedCard.class)
class DeviceTest {
    @AfterEach
    void first() {
        Device.own(0);
    }

    @Test
    void a_card_is_chosen_by_its_number_or_by_the_process() {
        assertThat(Device.named("cuda:3")).isEqualTo(new Device(Device.Kind.CUDA, 3));
        assertThat(List.of(Device.named("cuda"), Device.named("auto"))).containsOnly(Device.CUDA);
        Device.own(2);
        assertThat(List.of(Device.named("cuda"), Device.named("auto"))).containsOnly(new Device(Device.Kind.CUDA, 2));
        assertThat(Device.named("cuda:0"))
                .as("a number means that card everywhere")
                .isEqualTo(Device.CUDA);
    }

    @Test
    void a_card_that_is_not_there_is_refused_in_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Device.named("cuda:8"))
                .withMessage(
                        "device 'cuda:8' is not available: there are 8 cards, and numbers begin with cuda:0; use auto or cpu");
        Device.own(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Device.named("auto"))
                .withMessage("device 'cuda' has no card for the process of LOCAL_RANK 9, since each has one of its own:"
                        + " there are 8 cards; start as many processes, or use cpu");
    }

    @Test
    void cards_compute_alike_every_time_and_in_whole_numbers_of_32_bits() {
        Engine.prepare();
        Context all = torch.globalContext();
        assertThat(all.deterministicCuDNN()).isTrue();
        assertThat(all.benchmarkCuDNN()).isFalse();
        assertThat(all.float32Precision(torch.Float32Backend.CUDA, torch.Float32Op.CONV)
                        .intern())
                .isEqualTo(torch.Float32Precision.IEEE);
    }
}
