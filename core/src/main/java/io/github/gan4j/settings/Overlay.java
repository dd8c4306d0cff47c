package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;

/** Lays one tree of written values over another. */
final class Overlay {
    private Overlay() {}

    /**
     * The values of {@code upper} over those of {@code lower}: groups of keys are merged key by key, and so are two values
     * of the same kind; everything else, such as a list or a value of another kind, is replaced whole.
     */
    static JsonNode over(Type type, JsonNode lower, JsonNode upper) {
        if (lower.isMissingNode() || Reader.isNone(lower)) return upper.deepCopy();
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent()) return Reader.isNone(upper) ? upper.deepCopy() : over(within.get(), lower, upper);
        if (Trees.isChoice(type)) return choice((Class<?>) type, lower, upper);
        return Trees.isRecord(type) && lower.isObject() && upper.isObject()
                ? keys((Class<?>) type, (ObjectNode) lower, (ObjectNode) upper)
                : upper.deepCopy();
    }

    private static ObjectNode keys(Class<?> type, ObjectNode lower, ObjectNode upper) {
        ObjectNode merged = lower.deepCopy();
        upper.properties().forEach(entry -> {
            Type component = Trees.component(type, entry.getKey())
                    .map(RecordComponent::getGenericType)
                    .orElse(Object.class);
            merged.set(entry.getKey(), over(component, lower.path(entry.getKey()), entry.getValue()));
        });
        return merged;
    }

    private static JsonNode choice(Class<?> type, JsonNode lower, JsonNode upper) {
        Variants variants = Variants.of(type);
        Variants.Written below = variants.written("", lower), above = variants.written("", upper);
        if (below.kind() != above.kind()) return upper.deepCopy();
        ObjectNode merged = keys(below.kind(), below.inside(), above.inside());
        return variants.node(new Variants.Written(below.kind(), merged));
    }
}
