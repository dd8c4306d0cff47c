package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/**
 * The moment of a run at which its samples were best, by the metric of its plan; its checkpoint stays.
 *
 * @param metric the name of the score, as in {@code frechet-distance}
 * @param imagesSeen at that moment
 */
public record Best(String metric, double value, long imagesSeen) {
    /** The value of a score in an event; NaN where it was not measured. Old events have {@code frechetDistance}. */
    public static double value(ObjectNode event, String metric) {
        JsonNode value = event.has(metric) ? event.path(metric) : event.path(oldKey(metric));
        return value.asDouble(Double.NaN);
    }

    private static String oldKey(String metric) {
        StringBuilder key = new StringBuilder();
        for (String word : metric.split("-"))
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return key.toString();
    }

    public void write(RunFolder folder) throws IOException {
        Json.write(folder.best(), this);
    }

    /**
     * That of a run folder.
     *
     * @throws IOException in one line, when the file is damaged
     */
    public static Optional<Best> read(RunFolder folder) throws IOException {
        return Files.isRegularFile(folder.best(), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Json.read(folder.best(), Best.class))
                : Optional.empty();
    }
}
