package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says where two trees of written values differ. */
final class Differences {
    private Differences() {}

    static List<String> between(JsonNode before, JsonNode after) {
        List<String> lines = new ArrayList<>();
        compare("", before, after, lines);
        return lines;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<String> lines) {
        if (before.equals(after)) return;
        if (before.isContainerNode() && before.getNodeType() == after.getNodeType())
            for (String key : keys(before, after))
                compare(path.isEmpty() ? key : path + "." + key, child(before, key), child(after, key), lines);
        else lines.add(path + ": " + show(before) + " -> " + show(after));
    }

    private static Set<String> keys(JsonNode before, JsonNode after) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode parent : List.of(before, after)) {
            for (int i = 0; parent.isArray() && i < parent.size(); i++) keys.add("" + i);
            parent.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    private static JsonNode child(JsonNode parent, String key) {
        return parent.isArray() ? parent.path(Integer.parseInt(key)) : parent.path(key);
    }

    private static String show(JsonNode value) {
        return value.isMissingNode() ? "(none)" : Trees.show(value);
    }
}
