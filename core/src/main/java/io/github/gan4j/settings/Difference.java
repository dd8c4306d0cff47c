package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A place where two written records differ.
 *
 * @param path of the value, such as {@code generator.optimizer.adam.learningRate}
 * @param before missing where the key is new
 * @param after missing where the key is gone
 */
public record Difference(String path, JsonNode before, JsonNode after) {
    /** {@code path: old -> new}. */
    public String line() {
        return path + ": " + show(before) + " -> " + show(after);
    }

    private static String show(JsonNode value) {
        return value.isMissingNode() ? "(none)" : Trees.show(value);
    }
}
