package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.game.Latents;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    private static final Latents PLAN = Presets.read("gaussian-1d").latents().orElseThrow();
    private static final Latents LATENTS = PLAN;
    private static final float[] SMILE = {1, 2, 3, 4, 5, 6, 7, 8};

    private static float[] latent(Map<String, List<String>> query) throws IOException {
        float[] way = new float[8];
        way[1] = 1;
        return Recipe.of(query).latent(PLAN, List.of(way), name -> SMILE);
    }

    private static float[] base(String text) throws IOException {
        return latent(Map.of("base", List.of(text)));
    }

    @Test
    void a_base_is_a_seed_a_saved_latent_a_sum_or_a_place_between_two() throws IOException {
        assertThat(base("12")).isEqualTo(LATENTS.of(12));
        assertThat(base("*smile")).isEqualTo(SMILE);
        float[] a = LATENTS.of(5), b = LATENTS.of(9), sum = base("5-9+*smile");
        for (int i = 0; i < 8; i++) assertThat(sum[i]).isEqualTo(a[i] - b[i] + SMILE[i]);
        assertThat(base("5~9@0")).isEqualTo(a);
        assertThat(base("5~9@1")).isEqualTo(b);
        assertThat(base("5~9@0.5")).isNotEqualTo(a).isNotEqualTo(b);
    }

    @Test
    void directions_single_latents_and_truncation_move_it() throws IOException {
        float[] moved = latent(Map.of("base", List.of("*s"), "d0", List.of("2"), "z7", List.of("-1")));
        assertThat(moved).containsExactly(1, 4, 3, 4, 5, 6, 7, 7);
        assertThat(latent(Map.of("base", List.of("*s"), "t", List.of("0.5"))))
                .containsExactly(0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1+", "1 2", "-", "1~2", "*a/b", "*../x", "1@0.5", "12345678901"})
    void another_base_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> base(text));
    }

    @Test
    void numbers_that_are_none_or_name_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latent(Map.of("d0", List.of("NaN"))))
                .withMessage("d0 must be a number within -100 and 100, got 'NaN'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latent(Map.of("d1", List.of("1"))))
                .withMessage("there is no direction 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latent(Map.of("z8", List.of("1"))))
                .withMessage("there is no latent 8");
    }

    @Test
    void classes_are_one_or_a_mixture() {
        List<String> names = List.of("cat", "dog", "fish, raw");
        assertThat(new ClassShares("2").rows(names, 2)).containsExactly(0, 0, 1, 0, 0, 1);
        assertThat(new ClassShares("dog").rows(names, 1)).containsExactly(0, 1, 0);
        assertThat(new ClassShares("fish, raw").rows(names, 1)).containsExactly(0, 0, 1);
        assertThat(new ClassShares("cat:0.25,2:0.75").rows(names, 1)).containsExactly(0.25f, 0, 0.75f);
        assertThat(new ClassShares("cat:0.25,2:0.75").largest(names)).isEqualTo(2);
        assertThat(new ClassShares("7:0.5,5:0.5").rows(List.of("5", "7"), 1)).containsExactly(0.5f, 0.5f);
        assertThat(new ClassShares("").rows(List.of(), 5)).isEmpty();
        assertThat(new ClassShares("").rows(names, 1)).containsExactly(1, 0, 0);
        for (String wrong : List.of("3", "a", "cat:", "cat:0.5:0.5", "cat:...", ","))
            assertThatIllegalArgumentException().isThrownBy(() -> new ClassShares(wrong).rows(names, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassShares("dgo").rows(names, 1))
                .withMessageStartingWith("class must be one class by its name or number, got 'dgo'");
    }
}
