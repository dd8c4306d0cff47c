package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Side;
import io.github.gan4j.game.Turn;
import io.github.gan4j.plan.Every;
import io.github.gan4j.train.Step;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Adds up what happened since the last event; an event holds means over those steps. */
final class Tally {
    private final List<Turn> turns = new ArrayList<>();
    private final long firstImages;
    private final double firstSeconds;

    /** An empty one from a moment on. */
    Tally(long images, double seconds) {
        firstImages = images;
        firstSeconds = seconds;
    }

    void add(Step step) {
        turns.addAll(step.turns());
    }

    /** Whether it is time for another event. */
    boolean due(Every interval, Step now) {
        return interval.reached(firstImages, firstSeconds, now.images(), now.seconds());
    }

    double imagesPerSecond(Step now) {
        return (now.images() - firstImages) / Math.max(1e-9, now.seconds() - firstSeconds);
    }

    /** @param share of the run that is done, from 0 to 1 */
    ObjectNode event(Step now, double share) {
        ObjectNode event = Json.object()
                .put("step", now.number())
                .put("imagesSeen", now.images())
                .put("seconds", round(now.seconds()))
                .put("imagesPerSecond", round(imagesPerSecond(now)));
        if (share > 0) event.put("secondsLeft", round(now.seconds() * (1 - share) / share));
        side(event, "discriminator", Side.DISCRIMINATOR);
        side(event, "generator", Side.GENERATOR);
        List<Belief> beliefs = turns.stream().flatMap(t -> t.belief().stream()).toList();
        if (!beliefs.isEmpty()) {
            event.put("pReal", mean(beliefs, Belief::pReal));
            event.put("pFake", mean(beliefs, Belief::pFake));
        }
        event.set("players", players());
        return event;
    }

    private void side(ObjectNode event, String name, Side side) {
        List<Turn> own = turns.stream().filter(t -> t.side() == side).toList();
        if (own.isEmpty()) return;
        event.put(name + "Loss", mean(own, Turn::loss));
        event.put(name + "GradientNorm", mean(own, Turn::gradientNorm));
    }

    private ObjectNode players() {
        TreeMap<String, List<Turn>> own = new TreeMap<>();
        turns.forEach(
                t -> own.computeIfAbsent(t.player(), name -> new ArrayList<>()).add(t));
        ObjectNode players = Json.object();
        own.forEach((name, moved) -> players.set(
                name,
                Json.object()
                        .put("turns", moved.size())
                        .put("loss", mean(moved, Turn::loss))
                        .put("behind", mean(moved, Turn::behind))));
        weights().forEach((name, weight) -> {
            if (!players.has(name)) players.set(name, Json.object().put("turns", 0));
            ((ObjectNode) players.get(name)).put("weight", weight);
        });
        return players;
    }

    /** How much each player's opinion counted on the average, where there was another one. */
    private Map<String, Double> weights() {
        Map<String, DoubleSummaryStatistics> found = new TreeMap<>();
        for (Turn turn : turns)
            turn.weights().forEach((name, weight) -> found.computeIfAbsent(name, n -> new DoubleSummaryStatistics())
                    .accept(weight));
        Map<String, Double> means = new TreeMap<>();
        found.forEach((name, weights) -> means.put(name, weights.getAverage()));
        return means;
    }

    private static <T> double mean(List<T> things, ToDoubleFunction<T> number) {
        return things.stream().mapToDouble(number).average().orElseThrow();
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
