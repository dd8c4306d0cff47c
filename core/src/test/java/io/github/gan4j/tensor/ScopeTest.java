package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void frees_everything_that_was_made_in_it() {
        long before = Pointer.totalCount();
        try (Scope scope = new Scope()) {
            Tensor.gaussian(3).plus(1).squared().sum();
            assertThat(Pointer.totalCount()).isGreaterThan(before);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void frees_no_argument() {
        try (Scope scope = new Scope()) {
            Tensor argument = Tensor.of(new float[] {1, 2}, 2);
            try (Scope inner = new Scope()) {
                argument.plus(1);
            }
            assertThat(argument.toFloats()).containsExactly(1, 2);
        }
    }

    @Test
    void keep_hands_a_tensor_to_the_scope_outside() {
        long before = Pointer.totalCount();
        try (Scope outside = new Scope()) {
            Tensor kept;
            try (Scope inside = new Scope()) {
                kept = inside.keep(Tensor.of(new float[] {1, 2}, 2).plus(1));
            }
            assertThat(kept.handle.isNull()).isFalse();
            assertThat(kept.toFloats()).containsExactly(2, 3);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void keep_without_a_scope_outside_hands_the_tensor_to_the_caller() {
        Tensor kept = Scope.resultOf(() -> Tensor.filled(7, 2));
        assertThat(kept.toFloats()).containsExactly(7, 7);
        kept.handle.releaseReference();
        assertThat(kept.handle.isNull()).isTrue();
    }

    @Test
    void result_of_survives_and_only_it() {
        try (Scope scope = new Scope()) {
            long before = Pointer.totalCount();
            Tensor result = Scope.resultOf(() -> Tensor.filled(1, 4).plus(1).plus(1));
            assertThat(result.toFloats()).containsExactly(3, 3, 3, 3);
            assertThat(Pointer.totalCount()).isEqualTo(before + 1);
        }
    }

    @Test
    void result_of_an_argument_leaves_it_with_its_owner() {
        try (Scope owner = new Scope()) {
            Tensor argument = Tensor.filled(5, 2);
            try (Scope between = new Scope()) {
                assertThat(Scope.resultOf(argument::toFloat).toFloats()).containsExactly(5, 5);
            }
            assertThat(argument.handle.isNull()).isFalse();
            assertThat(argument.toFloats()).containsExactly(5, 5);
        }
    }

    @Test
    void keep_through_many_scopes_frees_nothing_early() {
        long before = Pointer.totalCount();
        try (Scope outside = new Scope()) {
            Tensor deep = Scope.resultOf(() -> Scope.resultOf(() -> Scope.resultOf(() -> Tensor.filled(2, 3))));
            for (int i = 0; i < 100; i++) Scope.resultOf(() -> Tensor.gaussian(3));
            assertThat(deep.toFloats()).containsExactly(2, 2, 2);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void keep_is_refused_while_an_inner_scope_is_open() {
        try (Scope outside = new Scope();
                Scope inside = new Scope()) {
            Tensor tensor = Tensor.zeros(1);
            assertThatThrownBy(() -> outside.keep(tensor))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("keep() works on the innermost open scope only");
        }
    }

    @Test
    void an_owner_keeps_its_tensors_beyond_every_scope_until_it_is_closed() {
        long before = Pointer.totalCount();
        Adam adam;
        try (Scope scope = new Scope()) {
            adam = new Adam(3, Device.CPU, 0.5, 0.9, 1e-8);
        }
        assertThat(adam.memory().get("first").toFloats()).containsExactly(0, 0, 0);
        adam.close();
        adam.close();
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }
}
