package io.github.gan4j.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RecordingThreadTest {
    private static final long MOST_BYTES = 1000;

    private final RecordingThread recording = new RecordingThread(MOST_BYTES);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void let_nothing_wait() throws IOException {
        slow.countDown();
        recording.close();
    }

    private void ask(long bytes, String name) throws IOException {
        recording.ask(bytes, () -> () -> done.add(name));
    }

    private void fail(Throwable failure) throws IOException {
        recording.ask(0, () -> () -> {
            if (failure instanceof IOException unwritable) throw unwritable;
            if (failure instanceof Error error) throw error;
            throw (RuntimeException) failure;
        });
    }

    /** A job that is not done before the disk is quick again. */
    private void askSlowDisk(long bytes) throws IOException {
        recording.ask(bytes, () -> () -> {
            waitForDisk();
            done.add("slow");
        });
    }

    private void waitForDisk() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the recording thread", e);
        }
    }

    private interface Asking {
        void ask() throws IOException;
    }

    private static FutureTask<Boolean> asking(Asking asking) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            asking.ask();
            return Thread.currentThread().isInterrupted();
        });
        return task;
    }

    private static Thread started(FutureTask<Boolean> task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static boolean waits(FutureTask<Boolean> task) throws InterruptedException, ExecutionException {
        try {
            task.get(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException stillWaiting) {
            return true;
        }
    }

    @Test
    void jobs_are_done_one_after_the_other_as_they_were_asked_for() throws IOException {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "job " + i).toList();
        for (String name : names) ask(name.hashCode() % 500, name);
        recording.await();
        assertThat(done).isEqualTo(names);
    }

    @Test
    void numbers_are_taken_on_the_thread_that_asks_and_jobs_done_on_another() throws IOException {
        Thread here = Thread.currentThread();
        recording.ask(0, () -> {
            done.add("taken on " + Thread.currentThread().getName());
            return () -> done.add("done elsewhere: " + (Thread.currentThread() != here));
        });
        recording.await();
        assertThat(done).containsExactly("taken on " + here.getName(), "done elsewhere: true");
    }

    @Test
    void a_slow_disk_holds_up_who_asks_only_when_the_queue_is_full() throws Exception {
        askSlowDisk(0);
        for (int i = 1; i < 64; i++) ask(0, "small " + i);
        FutureTask<Boolean> more = asking(() -> ask(0, "one more"));
        started(more);
        assertThat(waits(more)).isTrue();
        slow.countDown();
        more.get();
        recording.await();
        assertThat(done).hasSize(65).startsWith("slow").endsWith("one more");
    }

    @Test
    void waiting_jobs_hold_no_more_bytes_than_allowed_and_no_number_is_taken_before_there_is_room() throws Exception {
        askSlowDisk(600);
        ask(300, "fits beside it");
        FutureTask<Boolean> more = asking(() -> recording.ask(300, () -> {
            done.add("taken");
            return () -> done.add("done");
        }));
        started(more);
        assertThat(waits(more)).isTrue();
        assertThat(done).isEmpty();
        slow.countDown();
        more.get();
        recording.await();
        assertThat(done).containsSubsequence("slow", "taken", "done").contains("fits beside it");
    }

    @Test
    void what_holds_more_than_allowed_is_alone() throws Exception {
        askSlowDisk(0);
        FutureTask<Boolean> large = asking(() -> ask(50 * MOST_BYTES, "large"));
        started(large);
        assertThat(waits(large)).isTrue();
        slow.countDown();
        large.get();
        recording.await();
        assertThat(done).containsExactly("slow", "large");
    }

    @Test
    void the_first_failure_is_thrown_once_with_the_later_ones_and_all_other_jobs_are_done() throws IOException {
        IOException full = new IOException("disk: cannot be written"), again = new IOException("again");
        RuntimeException undrawn = new IllegalStateException("cannot be drawn");
        ask(0, "before");
        recording.ask(0, () -> () -> {
            waitForDisk();
            throw full;
        });
        ask(0, "between");
        fail(undrawn);
        fail(again);
        ask(0, "after");
        slow.countDown();
        recording.await();
        assertThat(done).containsExactly("before", "between", "after");
        assertThatThrownBy(() -> ask(0, "never"))
                .isSameAs(full)
                .hasMessage("disk: cannot be written")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(undrawn, again));
        ask(0, "rescued");
        recording.drain();
        assertThat(done).containsExactly("before", "between", "after", "rescued");
    }

    @Test
    void failures_of_every_kind_reach_who_drains_or_closes() throws IOException {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        fail(full);
        assertThatThrownBy(recording::drain).isSameAs(full);
        IllegalStateException undrawn = new IllegalStateException("cannot be drawn");
        fail(undrawn);
        assertThatThrownBy(recording::close).isSameAs(undrawn);
    }

    @Test
    void numbers_that_cannot_be_taken_leave_the_room_to_others() throws IOException {
        for (int i = 0; i < 100; i++)
            assertThatThrownBy(() -> recording.ask(MOST_BYTES, () -> {
                        throw new IllegalArgumentException("not finite");
                    }))
                    .hasMessage("not finite");
        ask(MOST_BYTES, "fine");
        recording.drain();
        assertThat(done).containsExactly("fine");
    }

    @Test
    void an_interrupt_takes_nothing_away_and_is_remembered() throws Exception {
        askSlowDisk(MOST_BYTES);
        FutureTask<Boolean> interrupted = asking(() -> {
            ask(MOST_BYTES, "asked for while interrupted");
            recording.drain();
        });
        Thread thread = started(interrupted);
        assertThat(waits(interrupted)).isTrue();
        thread.interrupt();
        assertThat(waits(interrupted)).isTrue();
        slow.countDown();
        assertThat(interrupted.get()).isTrue();
        assertThat(done).containsExactly("slow", "asked for while interrupted");
    }

    @Test
    void closing_waits_for_all_jobs_and_ends_the_thread() throws Exception {
        Thread[] worker = new Thread[1];
        recording.ask(0, () -> () -> worker[0] = Thread.currentThread());
        askSlowDisk(0);
        FutureTask<Boolean> closing = asking(recording::close);
        started(closing);
        assertThat(waits(closing)).isTrue();
        slow.countDown();
        closing.get();
        assertThat(done).containsExactly("slow");
        worker[0].join();
        assertThatCode(recording::close).doesNotThrowAnyException();
    }
}
