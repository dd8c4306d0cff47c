package io.github.gan4j.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.RunNotes;
import io.github.gan4j.model.Best;
import io.github.gan4j.plan.StopPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;

/** A run in short: what it is and how it stands, as far as its folder can be read. */
public final class RunCard {
    private static final String ENDING = "ending", BROKEN = "broken", STOP = "stop", CARD = "card", NAME = "name";

    private final Optional<StopPlan> stop;
    private final String ending;
    private final String broken;
    private final ObjectNode card;
    /** What was read of the plan; nothing where the card was kept by another program. */
    private final Optional<PlanCard> plan;

    private RunCard(Optional<StopPlan> stop, String ending, String broken, ObjectNode card, Optional<PlanCard> plan) {
        this.stop = stop;
        this.ending = ending;
        this.broken = broken;
        this.card = card;
        this.plan = plan;
    }

    /** The same, to be added to without changing this one. */
    public RunCard copy() {
        return new RunCard(stop, ending, broken, card.deepCopy(), plan);
    }

    /** All of it, to be read back by {@link #kept} in another program of the same version. */
    public ObjectNode toKeep() {
        ObjectNode all = Json.object().put(ENDING, ending).put(BROKEN, broken);
        stop.ifPresent(of -> all.set(STOP, Json.tree(of)));
        all.set(CARD, card);
        return all;
    }

    /**
     * What {@link #toKeep} has given.
     *
     * @throws IllegalArgumentException when it is nothing of that kind
     */
    public static RunCard kept(JsonNode all) {
        if (!(all.path(CARD) instanceof ObjectNode card)) throw new IllegalArgumentException("no card of a run");
        Optional<StopPlan> stop = Optional.of(all.path(STOP))
                .filter(JsonNode::isObject)
                .map(of -> new StopPlan(
                        of.path("images").asLong(), of.path("minutes").asDouble()));
        return new RunCard(stop, all.path(ENDING).asText(), all.path(BROKEN).asText(), card, Optional.empty());
    }

    /** The card of a run, with its state; a broken folder has one, too, with the reason under {@code trouble}. */
    public static ObjectNode of(RunFolder folder) {
        String name = folder.path().toAbsolutePath().normalize().getFileName().toString();
        RunCard card = read(name, folder);
        return card.standing(card.state(FolderLock.heldElsewhere(folder.path())));
    }

    /** The card of a run without its state. */
    public static RunCard read(String name, RunFolder folder) {
        return read(name, folder, PlanCard.read(folder));
    }

    /** The card of the same run after something has happened in its folder: a plan that is still the same is not read again. */
    public RunCard again(RunFolder folder) {
        PlanCard same = plan.filter(read -> read.isStill(folder)).orElseGet(() -> PlanCard.read(folder));
        return read(card.path(NAME).asText(), folder, same);
    }

    private static RunCard read(String name, RunFolder folder, PlanCard plan) {
        ObjectNode card = Json.object().put(NAME, name).setAll(plan.part().deepCopy());
        Optional<ObjectNode> last = EventLog.last(folder.events());
        List<Long> pictures = folder.pictures();
        card.put("checkpoints", folder.moments().size());
        if (!pictures.isEmpty()) card.put("picture", pictures.get(pictures.size() - 1));
        card.put("reals", Files.isRegularFile(folder.reals(), LinkOption.NOFOLLOW_LINKS));
        last.ifPresent(event -> {
            for (String key : List.of("imagesSeen", "seconds", "secondsLeft", "imagesPerSecond", "diagnosisLine"))
                if (event.path(key).isValueNode()) card.set(key, event.get(key));
        });
        best(folder, card);
        notes(folder, card);
        long evaluated = folder.evaluations().toFile().lastModified();
        if (evaluated > 0) card.put("evaluated", evaluated);
        return new RunCard(
                plan.stop(),
                last.map(event -> event.path(ENDING).asText("")).orElse(""),
                last.map(event -> event.path(BROKEN).asText("")).orElseGet(() -> damage(folder)),
                card,
                Optional.of(plan));
    }

    /** Why there is no last event where something was recorded; empty where nothing was. */
    private static String damage(RunFolder folder) {
        return folder.events().toFile().length() > 0 ? "events.jsonl is damaged: what was recorded cannot be read" : "";
    }

    private static void best(RunFolder folder, ObjectNode card) {
        try {
            Best.read(folder).ifPresent(best -> card.set("best", Json.tree(best)));
        } catch (IOException malformed) {
            // a score that cannot be read is no reason not to show the run
        }
    }

    private static void notes(RunFolder folder, ObjectNode card) {
        try {
            RunNotes notes = RunNotes.read(folder);
            if (!notes.note().isEmpty()) card.put("note", notes.note());
            if (!notes.tags().isEmpty()) card.set("tags", Json.tree(notes.tags()));
        } catch (IOException unreadable) {
            card.put("notesTrouble", PlanCard.line(unreadable));
        }
    }

    /**
     * How the run stands: {@code elsewhere} while a program trains it, {@code broken}, {@code stopped} by somebody,
     * {@code finished}, or {@code failed}.
     */
    public String state(boolean elsewhere) {
        if (elsewhere) return "elsewhere";
        if (card.has("trouble")) return "broken";
        if (ending.equals("asked")) return "stopped";
        return ending.isEmpty() ? "failed" : "finished";
    }

    /** The card with a state, and the share of the run that is done, from 0 to 1. */
    public ObjectNode standing(String state) {
        if (state.equals("failed") && !card.has("trouble")) card.put("trouble", reason());
        return card.put("state", state).put("progress", state.equals("finished") ? 1 : progress());
    }

    /** Why a run failed that nobody saw end. */
    private String reason() {
        if (!broken.isEmpty()) return broken;
        if (!card.has("imagesSeen")) return "the program that trained it ended before it recorded anything";
        return "the program that trained it ended in the middle, without an end of the training";
    }

    private double progress() {
        double images = stop.map(StopPlan::images).orElse(0L),
                minutes = stop.map(StopPlan::minutes).orElse(0.0);
        double byImages = images > 0 ? card.path("imagesSeen").asDouble() / images : 0;
        double byTime = minutes > 0 ? card.path("seconds").asDouble() / (60 * minutes) : 0;
        return Math.min(1, Math.max(byImages, byTime));
    }

    /** What is known so far; it may be added to. */
    public ObjectNode json() {
        return card;
    }
}
