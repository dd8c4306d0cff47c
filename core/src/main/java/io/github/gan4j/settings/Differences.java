package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says where two trees of written values differ. */
final class Differences {
    private Differences() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.equals(after)) return;
        if (before.isContainerNode() && before.getNodeType() == after.getNodeType())
            for (String key : keys(before, after))
                compare(path.isEmpty() ? key : path + "." + key, child(before, key), child(after, key), found);
        else found.add(new Difference(path, before, after));
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
}
