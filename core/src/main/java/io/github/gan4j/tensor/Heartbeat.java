package io.github.gan4j.tensor;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells the other processes of a {@link Group} that this one lives, watches the next one by rank, and hears why any has failed. A
 * thread of its own does so, over a connection of its own, so that a process may be busy for as long as it likes.
 */
final class Heartbeat implements AutoCloseable {
    static final String FAILURE = "failure";

    private final Rendezvous place;
    private final MeetingStore store;
    private final long patience;
    private final Thread thread;
    private volatile long answered = System.nanoTime();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean ended;
    private String seen = "";
    private long changed = System.nanoTime();

    Heartbeat(Rendezvous place, MeetingStore store) {
        this.place = place;
        this.store = store;
        patience = TimeUnit.SECONDS.toNanos(place.seconds());
        thread = new Thread(this::beat, "gan4j-heartbeat");
        thread.setDaemon(true);
    }

    static String key(int rank) {
        return "alive/" + rank;
    }

    void start() {
        store.put(key(place.rank()), "0");
        thread.start();
    }

    private void beat() {
        long interval = Math.min(1000, 1000L * place.seconds() / 10);
        for (long count = 1; !ended; count++) {
            try {
                store.put(key(place.rank()), "" + count);
                watch((place.rank() + 1) % place.size());
                if (failure.isEmpty()) failure = store.find(FAILURE);
                answered = System.nanoTime();
                Thread.sleep(interval);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException lost) {
                return; // the store has ended, or is silent: its last answer grows old
            }
        }
    }

    private void watch(int next) {
        String now = store.find(key(next)).orElse("");
        if (!now.equals(seen)) changed = System.nanoTime();
        seen = now;
        if (System.nanoTime() - changed > patience && failure.isEmpty()) tell(silent("rank " + next));
    }

    private String silent(String who) {
        return who + " has not answered for " + place.seconds() + " s";
    }

    /** Lets the others know why this process cannot go on, unless one of them came before. */
    void tell(String reason) {
        if (store.find(FAILURE).isEmpty()) store.put(FAILURE, reason);
    }

    /** Why there is no going on together, once that is known. */
    Optional<String> failure() {
        if (failure.isEmpty() && System.nanoTime() - answered > patience)
            return Optional.of(silent("the store at " + place.address() + ", kept by "
                    + (place.prefix().isEmpty() ? "rank 0," : "the launcher,")));
        return failure;
    }

    /** Waits for the beat under way. */
    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) store.close();
    }
}
