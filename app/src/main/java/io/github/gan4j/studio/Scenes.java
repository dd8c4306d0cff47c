package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.util.Optional;

/**
 * The scene of the training that goes on here, made anew only when that is worth it: however many pages ask, looking
 * takes at most a fiftieth of a running training's time.
 */
final class Scenes {
    private static final double SHARE = 1 / 50.0;
    private static final long LEAST_NANOS = 250_000_000;

    private final Workshop workshop;
    private final Views views;
    private Optional<Kept> kept = Optional.empty();

    private record Kept(LiveRun live, Scene scene, ObjectNode state, long madeAt, long cost) {
        boolean fresh(LiveRun asked, boolean paused) {
            if (live != asked) return false;
            long step = state.path("step").asLong();
            boolean moved = asked.last().map(last -> last.number() != step).orElse(false);
            long wait = paused ? LEAST_NANOS / 10 : Math.max(LEAST_NANOS, (long) (cost / SHARE));
            return !moved || System.nanoTime() - madeAt < wait;
        }
    }

    Scenes(Workshop workshop, Views views) {
        this.workshop = workshop;
        this.views = views;
    }

    /**
     * An empty object while the run is not training here.
     *
     * @throws Refusal when its game is not one of points
     */
    synchronized ObjectNode of(String name) {
        Optional<LiveRun> training = workshop.live(name);
        if (training.isEmpty() || training.get().last().isEmpty()) return Json.object();
        LiveRun live = training.get();
        boolean paused = live.helm().setting().paused();
        try {
            if (kept.isEmpty() || !kept.get().fresh(live, paused)) kept = Optional.of(views.see(() -> made(live)));
            return kept.get().state();
        } catch (Refusal endedMeanwhile) {
            if (endedMeanwhile.status() == 409) return Json.object();
            throw endedMeanwhile;
        }
    }

    private Kept made(LiveRun live) throws IOException {
        Run run = live.run().orElseThrow(() -> Refusal.conflict(live.name() + " is still being prepared"));
        Scene scene = kept.isPresent() && kept.get().live() == live ? kept.get().scene() : Scene.of(run.plan());
        return live.helm().look(training -> {
            long from = System.nanoTime();
            ObjectNode state = scene.at(training);
            long now = System.nanoTime();
            return new Kept(live, scene, state.put("millis", (now - from) / 1e6), now, now - from);
        });
    }
}
