package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.glossary.Suggestions;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of an interface marked with {@link Kinds}, by the words for them. */
public final class Variants {
    private static final Map<Class<?>, Variants> KNOWN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final Map<String, Class<?>> kinds;
    private final Optional<Class<?>> plain;

    /** One value as it is written: its kind, and the keys inside. */
    record Written(Class<?> kind, ObjectNode inside) {}

    private Variants(Class<?> type) {
        this.type = type;
        Kinds marked = type.getAnnotation(Kinds.class);
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (Class<?> other : marked.also()) found.putAll(of(other).kinds);
        for (Class<?> kind : marked.value()) found.put(Words.of(kind), kind);
        Map<String, Class<?>> inner = new TreeMap<>();
        for (Class<?> kind : type.getDeclaredClasses()) if (isKind(kind)) inner.put(Words.of(kind), kind);
        if (!marked.nested().isEmpty()) inner.putAll(nested(marked.nested()));
        found.putAll(inner);
        kinds = Collections.unmodifiableMap(found);
        plain = marked.plain() == void.class ? Optional.empty() : Optional.of(marked.plain());
    }

    /** @throws IllegalArgumentException when the type is not marked with {@link Kinds} */
    public static Variants of(Class<?> type) {
        if (!type.isAnnotationPresent(Kinds.class))
            throw new IllegalArgumentException(type.getName() + " has no kinds");
        Variants known = KNOWN.get(type);
        if (known == null) KNOWN.put(type, known = new Variants(type));
        return known;
    }

    private boolean isKind(Class<?> kind) {
        return kind.isRecord() && type.isAssignableFrom(kind);
    }

    private Map<String, Class<?>> nested(String name) {
        Map<String, Class<?>> found = new TreeMap<>();
        String end = "$" + name + ".class";
        for (String file : Resources.beside(type)) {
            if (!file.endsWith(end)) continue;
            String outer = file.substring(0, file.length() - end.length());
            try {
                Class<?> kind =
                        Class.forName(type.getPackageName() + "." + outer + "$" + name, false, type.getClassLoader());
                if (isKind(kind)) found.put(Words.of(kind.getEnclosingClass()), kind);
            } catch (ClassNotFoundException gone) {
                throw new IllegalStateException(file + " is not the class it is named after", gone);
            }
        }
        return found;
    }

    /** The known words, in their order. */
    public List<String> words() {
        return List.copyOf(kinds.keySet());
    }

    /** The record behind a known word. */
    Map<String, Class<?>> kinds() {
        return kinds;
    }

    Optional<Class<?>> plain() {
        return plain;
    }

    /** The word for a value; its class name where it is not of a known kind. */
    public String word(Object value) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == value.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> value.getClass().getName());
    }

    /**
     * The kind that a word or a class name stands for.
     *
     * @throws IllegalArgumentException when it is unknown, with the known ones
     */
    Class<?> kind(String path, String word) {
        if (kinds.containsKey(word)) return kinds.get(word);
        if (word.contains(".")) return own(path, word);
        throw new IllegalArgumentException(path + " must be one of " + String.join(", ", kinds.keySet()) + "; got "
                + Trees.shortened(word) + Suggestions.didYouMean(word, kinds.keySet()));
    }

    /** A record of the user's own; nothing of it runs before it is known to be of this type. */
    private Class<?> own(String path, String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> kind = Class.forName(name, false, context == null ? Variants.class.getClassLoader() : context);
            if (isKind(kind)) return kind;
            throw new IllegalArgumentException(
                    path + ": the class " + name + " must be a record that implements " + type.getName());
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new IllegalArgumentException(
                    path + ": the class " + Trees.shortened(name) + " is not on the class path", missing);
        }
    }

    /** What is written, as a kind and the keys inside. */
    Written written(String path, JsonNode node) {
        if (node.isObject() && node.size() != 1)
            throw new IllegalArgumentException(path + " must have one key, which names its kind ("
                    + String.join(", ", kinds.keySet()) + "), got " + Trees.show(node));
        if (plain.isPresent() && (node.isNumber() || node.isTextual() && !kinds.containsKey(node.asText())))
            return new Written(plain.get(), inside(path, plain.get(), node));
        if (!node.isObject() && !node.isTextual())
            throw new IllegalArgumentException(
                    path + " must be one of " + String.join(", ", kinds.keySet()) + "; got " + Trees.show(node));
        String word = node.isObject() ? node.fieldNames().next() : node.asText();
        Class<?> kind = kind(path, word);
        JsonNode inside = node.isObject() ? node.get(word) : JsonNodeFactory.instance.objectNode();
        return new Written(kind, inside(path.isEmpty() ? word : path + "." + word, kind, inside));
    }

    /** A kind of one component may be written with its value alone. */
    private static ObjectNode inside(String path, Class<?> kind, JsonNode inside) {
        List<RecordComponent> components = Trees.components(kind);
        if (inside.isNull()) return JsonNodeFactory.instance.objectNode();
        if (components.size() == 1) {
            String only = Trees.key(components.get(0));
            boolean keys = inside.isObject()
                    && (inside.isEmpty()
                            || inside.has(only)
                            || !Trees.hasKeys(components.get(0).getGenericType()));
            if (!keys) return (ObjectNode) JsonNodeFactory.instance.objectNode().set(only, inside);
        }
        if (inside instanceof ObjectNode keys) return keys;
        throw new IllegalArgumentException(
                path + " must have keys (" + String.join(", ", Trees.keys(kind)) + "), got " + Trees.show(inside));
    }

    /** A kind and the keys inside as they are written: the shortest form that is read back the same. */
    JsonNode node(String word, Class<?> kind, ObjectNode inside) {
        if (plain.isPresent() && plain.get() == kind) return inside.elements().next();
        if (inside.isEmpty()) return JsonNodeFactory.instance.textNode(word);
        JsonNode value = Trees.components(kind).size() == 1 ? inside.elements().next() : inside;
        return JsonNodeFactory.instance.objectNode().set(word, value);
    }

    JsonNode node(Written written) {
        String word = kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == written.kind())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> written.kind().getName());
        return node(word, written.kind(), written.inside());
    }
}
