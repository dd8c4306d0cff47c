package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoaderTest {
    /** The position itself as a point; {@code before} sees each first position before it is made. */
    private record Positions(LongConsumer before) implements Samples {
        @Override
        public SampleShape shape() {
            return SampleShape.point(1);
        }

        @Override
        public List<String> labelNames() {
            return List.of();
        }

        @Override
        public String checksum() {
            return "";
        }

        @Override
        public String describe() {
            return "positions";
        }

        @Override
        public void fill(long position, int count, float[] values, int[] labels) {
            before.accept(position);
            for (int i = 0; i < count; i++) values[i] = position + i;
        }
    }

    private static Loader loader(Samples samples, int batchSize, long position) {
        return Loader.ofPart(samples, batchSize, position, 0, 1);
    }

    /** Samples of two classes, of one value and class each. */
    private record Odd(float value, int label) implements Samples {
        @Override
        public SampleShape shape() {
            return SampleShape.point(2);
        }

        @Override
        public List<String> labelNames() {
            return List.of("a", "b");
        }

        @Override
        public String checksum() {
            return "";
        }

        @Override
        public String describe() {
            return "odd points";
        }

        @Override
        public void fill(long position, int count, float[] values, int[] labels) {
            values[3] = value;
            labels[1] = label;
        }
    }

    @Test
    void samples_that_cannot_be_learned_from_are_named() {
        refused(new Odd(0, 2), "odd points: sample 11 has class 2; classes must be within 0 and 1");
        refused(new Odd(0, -1), "odd points: sample 11 has class -1; classes must be within 0 and 1");
        refused(new Odd(Float.NaN, 0), "odd points: sample 11 holds NaN; all values must be finite");
        refused(new Odd(1 / 0f, 1), "odd points: sample 11 holds Infinity; all values must be finite");
    }

    private static void refused(Samples samples, String why) {
        try (Loader loader = loader(samples, 2, 10)) {
            assertThatIllegalArgumentException().isThrownBy(loader::next).withMessage(why);
        }
    }

    @Test
    void batches_come_in_order_from_the_given_position_on() {
        try (Loader loader = loader(new Positions(at -> {}), 3, 100)) {
            assertThat(loader.next().values()).containsExactly(100, 101, 102);
            assertThat(loader.next().values()).containsExactly(103, 104, 105);
        }
    }

    @Test
    void a_loader_started_at_the_position_of_another_goes_on_like_it() {
        PenStrokes strokes = new PenStrokes(1);
        try (Loader first = loader(strokes, 7, 0)) {
            for (int i = 0; i < 5; i++) first.next();
            try (Loader second = loader(strokes, 7, 35)) {
                assertThat(second.next().values()).isEqualTo(first.next().values());
            }
        }
    }

    @Test
    void no_more_than_the_depth_is_prepared_ahead() throws InterruptedException {
        AtomicLong latest = new AtomicLong();
        CountDownLatch second = new CountDownLatch(2);
        Positions positions = new Positions(at -> {
            latest.set(at);
            second.countDown();
        });
        try (Loader loader = new Loader(positions, 1, 0, 2, 1)) {
            second.await();
            assertThat(latest).hasValue(1);
            loader.next();
            for (int i = 0; i < 50 && latest.get() < 2; i++) Thread.onSpinWait();
            assertThat(latest.get()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void what_fails_on_the_thread_reaches_the_caller_after_the_batches_before_it() {
        Positions positions = new Positions(at -> {
            if (at == 2) throw new ArithmeticException("broken at 2");
        });
        try (Loader loader = loader(positions, 1, 0)) {
            loader.next();
            loader.next();
            for (int again = 0; again < 2; again++)
                assertThatThrownBy(loader::next)
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("broken at 2");
        }
    }

    @Test
    void closing_does_not_wait_for_a_sample_that_never_ends() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Loader loader = loader(
                new Positions(at -> {
                    started.countDown();
                    awaitQuietly(never);
                }),
                1,
                0);
        started.await();
        loader.close();
        loader.close();
        assertThatIllegalStateException().isThrownBy(loader::next).withMessage("the loader is closed");
        never.countDown();
    }

    @Test
    void closing_wakes_who_waits() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Loader loader = loader(new Positions(at -> awaitQuietly(never)), 1, 0);
        Thread closer = new Thread(loader::close);
        closer.start();
        assertThatIllegalStateException().isThrownBy(loader::next).withMessage("the loader is closed");
        closer.join();
        never.countDown();
    }

    @Test
    void wrong_numbers_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader(new PenStrokes(1), 0, 0))
                .withMessage("the batch size must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader(new PenStrokes(1), 1, -1))
                .withMessage("the position must be at least 0, not -1");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void parts_together_are_the_batches() {
        PenStrokes strokes = new PenStrokes(1);
        int size = strokes.shape().size();
        try (Loader first = Loader.ofPart(strokes, 6, 12, 0, 2);
                Loader second = Loader.ofPart(strokes, 6, 12, 1, 2)) {
            for (int batch = 0; batch < 3; batch++) {
                float[] whole = strokes.batch(12 + 6 * batch, 6).values();
                assertThat(first.next().values()).isEqualTo(Arrays.copyOf(whole, 3 * size));
                assertThat(second.next().values()).isEqualTo(Arrays.copyOfRange(whole, 3 * size, 6 * size));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loader.ofPart(strokes, 7, 0, 0, 2))
                .withMessage("7 samples cannot be split into 2 equal parts");
    }
}
