package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.RunCard;
import io.github.gan4j.train.Step;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The cards of runs, with what the studio knows of those that it trains itself; each folder is read anew when it changed. */
final class Cards {
    /** A list looks at a run at most this often to which nothing has happened for long, and at others every time. */
    private static final long LEAST_LIST_MILLIS = 1_000, MOST_LIST_MILLIS = 30_000;

    /** Whether another program trains a run is looked at this often, and more seldom the longer nothing happened to it. */
    private static final long LEAST_LOCK_MILLIS = 4_000, MOST_LOCK_MILLIS = 120_000;

    private static final long YIELDED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MOST_YIELDED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Runs runs;
    private final Workshop workshop;
    private final RunQueue queue;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final KeptCards keptCards;
    /** Of the last studio; those that were of use are among the others. */
    private final Map<String, KeptCards.Kept> before;
    /** Whether a card was read since all were kept for the next studio. */
    private volatile boolean hasNews;

    private volatile boolean isClosed;

    /**
     * @param card what is known of the run but for its state; empty where its folder cannot be looked at
     * @param shown the card while this studio does not train the run; not to be changed
     * @param lookedAt when it was seen whether another program trains the run
     * @param stampedAt when the stamp was last compared
     */
    private record Kept(
            FileStamp stamp,
            Optional<RunCard> card,
            ObjectNode shown,
            boolean elsewhere,
            long lookedAt,
            long stampedAt) {
        Kept stamped(long time) {
            return new Kept(stamp, card, shown, elsewhere, lookedAt, time);
        }

        /** Until when it need not be looked at in a list, since nothing has happened to it for long; the past if it is to be. */
        long quietUntil() {
            long quiet = (System.currentTimeMillis() - stamp.newest()) / 20;
            return stampedAt
                    + (quiet < LEAST_LIST_MILLIS
                            ? 0
                            : TimeUnit.MILLISECONDS.toNanos(Math.min(MOST_LIST_MILLIS, quiet)));
        }

        boolean isFresh(FileStamp now, long time) {
            long quiet = (System.currentTimeMillis() - now.newest()) / 10;
            long wait = Math.max(LEAST_LOCK_MILLIS, Math.min(MOST_LOCK_MILLIS, quiet));
            return stamp.equals(now) && time - lookedAt < TimeUnit.MILLISECONDS.toNanos(wait);
        }
    }

    Cards(Runs runs, Workshop workshop, RunQueue queue) {
        this.runs = runs;
        this.workshop = workshop;
        this.queue = queue;
        keptCards = new KeptCards(runs.root());
        before = new ConcurrentHashMap<>(keptCards.read());
    }

    /** The card of a run that has no folder, or whose folder has not been looked at. */
    static ObjectNode without(String name, String state) {
        return Json.object().put("name", name).put("state", state).put("kind", "image");
    }

    /** The card of a run that cannot be looked at, and why. */
    static ObjectNode without(String name, String state, String trouble) {
        return without(name, state).put("trouble", trouble);
    }

    /**
     * The cards by name of what may have no folder: the run that is being prepared, those that failed while they were, and those
     * that wait for their turn.
     */
    Map<String, ObjectNode> withoutFolder() {
        Map<String, ObjectNode> cards = new LinkedHashMap<>();
        workshop.live()
                .filter(live -> live.run().isEmpty())
                .ifPresent(live -> cards.put(live.name(), without(live.name(), "starting")));
        workshop.failures().forEach((name, line) -> cards.putIfAbsent(name, without(name, "failed", line)));
        int turn = 0;
        for (RunQueue.Waiting waiting : queue.all()) {
            ObjectNode card = without(waiting.name(), "queued")
                    .put("plan", waiting.preset())
                    .put("turn", ++turn);
            cards.putIfAbsent(waiting.name(), card);
        }
        return cards;
    }

    /** Whether a run has no folder, and is among those {@link #withoutFolder}. */
    boolean isAwaited(String name) {
        return !runs.has(name) && withoutFolder().containsKey(name);
    }

    /**
     * The card of a run.
     *
     * @throws Refusal when there is no such run, and none of this name is among those {@link #withoutFolder}
     */
    ObjectNode of(String name) {
        RunFolder folder;
        try {
            folder = runs.folder(name);
        } catch (Refusal absent) {
            return Optional.ofNullable(withoutFolder().get(name)).orElseThrow(() -> absent);
        }
        return of(name, folder);
    }

    /** The card of a run, not to be changed; a broken folder has one, too, with the reason under {@code trouble}. */
    ObjectNode of(String name, RunFolder folder) {
        Kept now = kept(name, folder);
        Optional<LiveRun> live = workshop.live(name);
        Optional<String> failure = workshop.failure(name);
        if (now.card().isEmpty() || live.isEmpty() && failure.isEmpty()) return now.shown();
        RunCard card = now.card().get().copy();
        String state = live.map(Cards::state)
                .orElseGet(() -> failure.map(line -> "failed").orElseGet(() -> card.state(now.elsewhere())));
        failure.ifPresent(line -> card.json().put("trouble", line));
        live.ifPresent(run -> steering(card.json(), run));
        return card.standing(state);
    }

