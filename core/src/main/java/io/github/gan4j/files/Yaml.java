package io.github.gan4j.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * YAML read strictly into records. A content that does not fit is an {@link IllegalArgumentException} in one line that
 * names the file, the key and the value seen; a file that cannot be read is an {@link IOException}.
 */
public final class Yaml {
    /** The most bytes a file may have. */
    public static final int MOST_BYTES = 1 << 20;

    private static final ObjectMapper MAPPER = Json.strict(YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
            .build();

    private Yaml() {}

    /** Reads a file into a record. */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return bind(tree(file), file.toString(), type);
    }

    /** Reads a text into a record; {@code name} is for error messages. */
    public static <T> T read(String text, String name, Class<T> type) {
        return bind(tree(text, name), name, type);
    }

    /** Reads a file into a tree. */
    public static ObjectNode tree(Path file) throws IOException {
        try {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) throw new IOException("has " + bytes + " bytes, at most " + MOST_BYTES);
            return tree(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /** Reads a text into a tree; a text without any key is an empty tree. */
    public static ObjectNode tree(String text, String name) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) return MAPPER.createObjectNode();
            if (tree instanceof ObjectNode object) return object;
            throw new IllegalArgumentException(name + ": expected keys and values, got " + shortened(tree));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String where = line > 0 ? ": line " + line : "";
            throw new IllegalArgumentException(name + where + ": " + YamlError.firstLine(e), e);
        }
    }

    /** A single value as YAML understands it: 3 is a number, true is true, [1, 2] is a list, all else a text. */
    public static JsonNode value(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value.isMissingNode() ? TextNode.valueOf("") : value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + text + "' is not a value: " + YamlError.firstLine(e), e);
        }
    }

    /** The record that a tree describes; {@code name} is for error messages. */
    public static <T> T bind(ObjectNode tree, String name, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + YamlError.describe(e, tree, type), e);
        }
    }

    /** A record as a tree that {@link #bind} reads back. */
    public static ObjectNode toTree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A record, map or tree as YAML text. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as YAML", e);
        }
    }

    /** Writes a record, map or tree whole or not at all. */
    public static void write(Path target, Object value) throws IOException {
        AtomicFile.writeString(target, text(value));
    }

    static String shortened(JsonNode value) {
        String text = value.isObject() ? "a group of keys" : value.isNull() ? "nothing" : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
