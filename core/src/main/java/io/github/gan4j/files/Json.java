package io.github.gan4j.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How this project reads and writes JSON: strictly, and with numbers that every reader accepts. */
public final class Json {
    /**
     * Unknown, doubled, missing and empty keys and wrong types are errors. An empty optional has no key, neither written nor
     * read; every other component of a record has one.
     */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .withCoercionConfig(
                    LogicalType.Float,
                    config -> config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
            .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                            CoercionInputShape.Integer, CoercionAction.TryConvert)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    /** The most bytes of a file, where no other limit is named. */
    private static final long MOST_BYTES = 1 << 20;

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A record, map or tree as a tree of its own, with null in the place of NaN and infinity, which JSON lacks. */
    public static JsonNode tree(Object value) {
        JsonNode tree = MAPPER.valueToTree(value);
        return finite(tree.deepCopy());
    }

    private static JsonNode finite(JsonNode node) {
        if (node instanceof ObjectNode object)
            for (Map.Entry<String, JsonNode> entry : object.properties()) entry.setValue(finite(entry.getValue()));
        if (node instanceof ArrayNode array) for (int i = 0; i < array.size(); i++) array.set(i, finite(array.get(i)));
        boolean unspeakable = node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
        return unspeakable && !node.isBigDecimal() ? NullNode.getInstance() : node;
    }

    /**
     * The object in these bytes, which must be UTF-8, with a byte order mark or without.
     *
     * @throws IOException in one line, without a file name
     */
    public static ObjectNode parse(byte[] utf8) throws IOException {
        try {
            String text = PlainText.unmarked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
            if (MAPPER.readTree(text) instanceof ObjectNode object) return object;
            throw new IOException("it is not a JSON object");
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IOException("it is not valid JSON: " + Reason.of(e), e);
        }
    }

    /**
     * The record in a file that {@link #write} has written.
     *
     * @throws IOException in one line: the file, the key and what is wrong with it
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file, type, MOST_BYTES);
    }

    /** As {@link #read(Path, Class)}, from a file of at most {@code most} bytes; an {@link ObjectNode} may be asked for. */
    public static <T> T read(Path file, Class<T> type, long most) throws IOException {
        try {
            return read(bytes(file, most), type);
        } catch (IOException unreadable) {
            throw new IOException(file + ": " + Reason.of(unreadable), unreadable);
        }
    }

    /** Pipes and devices do not say how long they are. */
    private static byte[] bytes(Path file, long most) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
            if (bytes.length > most) throw new IOException("it has more than " + most + " bytes");
            return bytes;
        }
    }

    /**
     * The record in these bytes, which must be UTF-8.
     *
     * @throws IOException in one line: the key and what is wrong with it
     */
    public static <T> T read(byte[] utf8, Class<T> type) throws IOException {
        ObjectNode tree = parse(utf8);
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException wrong) {
            throw new IOException(JsonError.describe(wrong, tree, type), wrong);
        }
    }

    /** A record, map or tree as indented text that ends its last line; numbers that are not finite are null. */
    public static String text(Object value) {
        return tree(value).toPrettyString() + "\n";
    }

    /** Writes a record, map or tree as {@link #text}, whole or not at all. */
    public static void write(Path file, Object value) throws IOException {
        AtomicFile.writeString(file, text(value));
    }
}
