package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Records as they are written, and written trees as records. */
public final class Settings {
    private Settings() {}

    /**
     * The record written in a tree; absent keys take their defaults.
     *
     * @throws IllegalArgumentException in one line: the path, the value, what is allowed
     */
    public static <R extends Record> R read(Class<R> type, JsonNode tree) {
        return type.cast(Reader.value("", type, tree));
    }

    /**
     * The value of a type, such as one with {@link Kinds}.
     *
     * @param name for messages
     */
    public static <T> T read(Class<T> type, JsonNode written, String name) {
        return type.cast(Reader.value(name, type, written));
    }

    /** Every component that has an effect, written. */
    public static ObjectNode write(Record value) {
        return Trees.write(value);
    }

    /** A single value, written as a component of the given type. */
    public static JsonNode write(Class<?> type, Object value) {
        return Trees.node(type, value);
    }

    /** Refuses keys and kinds that the type does not have, at any depth, without looking at the values. */
    public static void requireKnown(Class<? extends Record> type, ObjectNode tree) {
        Reader.requireKnown("", type, tree);
    }

    /** The values of {@code upper} over those of {@code lower}; lists and values of another kind are replaced whole. */
    public static ObjectNode over(Class<? extends Record> type, ObjectNode lower, ObjectNode upper) {
        return (ObjectNode) Overlay.over(type, lower, upper);
    }

    /** A tree with one value changed, at a path such as {@code discriminator.penalties.0.gamma}. */
    public static ObjectNode put(Class<? extends Record> type, ObjectNode tree, String path, JsonNode value) {
        return Setting.put(type, tree, path, value);
    }

    /** A record with one component changed. */
    public static <R extends Record> R with(R record, String name, Object value) {
        List<RecordComponent> components = Trees.components(record.getClass());
        Object[] values = new Object[components.size()];
        for (int i = 0; i < components.size(); i++)
            values[i] = components.get(i).getName().equals(name) ? value : Trees.value(components.get(i), record);
        @SuppressWarnings("unchecked")
        R changed = (R) Reader.construct("", record.getClass(), values);
        return changed;
    }

    /** The differences between two records in what is not {@link Incidental}, one line a value. */
    public static List<String> essentialDifferences(Record before, Record after) {
        return differences((Record) incidental(before, after), after);
    }

    /** The names of the components of a record that are {@link Incidental}. */
    public static Set<String> incidental(Class<? extends Record> type) {
        return Trees.components(type).stream()
                .filter(component -> component.isAnnotationPresent(Incidental.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A value with its incidental parts taken from another, as far as both are made alike. */
    private static Object incidental(Object before, Object after) {
        if (before instanceof Optional<?> here && after instanceof Optional<?> there)
            return here.isPresent() && there.isPresent() ? Optional.of(incidental(here.get(), there.get())) : here;
        if (!(before instanceof Record) || before.getClass() != after.getClass()) return before;
        Object[] values = Trees.components(before.getClass()).stream()
                .map(component -> {
                    Object there = Trees.value(component, (Record) after);
                    return component.isAnnotationPresent(Incidental.class)
                            ? there
                            : incidental(Trees.value(component, (Record) before), there);
                })
                .toArray();
        return Reader.construct("", before.getClass(), values);
    }

    /** The differences between two records, one line a value, {@code path: old -> new}; empty when they are equal. */
    public static List<String> differences(Record before, Record after) {
        return Differences.between(write(before), write(after)).stream()
                .map(Difference::line)
                .toList();
    }

    /** Where two written records differ, in the order of their keys. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        return Differences.between(before, after);
    }

    /**
     * A record in which every value of a type, however deep, is replaced.
     *
     * @param type of the values, such as a schedule
     */
    public static <R extends Record, T> R replaced(R record, Class<T> type, UnaryOperator<T> change) {
        @SuppressWarnings("unchecked")
        R changed = (R) deep(record, type, change);
        return changed;
    }

    private static <T> Object deep(Object value, Class<T> type, UnaryOperator<T> change) {
        if (type.isInstance(value)) return change.apply(type.cast(value));
        if (value instanceof Optional<?> perhaps) return perhaps.map(inner -> deep(inner, type, change));
        if (value instanceof List<?> list)
            return list.stream().map(inner -> deep(inner, type, change)).toList();
        if (!(value instanceof Record record)) return value;
        Object[] values = Trees.components(record.getClass()).stream()
                .map(component -> deep(Trees.value(component, record), type, change))
                .toArray();
        return Reader.construct("", record.getClass(), values);
    }

    /** The name of the first component of a type, such as the schedule that is a penalty's strength. */
    public static Optional<String> component(Record record, Class<?> type) {
        return Trees.components(record.getClass()).stream()
                .filter(component -> component.getType() == type)
                .map(RecordComponent::getName)
                .findFirst();
    }

    /** The value of a component. */
    public static Object value(Record record, String name) {
        return Trees.value(Trees.component(record.getClass(), name).orElseThrow(), record);
    }
}
