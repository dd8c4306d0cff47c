package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private static float[] drawn() {
        Engine.seed(1, 5);
        try (Scope scope = new Scope()) {
            return Tensor.gaussian(4).plus(Tensor.uniform(0, 1, 4)).toFloats();
        }
    }

    @Test
    void each_works_under_its_number_and_results_keep_that_order() {
        try (Replicas replicas = new Replicas(new Parallelism(3, 1))) {
            assertThat(replicas.each(replica -> 10 * replica + Replicas.current()))
                    .containsExactly(0, 11, 22);
        }
        assertThat(Replicas.current()).isZero();
    }

    @Test
    void random_numbers_are_their_own_and_follow_from_the_seed() {
        float[] alone = drawn();
        try (Replicas replicas = new Replicas(new Parallelism(3, 1))) {
            List<float[]> first = replicas.each(replica -> drawn()), again = replicas.each(replica -> drawn());

            assertThat(first.get(0)).isEqualTo(alone);
            for (int i = 0; i < 3; i++) assertThat(again.get(i)).isEqualTo(first.get(i));
            assertThat(first.get(1)).isNotEqualTo(first.get(0));
            assertThat(first.get(2)).isNotEqualTo(first.get(1));
        }
    }

    @Test
    void dropout_and_noise_draw_from_them_too() {
        try (Replicas replicas = new Replicas(new Parallelism(2, 1))) {
            List<float[]> first = replicas.each(replica -> noisy()), again = replicas.each(replica -> noisy());

            assertThat(again.get(1)).isEqualTo(first.get(1)).isNotEqualTo(first.get(0));
        }
    }

    private static float[] noisy() {
        Engine.seed(1, 5);
        try (Scope scope = new Scope()) {
            Tensor ones = Tensor.filled(1, 64);
            return RandomNumbers.dropout(RandomNumbers.withGaussianNoise(ones, 0.1), 0.5)
                    .plus(RandomNumbers.uniformLike(ones))
                    .toFloats();
        }
    }

    @Test
    void libtorch_has_the_same_threads_under_each() {
        int before = Engine.threads();
        try (Replicas replicas = new Replicas(new Parallelism(2, 3))) {
            assertThat(replicas.each(replica -> Engine.threads())).containsExactly(3, 3);
        } finally {
            Engine.useThreads(before);
        }
    }

    @Test
    void the_failure_of_the_first_is_thrown_after_all_have_ended() {
        AtomicInteger ended = new AtomicInteger();
        try (Replicas replicas = new Replicas(new Parallelism(3, 1))) {
            assertThatThrownBy(() -> replicas.each(replica -> {
                        if (replica > 0) throw new IllegalStateException("replica " + replica);
                        return ended.incrementAndGet();
                    }))
                    .hasMessage("replica 1");
            assertThat(ended).hasValue(1);
            assertThat(replicas.each(replica -> replica)).containsExactly(0, 1, 2);
        }
    }

    @Test
    void an_interrupted_thread_waits_for_the_others_and_stays_interrupted() {
        AtomicInteger ended = new AtomicInteger();
        try (Replicas replicas = new Replicas(new Parallelism(2, 1))) {
            replicas.each(replica -> {
                if (replica == 0) Thread.currentThread().interrupt();
                return ended.incrementAndGet();
            });
            assertThat(ended).hasValue(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
