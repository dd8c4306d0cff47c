package io.github.gan4j.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checked table of contents of a safetensors file; rows in the order of their data. */
record SafetensorsHeader(List<Row> rows, Map<String, String> metadata) {

    /** Where one tensor lies, counted from the end of the header. */
    record Row(String name, String dtype, long[] shape, long begin, long end) {
        long bytes() {
            return end - begin;
        }
    }

    /** Parses a header for a file with this many bytes of data behind it. */
    static SafetensorsHeader parse(byte[] json, long dataBytes) throws IOException {
        if (json.length == 0 || json[0] != '{') throw new IOException("its header does not start with {");
        List<Row> rows = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : Json.parse(json).properties())
            if (entry.getKey().equals(Safetensors.METADATA)) readMetadata(entry.getValue(), metadata);
            else rows.add(row(entry.getKey(), entry.getValue()));
        rows.sort(Comparator.comparingLong(Row::begin).thenComparingLong(Row::end));
        requireNoHoles(rows, dataBytes);
        return new SafetensorsHeader(rows, metadata);
    }

    private static void readMetadata(JsonNode texts, Map<String, String> metadata) throws IOException {
        if (!texts.isObject()) throw new IOException("its metadata are not an object");
        for (Map.Entry<String, JsonNode> entry : texts.properties()) {
            if (!entry.getValue().isTextual())
                throw new IOException("its metadata '" + entry.getKey() + "' are not a text");
            metadata.put(entry.getKey(), entry.getValue().textValue());
        }
    }

    private static Row row(String name, JsonNode node) throws IOException {
        String tensor = "tensor '" + name + "'";
        if (!node.isObject() || node.size() != 3 || !node.path("dtype").isTextual())
            throw new IOException(tensor + " does not have exactly dtype, shape and data_offsets");
        String dtype = node.path("dtype").textValue();
        long[] shape = numbers(node.path("shape"), tensor + ": shape");
        long[] offsets = numbers(node.path("data_offsets"), tensor + ": data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1])
            throw new IOException(tensor + ": data_offsets are not a beginning and an end");
        try {
            long bytes = StoredTensor.bytes(dtype, shape);
            if (bytes != offsets[1] - offsets[0])
                throw new IOException(tensor + " takes " + bytes + " bytes by its shape and "
                        + (offsets[1] - offsets[0]) + " by its offsets");
        } catch (IllegalArgumentException e) {
            throw new IOException(tensor + ": " + e.getMessage(), e);
        }
        return new Row(name, dtype, shape, offsets[0], offsets[1]);
    }

    private static long[] numbers(JsonNode node, String what) throws IOException {
        if (!node.isArray()) throw new IOException(what + " is not a list");
        long[] numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = node.get(i);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0)
                throw new IOException(what + " holds something that is not a size");
            numbers[i] = number.longValue();
        }
        return numbers;
    }

    private static void requireNoHoles(List<Row> rows, long dataBytes) throws IOException {
        long end = 0;
        for (Row row : rows) {
            if (row.begin() != end)
                throw new IOException("tensor '" + row.name() + "' begins at byte " + row.begin()
                        + " where the one before it ends at " + end);
            end = row.end();
        }
        if (end != dataBytes)
            throw new IOException("its tensors take " + end + " bytes, got " + dataBytes + " behind the header");
    }
}
