package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Variants;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentsTest {
    private static final Latents NORMAL = new Latents.Normal(3, false), UNIFORM = new Latents.Uniform(3, false);
    private static final Latents UNIFORM01 = new Latents.Uniform01(3, false),
            STRATIFIED = new Latents.Stratified(false);

    static Stream<Latents> all() {
        return Stream.of(NORMAL, UNIFORM, UNIFORM01, STRATIFIED);
    }

    @Test
    void these_are_all_that_a_plan_can_name() {
        assertThat(all().map(Variants.of(Latents.class)::word))
                .containsExactlyInAnyOrderElementsOf(Variants.of(Latents.class).words());
    }

    /** Pictures that people found by their seed must stay where they are. */
    @Test
    void the_numbers_of_a_seed_never_change() {
        assertThat(NORMAL.of(42)).containsExactly(-0.46001682f, -1.160228f, 0.05902297f);
        assertThat(UNIFORM.of(42)).containsExactly(-0.2496868f, -0.6297458f, 0.7781399f);
        assertThat(UNIFORM01.of(42)).containsExactly(0.37515658f, 0.18512711f, 0.8890699f);
    }

    @ParameterizedTest
    @MethodSource("all")
    void many_seeds_are_laid_one_after_the_other(Latents latents) {
        float[] all = latents.of(7, 3);
        int size = latents.size();
        assertThat(all).hasSize(3 * size);
        for (int i = 0; i < 3; i++)
            assertThat(Arrays.copyOfRange(all, size * i, size * i + size)).isEqualTo(latents.of(7 + i));
        assertThat(latents.of(List.of(9L, 7L))).startsWith(latents.of(9)).endsWith(latents.of(7));
    }

    @Test
    void each_distribution_keeps_its_range() {
        double mean = 0, square = 0;
        for (int seed = 0; seed < 2000; seed++) {
            for (float v : UNIFORM.of(seed)) assertThat(v).isBetween(-1f, 1f);
            for (float v : UNIFORM01.of(seed)) assertThat(v).isBetween(0f, 1f);
            for (float v : STRATIFIED.of(seed)) assertThat(v).isBetween(-8f, 8f);
            for (float v : NORMAL.of(seed)) {
                mean += v / 6000;
                square += v * v / 6000;
            }
        }
        // neighbouring seeds are as good as any: the standard error is 0.013
        assertThat(mean).isBetween(-0.05, 0.05);
        assertThat(square).isBetween(0.92, 1.08);
    }
}
