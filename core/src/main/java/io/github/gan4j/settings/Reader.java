package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.glossary.Suggestions;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values out of trees of what is written, strictly: every message names the path of the value, what was found and
 * what is allowed.
 */
final class Reader {
    /** What may be missing and is. */
    static final String NONE = "none";

    private Reader() {}

    /** Refuses keys and kinds that the type does not have, at any depth, without looking at the values. */
    static void requireKnown(String path, Type type, JsonNode tree) {
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent()) {
            if (!isNone(tree)) requireKnown(path, within.get(), tree);
        } else if (Trees.isChoice(type)) {
            Variants.Written written = Variants.of((Class<?>) type).written(path, tree);
            requireKnown(path, written.kind(), written.inside());
        } else if (Trees.isRecord(type) && tree.isObject()) {
            requireKeys(path, (Class<?>) type, tree);
            for (RecordComponent component : Trees.components((Class<?>) type))
                if (tree.has(Trees.key(component)))
                    requireKnown(
                            join(path, Trees.key(component)),
                            component.getGenericType(),
                            tree.get(Trees.key(component)));
        } else if (tree.isArray())
            for (int i = 0; i < tree.size(); i++) {
                Optional<Type> element = Trees.element(type, List.class);
                if (element.isPresent()) requireKnown(join(path, "" + i), element.get(), tree.get(i));
            }
    }

    private static void requireKeys(String path, Class<?> type, JsonNode tree) {
        List<String> known = Trees.keys(type);
        tree.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) throw unknown(path, key, known);
        });
    }

    static IllegalArgumentException unknown(String path, String key, List<String> known) {
        return new IllegalArgumentException("unknown key '" + Trees.shortened(key) + "'"
                + (path.isEmpty() ? "" : " in " + path) + "; known keys: "
                + (known.isEmpty() ? "none" : String.join(", ", known)) + Suggestions.didYouMean(key, known));
    }

    static Object value(String path, Type type, JsonNode written) {
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent())
            return isNone(written) ? Optional.empty() : Optional.of(value(path, within.get(), written));
        Optional<Type> element = Trees.element(type, List.class);
        if (element.isPresent()) return list(path, element.get(), written);
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class)
            return map(path, map.getActualTypeArguments()[1], written);
        Class<?> plain = (Class<?>) type;
        if (Trees.isChoice(plain)) return choice(path, plain, written);
        if (Spelling.isFor(plain)) return spelled(path, plain, Trees.show(written));
        if (plain.isRecord()) return record(path, plain, written);
        if (plain.isEnum()) return member(path, plain, written);
        return Scalars.read(path, plain, written);
    }

    static boolean isNone(JsonNode written) {
        return written.isNull() || written.isTextual() && written.asText().equals(NONE);
    }

    private static Object spelled(String path, Class<?> type, String written) {
        Spelling.of(type).require(path, written);
        return construct(path, type, new Object[] {written});
    }

    private static Object choice(String path, Class<?> type, JsonNode written) {
        Variants variants = Variants.of(type);
        Variants.Written value = variants.written(path, written);
        boolean plain = variants.plain().filter(kind -> kind == value.kind()).isPresent() && !written.isObject();
        if (!plain) return record(path, value.kind(), value.inside());
        RecordComponent only = Trees.components(value.kind()).get(0);
        return construct(path, value.kind(), new Object[] {
            value(path, only.getGenericType(), value.inside().get(Trees.key(only)))
        });
    }

    private static Object record(String path, Class<?> type, JsonNode tree) {
        if (!tree.isObject())
            throw new IllegalArgumentException(
                    path + " must have keys (" + String.join(", ", Trees.keys(type)) + "), got " + Trees.show(tree));
        requireKeys(path, type, tree);
        List<RecordComponent> components = Trees.components(type);
        Object[] values = new Object[components.size()];
        for (int i = 0; i < components.size(); i++) values[i] = component(path, components.get(i), tree);
        return construct(path, type, values);
    }

    private static Object component(String path, RecordComponent component, JsonNode tree) {
        String here = join(path, Trees.key(component));
        JsonNode fallback = Trees.fallback(component);
        JsonNode written = tree.path(Trees.key(component));
        if (written.isMissingNode()) written = fallback;
        else if (component.getType().isRecord() && written.isObject())
            written = Overlay.over(component.getType(), fallback, written);
        if (written.isMissingNode()) throw new IllegalArgumentException(here + " is missing");
        return value(here, component.getGenericType(), written);
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
        Map<String, Object> values = new LinkedHashMap<>();
        written.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), value(join(path, entry.getKey()), element, entry.getValue())));
        return values;
    }

    private static Object member(String path, Class<?> choice, JsonNode written) {
        List<Enum<?>> members = Words.members(choice);
        return members.stream()
                .filter(member -> Words.of(member).equals(written.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        noMember(path, members.stream().map(Words::of).toList(), Trees.show(written))));
    }

    static String noMember(String path, List<String> words, String written) {
        return path + " must be one of " + String.join(", ", words) + "; got " + Trees.shortened(written)
                + Suggestions.didYouMean(written, words);
    }

    static Object construct(String path, Class<?> type, Object[] values) {
        try {
            Class<?>[] types = Trees.components(type).stream()
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException wrong)
                throw new IllegalArgumentException(placed(path, type, wrong.getMessage()), wrong);
            throw new IllegalStateException("cannot make " + type, refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot make " + type, impossible);
        }
    }

    /** A message of a record, which begins with the component that is wrong, or else is about the whole. */
    private static String placed(String path, Class<?> type, String message) {
        boolean named = Trees.keys(type).stream().anyMatch(key -> message.matches("(?s)" + key + "\\b.*"));
        return named || path.isEmpty() ? join(path, message) : path + ": " + message;
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
