package io.github.gan4j.settings;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * YAML as trees, read strictly. A text that is no YAML is an {@link IllegalArgumentException} in one line; a file that
 * cannot be read is an {@link IOException}.
 */
public final class Yaml {
    /** The most bytes a file may have. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int WIDTH = 120;

    /** The most groups and lists inside one another. */
    private static final int DEEPEST = 100;

    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Yaml() {}

    /** Reads a file into a tree. */
    public static ObjectNode tree(Path file) throws IOException {
        try {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) throw new IOException("has " + bytes + " bytes, at most " + MOST_BYTES);
            return tree(text(file), file.toString());
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + reason(e), e);
        }
    }

    /** Pipes and devices do not say how long they are. */
    private static String text(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new IOException("has more than " + MOST_BYTES + " bytes");
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) return "no such file or folder";
        if (e instanceof CharacterCodingException) return "it is not UTF-8";
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }

    /** Reads a text into a tree; a text without any key is an empty tree. */
    public static ObjectNode tree(String text, String name) {
        try {
            JsonNode tree = parsed(text);
            if (tree.isMissingNode() || tree.isNull()) return MAPPER.createObjectNode();
            if (tree instanceof ObjectNode object) return object;
            throw new IllegalArgumentException(name + ": expected keys and values, got " + Trees.show(tree));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String where = line > 0 ? ": line " + line : "";
            throw new IllegalArgumentException(name + where + ": " + firstLine(e), e);
        }
    }

    /** A single value as YAML understands it: 3 is a number, true is true, [1, 2] is a list, all else a text. */
    public static JsonNode value(String text) {
        try {
            JsonNode value = parsed(text);
            return value.isMissingNode() ? TextNode.valueOf("") : value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + text + "' is not a value: " + firstLine(e), e);
        }
    }

    private static JsonNode parsed(String text) throws JsonProcessingException {
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            if (parser.nextToken() == null) return MissingNode.getInstance();
            JsonNode tree = node(parser);
            if (parser.nextToken() != null) throw new JsonParseException(parser, "a second document begins here");
            return tree;
        } catch (JsonProcessingException wrong) {
            throw wrong;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text cannot be read", impossible);
        }
    }

    /** The mapper's own trees would take an alias for a text and forget how a number was written. */
    private static JsonNode node(YAMLParser parser) throws IOException {
        if (parser.isCurrentAlias())
            throw new JsonParseException(
                    parser,
                    "the alias *" + parser.getText() + " is not supported; write the value out, or quote a text");
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = MAPPER.createObjectNode();
                for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                    parser.nextToken();
                    object.set(key, node(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                ArrayNode array = MAPPER.createArrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) array.add(node(parser));
                return array;
            }
            case VALUE_NULL -> {
                return NullNode.getInstance();
            }
            case VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return asWritten(parser);
            }
            default -> {
                return TextNode.valueOf(parser.getText());
            }
        }
    }

    /** A number or a truth whose text is the written one: where a text is wanted, 007 is not 7 and yes is not true. */
    private static JsonNode asWritten(YAMLParser parser) throws IOException {
        String text = parser.getText();
        JsonNodeFactory make = MAPPER.getNodeFactory();
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT)
            return new DoubleNode(parser.getDoubleValue()) {
                @Override
                public String asText() {
                    return text;
                }
            };
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            BigInteger value = parser.getBigIntegerValue();
            if (!value.toString().equals(text))
                return new BigIntegerNode(value) {
                    @Override
                    public String asText() {
                        return text;
                    }
                };
            return switch (parser.getNumberType()) {
                case INT -> make.numberNode(value.intValue());
                case LONG -> make.numberNode(value.longValue());
                default -> make.numberNode(value);
            };
        }
        return new BooleanNode(parser.currentToken() == JsonToken.VALUE_TRUE) {
            @Override
            public String asText() {
                return text;
            }
        };
    }

    private static String firstLine(JsonProcessingException error) {
        String message = error.getOriginalMessage() == null ? "" : error.getOriginalMessage();
        // The parser first says where it was ("while parsing ..."), then on a line of its own what it stumbled over.
        List<String> lines = message.lines()
                .filter(line -> !line.startsWith(" ") && !line.isBlank())
                .toList();
        if (lines.isEmpty()) return "not valid YAML";
        return lines.get(lines.size() > 1 && lines.get(0).startsWith("while ") ? 1 : 0);
    }

    /** The text of a YAML file in gan4j's own jar, by its path from the root. */
    public static String ownText(String path) {
        try (InputStream file = Yaml.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    path.substring(path.lastIndexOf('/') + 1) + " cannot be read from gan4j's own jar", unreadable);
        }
    }

    /** A tree as YAML, a key a line; a group of keys below the first level stands on one line where there is room. */
    public static String text(ObjectNode tree) {
        StringBuilder text = new StringBuilder();
        block(tree, "", text);
        return text.toString();
    }

    private static void block(ObjectNode tree, String indent, StringBuilder text) {
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            String start = indent + scalar(TextNode.valueOf(entry.getKey())) + ":";
            String line = start + " " + inline(entry.getValue());
            boolean groups = indent.isEmpty() && deep(entry.getValue());
            if (line.length() <= WIDTH && !groups || !(entry.getValue() instanceof ObjectNode inner) || inner.isEmpty())
                text.append(line).append('\n');
            else {
                text.append(start).append('\n');
                block(inner, indent + "  ", text);
            }
        }
    }

    /** Whether a group has groups of groups, as the sides of a game have. */
    private static boolean deep(JsonNode tree) {
        return tree.isObject() && tree.size() > 1 && levels(tree) > 3;
    }

    private static int levels(JsonNode tree) {
        int most = 0;
        for (JsonNode child : tree) most = Math.max(most, levels(child));
        return tree.isContainerNode() ? most + 1 : 0;
    }

    /** A tree on one line. */
    public static String inline(JsonNode tree) {
        if (tree.isObject()) {
            StringJoiner keys = new StringJoiner(", ", "{", "}");
            tree.properties()
                    .forEach(entry ->
                            keys.add(scalar(TextNode.valueOf(entry.getKey())) + ": " + inline(entry.getValue())));
            return keys.toString();
        }
        if (tree.isArray()) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            tree.forEach(element -> elements.add(inline(element)));
            return elements.toString();
        }
        return scalar(tree);
    }

    /** A value on one line as {@code --set} takes it: a text stands as it is. */
    public static String plain(JsonNode value) {
        return value.isTextual() || value.isMissingNode() ? value.asText() : inline(value);
    }

    private static String scalar(JsonNode value) {
        if (value.isDouble()) return Numbers.decimal(value.doubleValue());
        try {
            String written = MAPPER.writeValueAsString(value).strip();
            if (!value.isTextual()) return written;
            if (value.asText().isEmpty()) return "''";
            return written.equals(value.asText()) && isPlainInGroups(written) ? written : quoted(value.asText());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value cannot be written as YAML", impossible);
        }
    }

    /** Whether a text is read as itself between brackets, too, where marks such as a comma or {@code ?} mean something. */
    private static boolean isPlainInGroups(String text) {
        try {
            return text.codePoints().allMatch(Yaml::isPrintable)
                    && parsed("[" + text + "]").equals(MAPPER.createArrayNode().add(text));
        } catch (JsonProcessingException marks) {
            return false;
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') quoted.append('\\').appendCodePoint(c);
            else if (isPrintable(c)) quoted.appendCodePoint(c);
            else quoted.append("\\u%04x".formatted(c));
        });
        return quoted.append('"').toString();
    }

    /** Whether a character may stand in YAML as it is and does not break a line. */
    private static boolean isPrintable(int c) {
        boolean lineBreak = c == 0x2028 || c == 0x2029, byteOrder = c == 0xfeff;
        return c >= ' ' && c < 0x7f
                || c >= 0xa0 && c < 0xd800 && !lineBreak
                || c >= 0xe000 && c <= 0xfffd && !byteOrder
                || c >= 0x10000;
    }
}
