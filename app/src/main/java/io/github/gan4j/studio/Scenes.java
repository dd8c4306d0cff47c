package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.settings.Words;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.View;
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

    private record Kept(LiveRun live, View view, ObjectNode state, long madeAt, long cost) {
        boolean fresh(LiveRun asked) {
            if (live != asked) return false;
            long step = state.path("step").asLong();
            boolean moved = asked.last().map(last -> last.number() != step).orElse(false);
            Helm.Setting setting = asked.helm().setting();
            // who pauses or slows down a training wants to look, and takes none of its time
            boolean watched = setting.paused() || setting.secondsPerStep() > 0;
            long wait = watched ? LEAST_NANOS / 10 : Math.max(LEAST_NANOS, (long) (cost / SHARE));
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
        if (training.isEmpty()) return Json.object();
        LiveRun live = training.get();
        try {
            if (kept.isEmpty() || !kept.get().fresh(live)) kept = Optional.of(views.see(() -> made(live)));
            return kept.get().state();
        } catch (Refusal endedMeanwhile) {
            if (endedMeanwhile.status() == 409) return Json.object();
            throw endedMeanwhile;
        }
    }

    private Kept made(LiveRun live) throws IOException {
        Run run = live.run().orElseThrow(() -> Refusal.conflict(live.name() + " is still being prepared"));
        View view = kept.isPresent() && kept.get().live() == live ? kept.get().view() : View.of(run.plan());
        return live.helm().look(training -> {
            long from = System.nanoTime();
            ObjectNode state = scene(run.plan(), view, training);
            long now = System.nanoTime();
            return new Kept(live, view, state.put("millis", (now - from) / 1e6), now, now - from);
        });
    }

    /** @throws Refusal when the game is not one of points */
    static ObjectNode scene(Plan plan, View view, Training training) {
        Record numbers =
                view.numbers(training).orElseThrow(() -> Refusal.missing("only games of points have such a view"));
        ObjectNode scene = Json.object()
                .put("kind", Words.of(plan.shape().kind()))
                .put("step", training.step())
                .put("imagesSeen", training.images())
                .put("probability", plan.objective().scale().isProbability());
        scene.set("figures", rounded(GameFigures.of(plan, training, numbers)));
        return scene.setAll((ObjectNode) rounded(Json.tree(numbers)));
    }

    /** Numbers with four digits after the point, which are enough for a page. */
    private static JsonNode rounded(JsonNode node) {
        if (node instanceof ObjectNode object)
            object.properties().forEach(one -> one.setValue(rounded(one.getValue())));
        if (node instanceof ArrayNode array) for (int i = 0; i < array.size(); i++) array.set(i, rounded(array.get(i)));
        return node.isFloatingPointNumber() || node.isNull()
                ? DoubleNode.valueOf(Math.round(node.asDouble() * 1e4) / 1e4)
                : node;
    }
}
