package io.github.gan4j.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with a tree that does not fit its record, in one line: the key, the value seen, what is allowed. */
final class JsonError {
    private JsonError() {}

    static String describe(JsonProcessingException error, JsonNode tree, Class<?> type) {
        if (!(error instanceof JsonMappingException wrong)) return Reason.of(error);
        String key = key(wrong.getPath());
        if (wrong instanceof UnrecognizedPropertyException unknown) return unknown(key, unknown.getKnownPropertyIds());
        if (wrong instanceof MismatchedInputException mismatch) return mismatch(mismatch, key, tree, type);
        boolean refused = wrong instanceof ValueInstantiationException && wrong.getCause() != null;
        return (key.isEmpty() ? "" : "'" + key + "': ") + Reason.of(refused ? wrong.getCause() : wrong);
    }

    private static String mismatch(MismatchedInputException wrong, String key, JsonNode tree, Class<?> type) {
        JsonNode seen = at(tree, wrong.getPath());
        if (seen.isMissingNode()) return missing(wrong.getPath(), tree, type);
        String place = key.isEmpty() ? "this" : "'" + key + "'";
        return place + " must be " + allowed(wrong.getTargetType()) + ", got " + shortened(seen);
    }

    /** A key is missing; an unknown one beside it is the better news, for it may be the same key misspelt. */
    private static String missing(List<JsonMappingException.Reference> path, JsonNode tree, Class<?> type) {
        List<JsonMappingException.Reference> outer = path.subList(0, path.size() - 1);
        Class<?> group = type;
        for (JsonMappingException.Reference step : outer) group = component(group, step.getFieldName());
        if (group.isRecord())
            for (Map.Entry<String, JsonNode> entry : at(tree, outer).properties())
                if (!components(group).contains(entry.getKey()))
                    return unknown((outer.isEmpty() ? "" : key(outer) + ".") + entry.getKey(), components(group));
        return "key '" + key(path) + "' is missing";
    }

    /** The type of a record's component; Object where there is no such record or component. */
    private static Class<?> component(Class<?> type, String name) {
        if (type.isRecord())
            for (RecordComponent component : type.getRecordComponents())
                if (component.getName().equals(name)) return component.getType();
        return Object.class;
    }

    private static String unknown(String key, Collection<?> known) {
        return "unknown key '" + key + "'; known keys: "
                + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String allowed(Class<?> type) {
        if (type == null) return "something else";
        if (type.isEnum())
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        if (List.of(int.class, long.class, Integer.class, Long.class, short.class, byte.class)
                .contains(type)) return "a whole number";
        if (type == double.class || type == float.class || Number.class.isAssignableFrom(type)) return "a number";
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (type == String.class) return "a text";
        if (type.isArray() || Collection.class.isAssignableFrom(type)) return "a list";
        if (type.isRecord()) return "a group of the keys " + String.join(", ", components(type));
        return Map.class.isAssignableFrom(type) ? "a group of keys" : "a " + type.getSimpleName();
    }

    private static String key(List<JsonMappingException.Reference> path) {
        StringBuilder key = new StringBuilder();
        for (JsonMappingException.Reference step : path)
            if (step.getFieldName() == null)
                key.append('[').append(step.getIndex()).append(']');
            else key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
        return key.toString();
    }

    private static JsonNode at(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : path)
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        return node;
    }

    private static String shortened(JsonNode value) {
        String text = value.isObject() ? "a group of keys" : value.isNull() ? "nothing" : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
