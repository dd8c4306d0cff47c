package io.github.gan4j.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ModelPoolTest {
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();

    private static PoolLimits limits(int workers, int waiting, Duration patience) {
        return new PoolLimits(workers, 1, waiting, patience);
    }

    /** Doubles numbers; the first batch waits until it may go on. */
    private ModelPool<AutoCloseable, Integer, Integer> doubling(PoolLimits limits) throws IOException {
        return new ModelPool<>(
                limits,
                ModelPool.opened(() -> closed::incrementAndGet, limits),
                request -> Math.abs(request),
                4,
                (model, requests) -> {
                    batches.add(requests);
                    begun.countDown();
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    if (requests.contains(-1)) throw new IOException("no");
                    return requests.stream().map(request -> 2 * request).toList();
                },
                clock::get);
    }

    @Test
    void what_waits_is_answered_together_as_far_as_a_batch_goes() throws Exception {
        try (ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(1, 100, Duration.ofMinutes(1)))) {
            CompletableFuture<Integer> first = pool.submit(1);
            begun.await();
            List<CompletableFuture<Integer>> later = new ArrayList<>();
            for (int request : new int[] {1, 3, 2, 9, 1}) later.add(pool.submit(request));
            assertThat(pool.waiting()).isEqualTo(16);
            free.countDown();
            assertThat(first.get()).isEqualTo(2);
            assertThat(later.stream().map(CompletableFuture::join)).containsExactly(2, 6, 4, 18, 2);
        }
        assertThat(batches).containsExactly(List.of(1), List.of(1, 3), List.of(2), List.of(9), List.of(1));
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_full_queue_refuses_and_says_when_to_come_back() throws Exception {
        try (ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(1, 3, Duration.ofMinutes(1)))) {
            pool.submit(1);
            begun.await();
            pool.submit(2);
            pool.submit(1);
            assertThatThrownBy(() -> pool.submit(1))
                    .isInstanceOfSatisfying(PoolFullException.class, full -> assertThat(full.retryAfter())
                            .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)))
                    .hasMessage("3 samples are waiting already");
            free.countDown();
        }
    }

    @Test
    void a_request_larger_than_the_queue_is_taken_when_nothing_waits() throws Exception {
        free.countDown();
        try (ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(1, 3, Duration.ofMinutes(1)))) {
            assertThat(pool.submit(50).get()).isEqualTo(100);
        }
    }

    @Test
    void a_request_that_waited_too_long_or_was_cancelled_is_not_computed() throws Exception {
        try (ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(1, 100, Duration.ofMillis(1)))) {
            CompletableFuture<Integer> first = pool.submit(1);
            begun.await();
            CompletableFuture<Integer> late = pool.submit(2), cancelled = pool.submit(3);
            cancelled.cancel(false);
            clock.set(1_000_001);
            free.countDown();
            assertThat(first.get()).isEqualTo(2);
            assertThatThrownBy(late::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        assertThat(batches).containsExactly(List.of(1));
    }

    @Test
    void closing_answers_what_was_accepted_and_nothing_more() throws Exception {
        ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(2, 1000, Duration.ofMinutes(1)));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) answers.add(pool.submit(1));
        free.countDown();
        pool.close();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(2));
        assertThatIllegalStateException().isThrownBy(() -> pool.submit(1));
        assertThat(closed).hasValue(2);
    }

    @Test
    void a_failure_belongs_to_its_batch_alone() throws Exception {
        free.countDown();
        try (ModelPool<AutoCloseable, Integer, Integer> pool = doubling(limits(1, 100, Duration.ofMinutes(1)))) {
            CompletableFuture<Integer> broken = pool.submit(-1);
            assertThatThrownBy(broken::get).hasCauseInstanceOf(IOException.class);
            assertThat(pool.submit(2).get()).isEqualTo(4);
        }
    }

    @Test
    void models_that_were_opened_are_closed_when_another_cannot_be() {
        AtomicInteger opened = new AtomicInteger();
        assertThatThrownBy(() -> ModelPool.<AutoCloseable>opened(
                        () -> {
                            if (opened.incrementAndGet() == 3) throw new IOException("no third");
                            return closed::incrementAndGet;
                        },
                        PoolLimits.of(3)))
                .isInstanceOf(IOException.class)
                .hasMessage("no third");
        assertThat(closed).hasValue(2);
    }
}
