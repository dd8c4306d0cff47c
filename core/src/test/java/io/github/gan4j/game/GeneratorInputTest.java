package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class GeneratorInputTest {
    private static final GeneratorInput ONCE = new Latents.Normal(3, true).seeded(7);

    private static float[] drawn(GeneratorInput input, long step) {
        return input.draw(Reals.of(Tensor.zeros(5, 1)), Players.step(step)).toFloats();
    }

    @Test
    void all_turns_of_a_step_can_start_from_the_same_latents() {
        try (Scope scope = new Scope()) {
            float[] first = drawn(ONCE, 4);
            assertThat(drawn(ONCE, 4)).containsExactly(first);
            assertThat(drawn(ONCE, 5)).isNotEqualTo(first);
            assertThat(drawn(new Latents.Normal(3, true).seeded(8), 4))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void they_take_nothing_from_the_random_numbers_of_the_step() {
        try (Scope scope = new Scope()) {
            Engine.seed(7, 4);
            float[] next = Tensor.gaussian(15).toFloats();
            Engine.seed(7, 4);
            float[] latents = drawn(ONCE, 4);
            assertThat(Tensor.gaussian(15).toFloats()).containsExactly(next).isNotEqualTo(latents);
        }
    }

    @Test
    void nothing_native_is_left_of_them() {
        long before = Pointer.totalCount();
        for (int step = 0; step < 20; step++)
            try (Scope scope = new Scope()) {
                drawn(ONCE, step);
            }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void stratified_latents_cover_their_range_at_equal_steps() {
        try (Scope scope = new Scope()) {
            float[] drawn = drawn(new Latents.Stratified(false), 0);
            assertThat(drawn).hasSize(5);
            for (int i = 0; i < 5; i++) assertThat(drawn[i]).isBetween(-8 + 4f * i, -7.989f + 4f * i);
        }
    }
}
