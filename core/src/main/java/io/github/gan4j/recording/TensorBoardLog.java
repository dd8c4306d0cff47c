package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.TensorBoardFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The events and pictures of a run once more, for TensorBoard; its steps are the images seen. */
final class TensorBoardLog implements AutoCloseable {
    private static final Set<String> CLOCKS = Set.of("step", "imagesSeen", "secondsLeft");

    private final TensorBoardFile file;
    private final Set<String> written = new HashSet<>();
    private long latest = -1;

    TensorBoardLog(Path folder, long images) throws IOException {
        file = TensorBoardFile.begin(folder, images);
    }

    /** Every number of an event that this moment does not have yet, nested ones as {@code players/generator/loss}. */
    void event(ObjectNode event) throws IOException {
        long images = event.path("imagesSeen").asLong();
        if (images != latest) written.clear();
        latest = images;
        Map<String, Double> values = new LinkedHashMap<>();
        numbers("", event, values);
        values.keySet().removeIf(tag -> CLOCKS.contains(tag) || !written.add(tag));
        if (!values.isEmpty()) file.scalars(images, values);
    }

    private static void numbers(String path, JsonNode node, Map<String, Double> values) {
        if (node.isNumber()) values.put(path, node.asDouble());
        node.properties()
                .forEach(each ->
                        numbers(path.isEmpty() ? each.getKey() : path + "/" + each.getKey(), each.getValue(), values));
    }

    /** @param png the same picture, encoded */
    void samples(long images, Picture picture, byte[] png) throws IOException {
        file.picture(images, "samples", picture, png);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
