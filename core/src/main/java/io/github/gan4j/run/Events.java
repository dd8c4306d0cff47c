package io.github.gan4j.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Events already written, when a run is taken up again and when it ends. */
final class Events {
    static final String ENDING = "ending";
    private static final String IMAGES = "imagesSeen";

    private Events() {}

    /** Drops what came after so many images seen, since it will happen again; what is kept is no ending any more. */
    static void keepUntil(Path file, long images) throws IOException {
        if (!Files.exists(file)) return;
        List<ObjectNode> kept = JsonLines.read(file).stream()
                .filter(event -> event.path(IMAGES).asLong() <= images)
                .toList();
        kept.forEach(event -> event.remove(ENDING));
        AtomicFile.writeString(file, kept.stream().map(event -> event + "\n").collect(Collectors.joining()));
    }

    /** The event of this very moment, if one is there; it is taken back, so that images seen grow from line to line. */
    static Optional<ObjectNode> takeBack(Path file, long images) throws IOException {
        List<ObjectNode> events = JsonLines.read(file);
        if (events.isEmpty() || events.get(events.size() - 1).path(IMAGES).asLong() < images) return Optional.empty();
        JsonLines.keepWhile(file, event -> event.path(IMAGES).asLong() < images);
        return Optional.of(events.get(events.size() - 1));
    }
}
