package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.LatentPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatentsTest {
    private static Latents latents(LatentPlan.Distribution distribution) {
        return new Latents(new LatentPlan(size(distribution), distribution));
    }

    private static int size(LatentPlan.Distribution distribution) {
        return distribution == LatentPlan.Distribution.STRATIFIED ? 1 : 3;
    }

    /** Pictures that people found by their seed must stay where they are. */
    @Test
    void the_numbers_of_a_seed_never_change() {
        assertThat(latents(LatentPlan.Distribution.NORMAL).of(42))
                .containsExactly(-0.46001682f, -1.160228f, 0.05902297f);
        assertThat(latents(LatentPlan.Distribution.UNIFORM).of(42))
                .containsExactly(-0.2496868f, -0.6297458f, 0.7781399f);
        assertThat(latents(LatentPlan.Distribution.UNIFORM01).of(42))
                .containsExactly(0.37515658f, 0.18512711f, 0.8890699f);
    }

    @ParameterizedTest
    @EnumSource(LatentPlan.Distribution.class)
    void many_seeds_are_laid_one_after_the_other(LatentPlan.Distribution distribution) {
        Latents latents = latents(distribution);
        float[] all = latents.of(7, 3);
        int size = size(distribution);
        assertThat(all).hasSize(3 * size);
        for (int i = 0; i < 3; i++)
            assertThat(Arrays.copyOfRange(all, size * i, size * i + size)).isEqualTo(latents.of(7 + i));
        assertThat(latents.of(List.of(9L, 7L))).startsWith(latents.of(9)).endsWith(latents.of(7));
    }

    @Test
    void each_distribution_keeps_its_range() {
        double mean = 0, square = 0;
        for (int seed = 0; seed < 2000; seed++) {
            for (float v : latents(LatentPlan.Distribution.UNIFORM).of(seed))
                assertThat(v).isBetween(-1f, 1f);
            for (float v : latents(LatentPlan.Distribution.UNIFORM01).of(seed))
                assertThat(v).isBetween(0f, 1f);
            for (float v : latents(LatentPlan.Distribution.STRATIFIED).of(seed))
                assertThat(v).isBetween(-8f, 8f);
            for (float v : latents(LatentPlan.Distribution.NORMAL).of(seed)) {
                mean += v / 6000;
                square += v * v / 6000;
            }
        }
        // neighbouring seeds are as good as any: the standard error is 0.013
        assertThat(mean).isBetween(-0.05, 0.05);
        assertThat(square).isBetween(0.92, 1.08);
    }
}
