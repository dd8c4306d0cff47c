package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Puts a value into a tree at a path such as {@code penalties.0.strength}. */
final class Setting {
    private Setting() {}

    static void put(ObjectNode tree, String path, JsonNode value) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.contains("")) throw new IllegalArgumentException("a path has a name between any two dots");
        JsonNode here = tree;
        for (int i = 0; i < steps.size() - 1; i++) here = child(here, steps.get(i), steps.get(i + 1));
        place(here, steps.get(steps.size() - 1), value);
    }

    private static JsonNode child(JsonNode parent, String step, String next) {
        JsonNode child = parent.isArray() ? parent.path(index((ArrayNode) parent, step)) : parent.path(step);
        if (child.isContainerNode()) return child;
        JsonNode made = isNumber(next) ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        place(parent, step, made);
        return made;
    }

    private static void place(JsonNode parent, String step, JsonNode value) {
        if (parent instanceof ObjectNode object) object.set(step, value);
        else if (parent instanceof ArrayNode array) {
            int index = index(array, step);
            if (index == array.size()) array.add(value);
            else array.set(index, value);
        }
    }

    private static int index(ArrayNode array, String step) {
        if (isNumber(step) && Integer.parseInt(step) <= array.size()) return Integer.parseInt(step);
        throw new IllegalArgumentException("a list of " + array.size() + " is changed at 0 to " + array.size()
                + " (the last adds one), got '" + step + "'");
    }

    private static boolean isNumber(String step) {
        return step.matches("[0-9]{1,6}");
    }
}
