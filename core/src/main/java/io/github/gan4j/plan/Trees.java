package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Yaml;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records of a plan as trees of written values: what a component's key is, and how its value is written. */
final class Trees {
    private Trees() {}

    static ObjectNode write(Record value) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents())
            tree.set(component.getName(), node(value(component, value)));
        return tree;
    }

    /** The keys of a record, in their order. */
    static List<String> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** What a component is when it is not written: an empty object for a nested record, missing for what has no default. */
    static JsonNode fallback(RecordComponent component) {
        if (component.isAnnotationPresent(Default.class))
            return Yaml.value(component.getAnnotation(Default.class).value());
        return component.getType().isRecord()
                ? JsonNodeFactory.instance.objectNode()
                : JsonNodeFactory.instance.missingNode();
    }

    /** A value on one line, for messages. */
    static String show(JsonNode tree) {
        return tree.isValueNode() ? tree.asText() : tree.toString().replace("\"", "");
    }

    private static Object value(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (value instanceof Record && !(value instanceof Schedule)) return write((Record) value);
        if (value instanceof Schedule schedule) return schedule.written();
        if (value instanceof Enum<?> member) return make.textNode(Words.of(member));
        if (value instanceof Boolean truth) return make.booleanNode(truth);
        if (value instanceof Integer whole) return make.numberNode(whole);
        if (value instanceof Long whole) return make.numberNode(whole);
        if (value instanceof Double real) return make.numberNode(real);
        if (value instanceof List<?> list) {
            ArrayNode array = make.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = make.objectNode();
            map.forEach((key, element) -> object.set(key.toString(), node(element)));
            return object;
        }
        return make.textNode(value.toString());
    }
}
