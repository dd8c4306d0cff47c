package io.github.gan4j.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The moment of a run at which its samples were best, by the metric of its plan; its checkpoint stays.
 *
 * @param metric the name of the score, as in {@code frechet-distance}
 * @param imagesSeen at that moment
 */
public record Best(String metric, double value, long imagesSeen) {
    private static final long MOST_BYTES = 1 << 16;

    /** The name of a score as events have it: {@code frechetDistance}. */
    public static String key(String metric) {
        StringBuilder key = new StringBuilder();
        for (String word : metric.split("-"))
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return key.toString();
    }

    public void write(RunFolder folder) throws IOException {
        ObjectNode json =
                Json.object().put("metric", metric).put("value", value).put("imagesSeen", imagesSeen);
        AtomicFile.writeString(folder.best(), json.toPrettyString() + "\n");
    }

    /**
     * What a run folder says of its best.
     *
     * @throws IOException in one line, when the file is damaged
     */
    public static Optional<Best> read(RunFolder folder) throws IOException {
        Path file = folder.best();
        if (!Files.isRegularFile(file)) return Optional.empty();
        if (Files.size(file) > MOST_BYTES) throw new IOException(file + ": has more than " + MOST_BYTES + " bytes");
        ObjectNode json = Json.parse(Files.readAllBytes(file));
        return Optional.of(new Best(
                json.path("metric").asText(),
                json.path("value").asDouble(),
                json.path("imagesSeen").asLong(-1)));
    }
}
