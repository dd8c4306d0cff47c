package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.RunCard;
import io.github.gan4j.train.Step;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The cards of runs, with what the studio knows of those that it trains itself; each folder is read anew when it changed. */
final class Cards {
    /** Whether another program trains a run is looked at this often, and more seldom the longer nothing happened to it. */
    private static final long LEAST_LOCK_MILLIS = 4_000, MOST_LOCK_MILLIS = 120_000;

    private final Runs runs;
    private final Workshop workshop;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** @param odd why there is no card; empty where there is one */
    private record Kept(FileStamp stamp, Optional<RunCard> card, String odd, boolean elsewhere, long lookedAt) {
        boolean isFresh(FileStamp now, long time) {
            long quiet = (System.currentTimeMillis() - now.newest()) / 10;
            long wait = Math.max(LEAST_LOCK_MILLIS, Math.min(MOST_LOCK_MILLIS, quiet));
            return stamp.equals(now) && time - lookedAt < TimeUnit.MILLISECONDS.toNanos(wait);
        }
    }

    Cards(Runs runs, Workshop workshop) {
        this.runs = runs;
        this.workshop = workshop;
    }

    /** The card of a run that has no folder, or whose folder cannot be looked at. */
    static ObjectNode without(String name, String state, String trouble) {
        return Json.object()
                .put("name", name)
                .put("state", state)
                .put("kind", "image")
                .put("trouble", trouble);
    }

    /**
     * The card of a run.
     *
     * @throws Refusal when there is no such run, and none of this name failed
     */
    ObjectNode of(String name) {
        RunFolder folder;
        try {
            folder = runs.folder(name);
        } catch (Refusal absent) {
            return without(name, "failed", workshop.failure(name).orElseThrow(() -> absent));
        }
        return of(name, folder);
    }

    /** The card of a run; a broken folder has one, too, with the reason under {@code trouble}. */
    ObjectNode of(String name, RunFolder folder) {
        Kept now = kept(name, folder);
        if (now.card().isEmpty()) return without(name, "broken", now.odd());
        RunCard card = now.card().get().copy();
        Optional<LiveRun> live = workshop.live(name);
        Optional<String> failure = workshop.failure(name);
        String state = live.map(Cards::state)
                .orElseGet(() -> failure.map(line -> "failed").orElseGet(() -> card.state(now.elsewhere())));
        failure.ifPresent(line -> card.json().put("trouble", line));
        live.ifPresent(run -> steering(card.json(), run));
        return card.standing(state);
    }

    /** Whether the card of a run would have to be read first. */
    boolean isUnread(String name) {
        return !kept.containsKey(name);
    }

    private Kept kept(String name, RunFolder folder) {
        FileStamp stamp = FileStamp.of(
                folder.plan(),
                folder.events(),
                folder.samples(),
                folder.best(),
                folder.reals(),
                folder.notes(),
                folder.evaluations());
        Kept before = kept.get(name);
        long time = System.nanoTime();
        if (before != null && before.isFresh(stamp, time)) return before;
        Kept now = read(name, folder, stamp, time, Optional.ofNullable(before));
        kept.put(name, now);
        return now;
    }

    private Kept read(String name, RunFolder folder, FileStamp stamp, long time, Optional<Kept> before) {
        try {
            runs.requirePlain(folder);
        } catch (Refusal odd) {
            return new Kept(stamp, Optional.empty(), odd.getMessage(), false, time);
        }
        RunCard card = before.filter(b -> b.stamp().equals(stamp))
                .flatMap(Kept::card)
                .orElseGet(() -> RunCard.read(name, folder));
        return new Kept(stamp, Optional.of(card), "", workshop.isElsewhere(name, folder), time);
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
