package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.checkup.Checkup;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.History;
import io.github.gan4j.doctor.Observation;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Events already written, when a run is taken up again and when it ends. */
public final class Events {
    static final String ENDING = "ending";
    private static final String IMAGES = "imagesSeen";

    private Events() {}

    /**
     * Drops what came after a number of images seen, since it will happen again; what is kept is no ending any more.
     *
     * @param notice hears how many lines cannot be read
     */
    public static void keepUntil(Path file, long images, Consumer<String> notice) throws IOException {
        if (!Files.exists(file)) return;
        List<ObjectNode> kept = JsonLines.read(file, notice).stream()
                .filter(event -> event.path(IMAGES).asLong() <= images)
                .toList();
        kept.forEach(event -> event.remove(List.of(ENDING, Observation.BROKEN)));
        AtomicFile.writeString(file, kept.stream().map(event -> event + "\n").collect(Collectors.joining()));
    }

    /** Writes down that a player broke and with what words; in the event of this very moment, if one is there. */
    public static void broken(Path file, Training training, String why) throws IOException {
        ObjectNode event = takeBack(file, training.images()).orElseGet(() -> Json.object()
                .put("step", training.step())
                .put("imagesSeen", training.images())
                .put("seconds", training.seconds()));
        event.put(Observation.BROKEN, why);
        List<ObjectNode> events = new ArrayList<>(JsonLines.read(file));
        events.add(event);
        Checkup.write(Doctor.withoutPlan().diagnose(History.of(events)), event);
        try (JsonLines lines = JsonLines.append(file)) {
            lines.write(event);
        }
    }

    /** The event of this very moment, if one is there; it is taken back, so that images seen grow from line to line. */
    static Optional<ObjectNode> takeBack(Path file, long images) throws IOException {
        List<ObjectNode> events = JsonLines.read(file);
        if (events.isEmpty() || events.get(events.size() - 1).path(IMAGES).asLong() < images) return Optional.empty();
        JsonLines.keepWhile(file, event -> event.path(IMAGES).asLong() < images);
        return Optional.of(events.get(events.size() - 1));
    }
}
