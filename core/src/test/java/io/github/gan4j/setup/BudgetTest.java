package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static Plan folder(String minutes, int size) {
        return Presets.draft("folder")
                .set("stop.minutes", minutes)
                .set("threads", "2")
                .set("precision", "bf16")
                .set("data.size", Integer.toString(size))
                .set("data.channels", "3")
                .set("generator.network.labels", "none")
                .set("discriminator.network.labels", "none")
                .plan();
    }

    private static int width(String minutes, int size) {
        return Budget.width(folder(minutes, size), SampleShape.image(3, size, size));
    }

    @Test
    void more_time_and_smaller_images_allow_wider_networks() {
        assertThat(width("5", 32)).isEqualTo(32);
        assertThat(width("5", 64)).isEqualTo(16);
        assertThat(width("60", 64)).isEqualTo(48);
        assertThat(width("0.1", 128)).as("never narrower").isEqualTo(8);
    }

    @Test
    void images_too_large_for_the_time_are_halved_but_never_below_32_pixels() {
        Plan open = folder("5", 0);
        assertThat(Budget.tooLarge(open, sized(64, 16))).isTrue();
        assertThat(Budget.tooLarge(open, sized(64, 32))).isFalse();
        assertThat(Budget.tooLarge(open, sized(32, 16))).isFalse();
        assertThat(Budget.tooLarge(open, sized(60, 16)))
                .as("30 is no multiple of 4")
                .isFalse();
        Plan given = Draft.of(open).set("generator.network.width", "16").plan();
        assertThat(Budget.tooLarge(given, sized(64, 16))).isFalse();
    }

    private static Plan sized(int size, int width) {
        return Draft.of(folder("5", size))
                .set("generator.network.width", Integer.toString(width))
                .plan();
    }
}
