package io.github.gan4j.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** YAML text and trees of values. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private static final JsonMapper ONE_LINE = new JsonMapper();

    private Yaml() {}

    /**
     * Reads one document; an empty one is an empty object.
     *
     * @throws IllegalArgumentException in one line, with the place in the text
     */
    static JsonNode read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isMissingNode() || tree.isNull() ? MAPPER.createObjectNode() : tree;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(oneLine(broken), broken);
        }
    }

    static String write(JsonNode tree) {
        return written(MAPPER, tree);
    }

    /** A value on one line, for messages. */
    static String show(JsonNode tree) {
        return tree.isValueNode() ? tree.asText() : written(ONE_LINE, tree).replace("\"", "");
    }

    private static String written(ObjectMapper mapper, JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree in memory could not be written", impossible);
        }
    }

    private static String oneLine(JsonProcessingException broken) {
        String what = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        var place = broken.getLocation();
        return "not YAML: " + what
                + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")");
    }
}
