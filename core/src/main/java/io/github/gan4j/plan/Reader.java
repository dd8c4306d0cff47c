package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Words;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes records out of trees of written values, strictly: every message names the path of the value, what was found and
 * what is allowed.
 */
final class Reader {
    private Reader() {}

    /** The record written in a tree; absent keys take their defaults. */
    static <R extends Record> R read(Class<R> type, JsonNode tree) {
        return type.cast(record("", type, tree));
    }

    /** Refuses keys that the type does not have, at any depth, without looking at the values. */
    static void requireKnownKeys(String path, Type type, JsonNode tree) {
        if (type instanceof Class<?> record && record.isRecord() && tree.isObject()) {
            List<String> known = Trees.keys(record);
            tree.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key))
                    throw new IllegalArgumentException("unknown key '" + key + "'"
                            + (path.isEmpty() ? "" : " in " + path) + "; known keys: " + String.join(", ", known));
            });
            for (RecordComponent component : record.getRecordComponents())
                if (tree.has(component.getName()))
                    requireKnownKeys(
                            join(path, component.getName()), component.getGenericType(), tree.get(component.getName()));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class && tree.isArray())
            for (int i = 0; i < tree.size(); i++)
                requireKnownKeys(join(path, "" + i), list.getActualTypeArguments()[0], tree.get(i));
    }

    private static Object record(String path, Class<?> type, JsonNode tree) {
        if (!tree.isObject())
            throw new IllegalArgumentException(
                    path + " must have keys (" + String.join(", ", Trees.keys(type)) + "), got " + Trees.show(tree));
        requireKnownKeys(path, type, tree);
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) values[i] = component(path, components[i], tree);
        return construct(path, type, values);
    }

    private static Object component(String path, RecordComponent component, JsonNode tree) {
        String here = join(path, component.getName());
        JsonNode fallback = Trees.fallback(component);
        JsonNode written = tree.path(component.getName());
        if (written.isMissingNode()) written = fallback;
        else if (component.getType().isRecord() && written.isObject())
            written = Merge.over(component.getType(), (ObjectNode) fallback, (ObjectNode) written);
        if (written.isMissingNode()) throw new IllegalArgumentException(here + " is missing");
        return value(here, component.getGenericType(), written);
    }

    private static Object value(String path, Type type, JsonNode written) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            return many.getRawType() == List.class ? list(path, element, written) : map(path, element, written);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) return record(path, plain, written);
        if (plain == Schedule.class) return schedule(path, written);
        if (plain.isEnum()) return member(path, plain, written);
        return Scalars.read(path, plain, written);
    }

    private static List<Object> list(String path, Type element, JsonNode written) {
        if (!written.isArray())
            throw new IllegalArgumentException(path + " must be a list, got " + Trees.show(written));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) values.add(value(join(path, "" + i), element, written.get(i)));
        return values;
    }

    private static Map<String, Object> map(String path, Type element, JsonNode written) {
        if (!written.isObject())
            throw new IllegalArgumentException(path + " must have keys, got " + Trees.show(written));
        Map<String, Object> values = new TreeMap<>();
        written.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), value(join(path, entry.getKey()), element, entry.getValue())));
        return values;
    }

    private static Schedule schedule(String path, JsonNode written) {
        try {
            return Schedule.read(written);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(path + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Object member(String path, Class<?> choice, JsonNode written) {
        List<Enum<?>> members = Words.members(choice);
        return members.stream()
                .filter(member -> Words.of(member).equals(written.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " must be one of "
                        + members.stream().map(Words::of).collect(Collectors.joining(", ")) + "; got "
                        + Trees.show(written)));
    }

    private static Object construct(String path, Class<?> type, Object[] values) {
        try {
            Class<?>[] types = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException wrong)
                throw new IllegalArgumentException(join(path, wrong.getMessage()), wrong);
            throw new IllegalStateException("cannot make " + type, refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot make " + type, impossible);
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
