package io.github.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** What happened to a run, in order: its start, what people and remedies changed, each new diagnosis, its end. */
final class ReportStory {
    private static final long MOST_BYTES = 4 << 20;
    private static final int MOST_MOMENTS = 200;
    /** Keys of events. */
    private static final String DIAGNOSIS = "diagnosis", ENDING = "ending", BROKEN = "broken";

    private final List<Moment> moments = new ArrayList<>();

    /** @param images seen when it happened */
    record Moment(long images, String what) {}

    private ReportStory() {}

    /**
     * As far as the files of a run can be read; at most 200 moments, the last of which says how many are left out.
     *
     * @param plan as it is written, where it can be read
     */
    static List<Moment> of(RunFolder folder, Optional<ObjectNode> plan) {
        ReportStory story = new ReportStory();
        plan.ifPresent(story::start);
        for (ObjectNode note : notes(folder.path().resolve("remedies.jsonl"))) story.treatment(note);
        for (ObjectNode note : notes(folder.path().resolve("steering.jsonl")))
            story.add(note, "steered by hand: " + note.path("what").asText());
        story.diagnoses(folder);
        story.moments.sort(Comparator.comparingLong(Moment::images));
        return story.shortened();
    }

    private List<Moment> shortened() {
        if (moments.size() <= MOST_MOMENTS) return List.copyOf(moments);
        List<Moment> some = new ArrayList<>(moments.subList(0, MOST_MOMENTS - 1));
        Moment last = moments.get(moments.size() - 1);
        some.add(new Moment(last.images(), moments.size() - some.size() + " more are in the files of the run"));
        return some;
    }

    private void add(JsonNode note, String what) {
        moments.add(new Moment(note.path("imagesSeen").asLong(), what));
    }

    private void start(ObjectNode plan) {
        String date = plan.path(Provenance.KEY).path("date").asText("");
        moments.add(new Moment(0, date.isEmpty() ? "started" : "started on " + date));
        Provenance.lineage(plan).forEach(step -> moments.add(new Moment(0, step)));
    }

    private void treatment(ObjectNode note) {
        if (note.has("gaveUp"))
            add(note, "no further remedy was tried: " + note.path("gaveUp").asText());
        else if (note.has("set")) {
            StringJoiner set = new StringJoiner(" ");
            note.path("set").forEach(one -> set.add(one.asText()));
            add(
                    note,
                    "%s; %s with %s (%s)"
                            .formatted(
                                    note.path("diagnosis").asText(),
                                    note.has(Treatment.AGAIN)
                                            ? "began again"
                                            : "went back to "
                                                    + note.path("backTo").asLong(),
                                    set,
                                    note.path("why").asText()));
        }
    }

    /** Each diagnosis that differs from the one before, and the end. */
    private void diagnoses(RunFolder folder) {
        String[] before = {""};
        try {
            EventLog.forEachWith(folder.events(), Set.of(DIAGNOSIS, ENDING, BROKEN), event -> {
                String now = event.path(DIAGNOSIS).asText("");
                if (!now.isEmpty() && !now.equals(before[0])) {
                    before[0] = now;
                    add(event, event.path("diagnosisLine").asText(now));
                }
                String ending = event.path(ENDING).asText("");
                if (!ending.isEmpty()) add(event, ending.equals("asked") ? "stopped by hand" : "ended as planned");
                if (event.path(BROKEN).isTextual())
                    add(event, event.path(BROKEN).asText());
            });
        } catch (IOException unreadable) {
            // what is known of it stands in the other files
        }
    }

    private static List<ObjectNode> notes(Path file) {
        try {
            boolean readable = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES;
            return readable ? JsonLines.read(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
