package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** Lays one tree of written values over another. */
final class Merge {
    private Merge() {}

    /**
     * A new tree: the keys of {@code upper} win; nested records are merged key by key; everything else, such as a list,
     * a schedule or the numbers of a data source, is replaced whole.
     */
    static ObjectNode over(Class<?> type, ObjectNode lower, ObjectNode upper) {
        ObjectNode merged = lower.deepCopy();
        upper.properties().forEach(entry -> {
            JsonNode below = merged.path(entry.getKey());
            JsonNode above = entry.getValue();
            Class<?> nested = componentType(type, entry.getKey());
            merged.set(
                    entry.getKey(),
                    nested.isRecord() && below.isObject() && above.isObject()
                            ? over(nested, (ObjectNode) below, (ObjectNode) above)
                            : above.deepCopy());
        });
        return merged;
    }

    private static Class<?> componentType(Class<?> type, String key) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(key))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst()
                .orElse(Object.class);
    }
}
