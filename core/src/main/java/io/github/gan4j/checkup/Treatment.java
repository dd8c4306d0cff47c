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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about a run that has fallen ill: it goes back to its last healthy checkpoint and goes on with one thing
 * changed that was not tried before. Every try is in the folder's {@code remedies.jsonl} before it begins, so tries that
 * were interrupted count, and their number is bounded by the plan: it cannot go on for ever.
 */
public final class Treatment {
    /** How far back, as shares of the images seen, checkpoints are kept while a run may have to go back to them. */
    private static final List<Double> REACH = List.of(0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2);

    private final RunFolder folder;
    private final int allowed;

    /**
     * One try.
     *
     * @param diagnosis what it is for
     * @param plan with the change
     * @param from the checkpoint to go back to
     */
    public record Try(Diagnosis diagnosis, Remedy remedy, Plan plan, Checkpoint from) {}

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
        Checkpoint from = healthy(tried.isEmpty() ? diagnosis.since() : 0);
        Optional<Remedy> remedy = diagnosis.remedies().stream()
                .filter(one -> !before.contains(settings(one).toString()))
                .filter(one -> canFollow(from, plan, changed(plan, one.settings()), samples))
                .findFirst();
        if (remedy.isEmpty()) {
            giveUp(diagnosis, images, "nothing is left that can be changed in a run that goes on");
            return Optional.empty();
        }
        ObjectNode note = note(diagnosis, images);
        note.put("try", tried.size() + 1)
                .put("backTo", from.imagesSeen())
                .put("why", remedy.get().why());
        note.set("set", settings(remedy.get()));
        write(note);
        return Optional.of(
                new Try(diagnosis, remedy.get(), changed(plan, remedy.get().settings()), from));
    }

    /** The plan with the change of the last try, if that went back to this moment. */
    public Optional<Plan> begun(Plan plan, long images) throws IOException {
        return notes().stream()
                .filter(note -> note.has("set"))
                .reduce((earlier, later) -> later)
                .filter(note -> note.path("backTo").asLong() == images)
                .map(note -> changed(plan, settings(note)));
    }

    private static List<String> settings(ObjectNode note) {
        List<String> settings = new ArrayList<>();
        note.path("set").forEach(setting -> settings.add(setting.asText()));
        return settings;
    }

    private static Plan changed(Plan plan, List<String> settings) {
        return Draft.of(plan).set(settings).plan();
    }

    /** Whether a change makes a difference to learning, and the training can go on from the checkpoint with it. */
    private boolean canFollow(Checkpoint from, Plan plan, Plan changed, Samples samples) {
        if (Plan.differencesInLearning(plan, changed).isEmpty()) return false;
        try {
            new RunMoment(folder, from).training(changed, samples).close();
            return true;
        } catch (IOException | IllegalArgumentException otherNetworks) {
            return false;
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
