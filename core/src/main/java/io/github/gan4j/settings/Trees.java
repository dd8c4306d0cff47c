package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Values as trees of what is written: keys, defaults, and how each value is written. */
final class Trees {
    private static final Map<Place, JsonNode> DEFAULTS = new ConcurrentHashMap<>();
    private static final int LONGEST = 80;

    /** Reflection makes new ones each time, which parse their annotations and types anew. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    /** A component by its name. */
    private record Place(Class<?> owner, String name) {}

    private Trees() {}

    /** The components of a record. */
    static List<RecordComponent> components(Class<?> record) {
        return COMPONENTS.get(record);
    }

    /** The keys of a record, in their order. */
    static List<String> keys(Class<?> type) {
        return components(type).stream().map(Trees::key).toList();
    }

    /** The key of a component. */
    static String key(RecordComponent component) {
        Word word = component.getAnnotation(Word.class);
        return word == null ? component.getName() : word.value();
    }

    static Optional<RecordComponent> component(Class<?> type, String key) {
        return components(type).stream()
                .filter(component -> key(component).equals(key))
                .findFirst();
    }

    /** The element type of a list, or the type of what may be missing; nothing for a type that holds no other. */
    static Optional<Type> element(Type type, Class<?> holder) {
        return type instanceof ParameterizedType many && many.getRawType() == holder
                ? Optional.of(many.getActualTypeArguments()[0])
                : Optional.empty();
    }

    static boolean isRecord(Type type) {
        return type instanceof Class<?> plain && plain.isRecord() && !Spelling.isFor(plain);
    }

    static boolean isChoice(Type type) {
        return type instanceof Class<?> plain && plain.isAnnotationPresent(Kinds.class);
    }

    /** Whether values of a type may be written as keys. */
    static boolean hasKeys(Type type) {
        return isRecord(type)
                || isChoice(type)
                || element(type, Optional.class).filter(Trees::hasKeys).isPresent();
    }

    /** A component that is not written: its default, an empty group for a record, missing where it has to be written. */
    static JsonNode fallback(RecordComponent component) {
        Place place = new Place(component.getDeclaringRecord(), component.getName());
        return DEFAULTS.computeIfAbsent(place, anew -> defaultOf(component)).deepCopy();
    }

    private static JsonNode defaultOf(RecordComponent component) {
        if (component.isAnnotationPresent(Default.class))
            return Yaml.value(component.getAnnotation(Default.class).value());
        if (element(component.getGenericType(), Optional.class).isPresent())
            return JsonNodeFactory.instance.textNode(Reader.NONE);
        return isRecord(component.getType())
                ? JsonNodeFactory.instance.objectNode()
                : JsonNodeFactory.instance.missingNode();
    }

    /** A value on one line, for messages. */
    static String show(JsonNode tree) {
        return shortened(Yaml.plain(tree));
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    /** Every component that has an effect, written. */
    static ObjectNode write(Record value) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : components(value.getClass()))
            written(component, value(component, value)).ifPresent(node -> tree.set(key(component), node));
        return tree;
    }

    private static Optional<JsonNode> written(RecordComponent component, Object value) {
        if (value instanceof Optional<?> perhaps && perhaps.isEmpty()) return Optional.empty();
        JsonNode node = node(component.getGenericType(), value);
        Default fallback = component.getAnnotation(Default.class);
        if (fallback != null && fallback.off()) {
            Object off = Reader.value("", component.getGenericType(), fallback(component));
            if (off.equals(value)) return Optional.empty();
        }
        return Optional.of(node);
    }

    static Object value(RecordComponent component, Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    static JsonNode node(Type type, Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        Optional<Type> within = element(type, Optional.class);
        if (within.isPresent() && value instanceof Optional<?> perhaps)
            return perhaps.map(present -> node(within.get(), present)).orElseGet(() -> make.textNode(Reader.NONE));
        if (isChoice(type)) return choice((Class<?>) type, value);
        if (Spelling.isFor(value.getClass())) return make.textNode(value.toString());
        if (value instanceof Record group) return write(group);
        if (value instanceof Enum<?> member) return make.textNode(Words.of(member));
        if (value instanceof Boolean truth) return make.booleanNode(truth);
        if (value instanceof Integer whole) return make.numberNode(whole);
        if (value instanceof Long whole) return make.numberNode(whole);
        if (value instanceof Double real) return make.numberNode(real);
        if (value instanceof List<?> list) {
            ArrayNode array = make.arrayNode();
            Type element = element(type, List.class).orElse(Object.class);
            list.forEach(each -> array.add(node(element, each)));
            return array;
        }
        return make.textNode(value.toString());
    }

    private static JsonNode choice(Class<?> type, Object value) {
        if (!(value instanceof Record group))
            throw new IllegalArgumentException(value.getClass().getName() + " must be a record to be written, as every "
                    + type.getSimpleName() + " of a plan");
        Variants variants = Variants.of(type);
        return variants.node(variants.word(value), value.getClass(), write(group));
    }
}
