package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormTest {
    private static Tensor two(float... values) {
        return Tensor.of(values, 2, 1, 1, 2);
    }

    @Test
    void the_steepest_change_of_size_one_is_the_sign_or_the_direction_of_the_slope() {
        try (Scope scope = new Scope()) {
            assertThat(Norm.LINF.steepest(two(3, -4, 0, 0.1f)).toFloats()).containsExactly(1, -1, 0, 1);
            assertThat(Norm.L2.steepest(two(3, -4, 0, 0.1f)).toFloats())
                    .containsExactly(new float[] {0.6f, -0.8f, 0, 1}, within(1e-6f));
        }
    }

    @Test
    void where_there_is_no_slope_nothing_moves() {
        try (Scope scope = new Scope()) {
            for (Norm norm : Norm.values())
                assertThat(norm.steepest(two(0, 0, 0, 0)).toFloats()).containsOnly(0);
        }
    }

    @Test
    void changes_that_are_too_large_are_cut_or_shortened_and_others_stay() {
        try (Scope scope = new Scope()) {
            assertThat(Norm.LINF.within(two(3, -4, 0.5f, -0.1f), 1).toFloats()).containsExactly(1, -1, 0.5f, -0.1f);
            assertThat(Norm.L2.within(two(3, -4, 0.5f, -0.1f), 1).toFloats())
                    .containsExactly(new float[] {0.6f, -0.8f, 0.5f, -0.1f}, within(1e-6f));
        }
    }

    @Test
    void random_changes_are_within_their_radius_and_differ() {
        Engine.seed(1);
        try (Scope scope = new Scope()) {
            for (Norm norm : Norm.values()) {
                Tensor change = norm.random(0.25, 5, 1, 4, 4);
                assertThat(norm.within(change, 0.250001).minus(change).toFloats())
                        .containsOnly(0);
                assertThat(change.deviation().value()).isPositive();
            }
        }
    }

    @Test
    void an_unknown_norm_is_refused() {
        assertThat(Norm.named("l2")).isEqualTo(Norm.L2);
        assertThatThrownBy(() -> Norm.named("l1"))
                .hasMessage("unknown norm 'l1'; known norms: linf, l2; did you mean 'l2'?");
    }
}