    /** The card of a run among many: what another program did to a run that was quiet for hours comes half a minute late. */
    ObjectNode inList(String name, RunFolder folder) {
        Kept before = kept.get(name);
        boolean isQuiet = before != null && before.quietUntil() - System.nanoTime() > 0;
        return isQuiet
                        && workshop.live(name).isEmpty()
                        && workshop.failure(name).isEmpty()
                ? before.shown()
                : of(name, folder);
    }

    /** Grows with every card that is not what it was. */
    long changes() {
        return changes.get();
    }

    /** Until when a list looks at no run, by the program's clock. */
    long quietUntil() {
        long now = System.nanoTime();
        return now
                + kept.values().stream()
                        .mapToLong(one -> one.quietUntil() - now)
                        .min()
                        .orElse(0);
    }

    /** Whether the card of a run would have to be read first. */
    boolean isUnread(String name) {
        return !kept.containsKey(name);
    }

    private Kept kept(String name, RunFolder folder) {
        // other files are replaced whole, and the folder changes with them
        FileStamp stamp = FileStamp.of(
                folder.events(),
                folder.path(),
                folder.plan(),
                folder.samples(),
                folder.checkpoints().path(),
                folder.evaluations());
        Kept before = kept.get(name);
        long time = System.nanoTime();
        boolean isFresh = before != null && before.isFresh(stamp, time);
        Kept now = isFresh ? before.stamped(time) : read(name, folder, stamp, time, Optional.ofNullable(before));
        kept.put(name, now);
        if (before == null || !now.shown().equals(before.shown())) changes.incrementAndGet();
        return now;
    }

    private Kept read(String name, RunFolder folder, FileStamp stamp, long time, Optional<Kept> before) {
        try {
            runs.requirePlain(folder);
        } catch (Refusal odd) {
            return new Kept(stamp, Optional.empty(), without(name, "broken", odd.getMessage()), false, time, time);
        }
        RunCard card = before.filter(b -> b.stamp().equals(stamp))
                .flatMap(Kept::card)
                .or(() -> fromLastStudio(name, stamp))
                .orElseGet(() -> readAnew(name, folder, before.flatMap(Kept::card)));
        boolean elsewhere = workshop.isElsewhere(name, folder);
        ObjectNode shown = card.copy().standing(card.state(elsewhere));
        return new Kept(stamp, Optional.of(card), shown, elsewhere, time, time);
    }

    private Optional<RunCard> fromLastStudio(String name, FileStamp stamp) {
        return Optional.ofNullable(before.remove(name))
                .filter(kept -> kept.stamp().equals(stamp))
                .map(KeptCards.Kept::card);
    }

    private RunCard readAnew(String name, RunFolder folder, Optional<RunCard> before) {
        hasNews = true;
        return before.map(card -> card.again(folder)).orElseGet(() -> RunCard.read(name, folder));
    }

    /**
     * Reads all cards that are not known yet, one after the other, until the studio is closed.
     *
     * @param isBusy while others need the processor more; they are let go first, for some seconds at most
     */
    void readAhead(BooleanSupplier isBusy) {
        try {
            long patience = System.nanoTime() + MOST_YIELDED_NANOS;
            runs.all().forEach((name, folder) -> {
                while (!isClosed && isBusy.getAsBoolean() && System.nanoTime() < patience)
                    LockSupport.parkNanos(YIELDED_NANOS);
                if (!isClosed && isUnread(name)) kept(name, folder);
            });
            before.clear();
            keepForNext();
        } catch (IOException | RuntimeException unreadable) {
            // said to whoever asks for the list
        }
    }

    void close() {
        isClosed = true;
        keepForNext();
    }

    private synchronized void keepForNext() {
        if (!hasNews) return;
        hasNews = false;
        Map<String, KeptCards.Kept> all = new HashMap<>();
        kept.forEach((name, one) -> one.card().ifPresent(card -> all.put(name, new KeptCards.Kept(one.stamp(), card))));
        keptCards.write(all);
    }

    /** Forgets what is no longer there. */
    void keepOnly(Collection<String> names) {
        kept.keySet().retainAll(Set.copyOf(names));
    }

    private static String state(LiveRun live) {
        if (live.run().isEmpty()) return "starting";
        return live.helm().setting().paused() ? "paused" : "running";
    }

    private static void steering(ObjectNode card, LiveRun live) {
        card.put("steerable", true).set("setting", Json.tree(live.helm().setting()));
        live.last().ifPresent(step -> {
            card.put("step", step.number()).put("imagesSeen", step.images()).put("seconds", step.seconds());
            card.set("turns", turns(step));
        });
    }

    private static ArrayNode turns(Step step) {
        ArrayNode turns = Json.object().putArray("turns");
        step.turns().forEach(turn -> {
            ObjectNode one = turns.addObject()
                    .put("player", turn.player())
                    .put("loss", turn.loss())
                    .put("gradientNorm", turn.gradientNorm());
            turn.belief().ifPresent(b -> one.put("pReal", b.pReal()).put("pFake", b.pFake()));
        });
        return turns;
    }
}
