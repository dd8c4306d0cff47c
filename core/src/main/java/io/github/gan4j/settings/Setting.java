package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a value into a tree at a path such as {@code discriminator.penalties.0.gamma}. A path may leave out the kind of a
 * value, {@code generator.optimizer.learningRate}: the kind that stands there is meant.
 */
final class Setting {
    private Setting() {}

    static ObjectNode put(Class<?> type, ObjectNode tree, String path, JsonNode value) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.contains("")) throw new IllegalArgumentException("a path has a name between any two dots");
        return (ObjectNode) put("", type, tree, steps, value);
    }

    private static JsonNode put(String path, Type type, JsonNode here, List<String> steps, JsonNode value) {
        if (steps.isEmpty()) return value;
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent()) return put(path, within.get(), Reader.isNone(here) ? missing() : here, steps, value);
        Optional<Type> element = Trees.element(type, List.class);
        if (element.isPresent()) return inList(path, element.get(), here, steps, value);
        if (Trees.isChoice(type)) return inChoice(path, (Class<?>) type, here, steps, value);
        if (Trees.isRecord(type)) return inKeys(path, (Class<?>) type, here, steps, value);
        throw new IllegalArgumentException(path + " is a single value and has no key '" + steps.get(0) + "'");
    }

    private static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }

    private static JsonNode inKeys(String path, Class<?> type, JsonNode here, List<String> steps, JsonNode value) {
        String key = steps.get(0);
        RecordComponent component =
                Trees.component(type, key).orElseThrow(() -> Reader.unknown(path, key, Trees.keys(type)));
        ObjectNode keys = here instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        JsonNode child = keys.has(key) ? keys.get(key) : Trees.fallback(component);
        keys.set(key, put(Reader.join(path, key), component.getGenericType(), child, rest(steps), value));
        return keys;
    }

    private static JsonNode inChoice(String path, Class<?> type, JsonNode here, List<String> steps, JsonNode value) {
        Variants variants = Variants.of(type);
        String step = steps.get(0);
        Optional<Variants.Written> present =
                here.isMissingNode() ? Optional.empty() : Optional.of(variants.written(path, here));
        boolean keyOfPresent = present.filter(
                        written -> Trees.component(written.kind(), step).isPresent())
                .isPresent();
        if (!keyOfPresent && variants.words().contains(step)) {
            Class<?> kind = variants.kind(path, step);
            ObjectNode inside = present.filter(written -> written.kind() == kind)
                    .map(Variants.Written::inside)
                    .orElseGet(JsonNodeFactory.instance::objectNode);
            JsonNode within = put(Reader.join(path, step), kind, inside, spelled(kind, rest(steps)), value);
            return JsonNodeFactory.instance.objectNode().set(step, within);
        }
        Variants.Written written = present.orElseThrow(() -> Reader.unknown(path, step, variants.words()));
        ObjectNode inside = (ObjectNode) put(path, written.kind(), written.inside(), steps, value);
        return variants.node(new Variants.Written(written.kind(), inside));
    }

    /** A path into a kind whose only component need not be named, as {@code given.0} for {@code given.weights.0}. */
    private static List<String> spelled(Class<?> kind, List<String> steps) {
        List<RecordComponent> components = Trees.components(kind);
        if (components.size() != 1
                || steps.isEmpty()
                || Trees.key(components.get(0)).equals(steps.get(0))) return steps;
        Type only = components.get(0).getGenericType();
        if (!Trees.hasKeys(only) && Trees.element(only, List.class).isEmpty()) return steps;
        return Stream.concat(Stream.of(Trees.key(components.get(0))), steps.stream())
                .toList();
    }

    private static JsonNode inList(String path, Type element, JsonNode here, List<String> steps, JsonNode value) {
        ArrayNode list = here instanceof ArrayNode array ? array.deepCopy() : JsonNodeFactory.instance.arrayNode();
        String step = steps.get(0);
        int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
        if (index > list.size())
            throw new IllegalArgumentException(path + " is a list of " + list.size() + ", changed at 0 to "
                    + list.size() + " (the last adds one); got '" + step + "'");
        JsonNode changed = put(Reader.join(path, step), element, list.path(index), rest(steps), value);
        if (index == list.size()) list.add(changed);
        else list.set(index, changed);
        return list;
    }

    private static List<String> rest(List<String> steps) {
        return steps.subList(1, steps.size());
    }
}
