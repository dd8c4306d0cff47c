package io.github.gan4j.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gan4j.files.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Classes in a {@code dataset.json}: {@code {"labels": [["a/b.png", 3], …]}} as StyleGAN's tools write it, or what people write
 * in its place: the list alone, an object of path and class, either under another spelling of the key.
 */
record DatasetJson(String file) {
    private static final String FORM = "{\"labels\": [[\"00000/a.png\", 0], …]}";
    private static final List<String> KEYS = List.of("labels", "label", "classes", "class");

    /** Of a path that comes twice the last would count, of two objects the first. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The classes in a text; nothing where it says that there are none.
     *
     * @throws IOException in one line, when it is not JSON or the classes are not in one of these forms
     */
    Optional<LabelList> read(String text, Consumer<String> warn) throws IOException {
        if (text.isBlank()) throw new IOException(file + ": is empty; write " + FORM + " or remove it");
        JsonNode root = tree(text);
        Optional<JsonNode> labels = labels(root, warn);
        if (labels.isEmpty() || labels.get().isNull()) return Optional.empty();
        List<LabelList.Entry> entries = labels.get().isObject() ? object(labels.get()) : list(labels.get());
        if (entries.isEmpty()) warn.accept(file + ": its list of labels is empty: no image has a class");
        return entries.isEmpty() ? Optional.empty() : Optional.of(new LabelList(file, entries));
    }

    private JsonNode tree(String text) throws IOException {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + ": " + Reason.of(e) + " in line " + e.getLocation().getLineNr(), e);
        }
    }

    private Optional<JsonNode> labels(JsonNode root, Consumer<String> warn) {
        if (root.has("labels")) return Optional.of(root.get("labels"));
        if (root.isArray()) return Optional.of(root);
        for (Map.Entry<String, JsonNode> entry : root.properties())
            if (KEYS.stream().anyMatch(entry.getKey().strip()::equalsIgnoreCase)) {
                warn.accept(file + ": \"" + entry.getKey() + "\" is read as \"labels\"");
                return Optional.of(entry.getValue());
            }
        boolean map = !root.isEmpty()
                && root.properties().stream()
                        .allMatch(entry -> ImageFiles.endsLikeImage(entry.getKey())
                                && entry.getValue().isValueNode());
        if (map) return Optional.of(root);
        warn.accept(file + ": has no labels" + (root.isEmpty() ? "" : ", only " + keys(root))
                + "; the images are unlabelled unless it says " + FORM);
        return Optional.empty();
    }

    private static String keys(JsonNode root) {
        if (!root.isObject()) return shortened(root);
        return shortened(String.join(
                ", ", root.properties().stream().map(Map.Entry::getKey).toList()));
    }

    private List<LabelList.Entry> object(JsonNode labels) throws IOException {
        List<LabelList.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : labels.properties())
            entries.add(new LabelList.Entry(entry.getKey(), label(entry.getValue(), entry.toString())));
        return entries;
    }

    private List<LabelList.Entry> list(JsonNode labels) throws IOException {
        if (!labels.isArray()) throw wrong(labels.toString());
        List<LabelList.Entry> entries = new ArrayList<>();
        for (JsonNode pair : labels) {
            if (pair.size() != 2 || !pair.path(0).isTextual()) throw wrong(pair.toString());
            entries.add(new LabelList.Entry(pair.path(0).textValue(), label(pair.path(1), pair.toString())));
        }
        return entries;
    }

    private String label(JsonNode label, String pair) throws IOException {
        boolean whole =
                label.isIntegralNumber() || label.isNumber() && label.doubleValue() == Math.rint(label.doubleValue());
        if (whole || label.isTextual() && !label.textValue().isBlank()) return label.asText();
        if (label.isArray())
            throw new IOException(file + ": expected a class, got a list in " + shortened(pair)
                    + "; of a one-hot vector write the place of its 1, counted from 0");
        throw wrong(pair);
    }

    private IOException wrong(String pair) {
        return new IOException(file + ": expected [\"path\", class] pairs, got " + shortened(pair));
    }

    private static String shortened(Object of) {
        String text = of.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
