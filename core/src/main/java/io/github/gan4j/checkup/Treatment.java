package io.github.gan4j.checkup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Remedy;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.DamagedException;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about a run that has fallen ill: it goes back to its last healthy checkpoint, or to its first one, and goes on
 * with one thing changed that was not tried before; with other networks it begins again with first weights. Every try is in the
 * folder's {@code remedies.jsonl} before it begins, so tries that were interrupted count, and their number is bounded by the
 * plan: it cannot go on for ever.
 */
public final class Treatment {
    /** How far back, as shares of the images seen, checkpoints are kept while a run may have to go back to them. */
    private static final List<Double> REACH = List.of(0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2);

    /** Of a note: the whole plan of a try that begins again, with what its change leaves to the data filled in. */
    public static final String AGAIN = "again";

    private final RunFolder folder;
    private final int allowed;

    /**
     * One try.
     *
     * @param diagnosis what it is for
     * @param plan with the change
     * @param from the checkpoint to go back to
     * @param again whether training begins again there, at 0 images, with first weights
     */
    public record Try(Diagnosis diagnosis, Remedy remedy, Plan plan, Checkpoint from, boolean again) {}

    public Treatment(RunFolder folder, Plan plan) {
        this.folder = folder;
        this.allowed = plan.doctor().tries();
    }

    public boolean wanted() {
        return allowed > 0;
    }

    private Path file() {
        return folder.path().resolve("remedies.jsonl");
    }

    private List<ObjectNode> notes() throws IOException {
        return Files.isRegularFile(file()) ? JsonLines.read(file()) : List.of();
    }

    /** The checkpoints that stay, so that there is a way back: the first one, and some of every age. */
    public Set<Long> kept(long now) throws IOException {
        List<Long> newestFirst = folder.checkpoints().list();
        Set<Long> kept = new HashSet<>();
        if (!wanted() || newestFirst.isEmpty()) return kept;
        kept.add(newestFirst.get(newestFirst.size() - 1));
        for (double share : REACH)
            newestFirst.stream()
                    .filter(moment -> moment <= share * now)
                    .findFirst()
                    .ifPresent(kept::add);
        return kept;
    }

    /**
     * What to try next; nothing when everything was tried, which is noted with the reason.
     *
     * @param samples of the run, which goes on with the same
     */
    public Optional<Try> next(Diagnosis diagnosis, Plan plan, Samples samples, long images) throws IOException {
        List<ObjectNode> tried =
                notes().stream().filter(note -> note.has("set")).toList();
        if (tried.size() >= allowed) {
            giveUp(diagnosis, images, "it was tried to help " + allowed + (allowed == 1 ? " time" : " times"));
            return Optional.empty();
        }
        Set<String> before = new HashSet<>();
        tried.forEach(note -> before.add(note.path("set").toString()));
        Checkpoint first = healthy(0), healthy = tried.isEmpty() ? healthy(diagnosis.since()) : first;
        Optional<Try> next = diagnosis.remedies().stream()
                .filter(one -> !before.contains(settings(one).toString()))
                .flatMap(one -> possible(diagnosis, one, plan, one.undoing() ? first : healthy, samples).stream())
                .findFirst();
        if (next.isEmpty()) {
            giveUp(diagnosis, images, "no remedy is left that was not tried");
            return next;
        }
        ObjectNode note = note(diagnosis, images);
        note.put("try", tried.size() + 1)
                .put("backTo", next.get().from().imagesSeen())
                .put("why", next.get().remedy().why());
        note.set("set", settings(next.get().remedy()));
        if (next.get().again()) note.put(AGAIN, next.get().plan().toYaml());
        write(note);
        return next;
    }

    /** The plan with the change of the last try, if that went back to this moment. */
    public Optional<Plan> begun(Plan plan, long images) throws IOException {
        return notes().stream()
                .filter(note -> note.has("set"))
                .reduce((earlier, later) -> later)
                .filter(note -> note.path("backTo").asLong() == images)
                .map(note -> note.has(AGAIN)
                        ? Draft.empty().over(note.path(AGAIN).asText()).plan()
                        : changed(plan, settings(note)));
    }

    private static List<String> settings(ObjectNode note) {
        List<String> settings = new ArrayList<>();
        note.path("set").forEach(setting -> settings.add(setting.asText()));
        return settings;
    }

    private static Plan changed(Plan plan, List<String> settings) {
        return Draft.of(plan).set(settings).plan();
    }

    /** A try of a remedy that makes a difference to learning, if the training can go on with it or begin again. */
    private Optional<Try> possible(Diagnosis diagnosis, Remedy remedy, Plan plan, Checkpoint from, Samples samples) {
        Plan changed = changed(plan, remedy.settings());
        if (Plan.differencesInLearning(plan, changed).isEmpty()) return Optional.empty();
        try {
            new RunMoment(folder, from).training(changed, samples).close();
            return Optional.of(new Try(diagnosis, remedy, changed, from, false));
        } catch (IOException | IllegalArgumentException otherNetworks) {
            return again(diagnosis, remedy, changed, samples);
        }
    }

    /** Where the run has begun by itself, and not from the weights of another. */
    private Optional<Try> again(Diagnosis diagnosis, Remedy remedy, Plan changed, Samples samples) {
        if (changed.start().isPresent()) return Optional.empty();
        try {
            Plan completed = Completion.of(changed, samples);
            Assembly.training(completed, samples).close();
            return Optional.of(
                    new Try(diagnosis, remedy, completed, folder.checkpoints().open(0), true));
        } catch (IOException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static ArrayNode settings(Remedy remedy) {
        ArrayNode settings = Json.object().putArray("set");
        remedy.settings().forEach(settings::add);
        return settings;
    }

    /** The newest intact checkpoint from before the illness began; the oldest where none is as old. */
    private Checkpoint healthy(long since) throws IOException {
        List<Long> moments = new ArrayList<>(folder.checkpoints().list());
        List<Long> before = moments.stream().filter(moment -> moment <= since).toList();
        List<Long> order = new ArrayList<>(before);
        moments.stream().filter(moment -> moment > since).sorted().forEach(order::add);
        IOException damaged = new IOException(folder.path() + ": has no checkpoint to go back to");
        for (long moment : order) {
            try {
                return folder.checkpoints().open(moment);
            } catch (DamagedException unreadable) {
                damaged = unreadable;
            }
        }
        throw damaged;
    }

    private void giveUp(Diagnosis diagnosis, long images, String reason) throws IOException {
        write(note(diagnosis, images).put("gaveUp", reason));
    }

    /** Why it was given up, where it was. */
    public Optional<String> reason() throws IOException {
        return notes().stream()
                .filter(note -> note.has("gaveUp"))
                .map(note -> note.path("gaveUp").asText())
                .reduce((earlier, later) -> later);
    }

    private static ObjectNode note(Diagnosis diagnosis, long images) {
        return Json.object()
                .put("imagesSeen", images)
                .put("diagnosis", diagnosis.word())
                .put("line", diagnosis.line());
    }

    private void write(ObjectNode note) throws IOException {
        try (JsonLines notes = JsonLines.append(file())) {
            notes.write(note);
        }
    }
}
