package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be written for a record: as a JSON schema for editors, and as tables for people. */
public final class Keys {
    private static final String OWN_CLASS = "^[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)+$";
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final Map<Class<?>, JsonNode> definitions = new LinkedHashMap<>();

    private final Map<Class<?>, String> examples;

    /** @param examples in YAML, of groups whose defaults alone are refused */
    public Keys(Map<Class<?>, String> examples) {
        this.examples = examples;
    }

    private ObjectNode rest(Class<?> group) {
        return Yaml.tree(examples.getOrDefault(group, "{}"), group.getName());
    }

    /** A JSON schema, draft 2020-12; {@code extra} are keys of the root beside those of the record. */
    public ObjectNode schema(Class<? extends Record> root, Map<String, String> extra) {
        definitions.clear();
        ObjectNode schema = MAKE.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.setAll(group(root));
        new TreeMap<>(extra)
                .forEach((key, about) ->
                        schema.withObject("properties").putObject(key).put("description", about));
        ObjectNode named = schema.putObject("$defs");
        definitions.forEach((type, definition) -> named.set(name(type), definition));
        return schema;
    }

    private static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : name(type.getEnclosingClass()) + "." + type.getSimpleName();
    }

    /** No key is required, since a plan is laid over another that may have it. */
    private ObjectNode group(Class<?> type) {
        ObjectNode schema = MAKE.objectNode().put("type", "object").put("additionalProperties", false);
        describe(schema, Javadoc.of(type).about());
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = of(component.getGenericType());
            Javadoc.of(type).component(component.getName()).ifPresent(about -> describe(property, about));
            JsonNode fallback = Trees.fallback(component);
            if (!fallback.isMissingNode() && !(fallback.isObject() && fallback.isEmpty()))
                property.set("default", fallback);
            Allowed.of(type, component, rest(type)).ifPresent(allowed -> allowed.limit(property));
            properties.set(component.getName(), property);
        }
        return schema;
    }

    private static void describe(ObjectNode schema, String about) {
        if (!about.isEmpty()) schema.put("description", about);
    }

    private ObjectNode of(Type type) {
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent()) {
            ObjectNode schema = MAKE.objectNode();
            schema.putArray("anyOf").add(word(Reader.NONE)).add(of(within.get()));
            return schema;
        }
        Optional<Type> element = Trees.element(type, List.class);
        if (element.isPresent()) {
            ObjectNode schema = MAKE.objectNode().put("type", "array");
            schema.set("items", of(element.get()));
            return schema;
        }
        if (type instanceof ParameterizedType map) {
            ObjectNode schema = MAKE.objectNode().put("type", "object");
            schema.set("additionalProperties", of(map.getActualTypeArguments()[1]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (Spelling.isFor(plain)) return spelled(Spelling.of(plain));
        if (Trees.isChoice(plain) || plain.isRecord()) {
            if (definitions.putIfAbsent(plain, MAKE.nullNode()) == null)
                definitions.put(plain, plain.isRecord() ? group(plain) : choice(plain));
            return MAKE.objectNode().put("$ref", "#/$defs/" + name(plain));
        }
        if (plain.isEnum())
            return words(Words.members(plain).stream().map(Words::of).toList());
        return MAKE.objectNode().put("type", scalar(plain));
    }

    private static ObjectNode word(String word) {
        return MAKE.objectNode().put("const", word);
    }

    private static ObjectNode words(List<String> words) {
        ObjectNode schema = MAKE.objectNode();
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode spelled(Spelling spelling) {
        ObjectNode schema = MAKE.objectNode();
        schema.putArray("anyOf")
                .add(words(spelling.words()))
                .add(MAKE.objectNode().put("type", "string").put("pattern", "^" + spelling.family() + "$"));
        return schema;
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) return "string";
        if (type == boolean.class) return "boolean";
        return type == double.class || type == Double.class ? "number" : "integer";
    }

    private ObjectNode choice(Class<?> type) {
        Variants variants = Variants.of(type);
        ObjectNode schema = MAKE.objectNode();
        describe(schema, Javadoc.of(type).about());
        var forms = schema.putArray("anyOf");
        for (Map.Entry<String, Class<?>> kind : variants.kinds().entrySet()) {
            String about = Javadoc.of(kind.getValue()).about();
            if (bare(kind.getValue())) {
                ObjectNode word = word(kind.getKey());
                describe(word, about);
                forms.add(word);
            }
            RecordComponent[] components = kind.getValue().getRecordComponents();
            ObjectNode form = forms.addObject().put("type", "object").put("additionalProperties", false);
            describe(form, about);
            form.putArray("required").add(kind.getKey());
            ObjectNode inside = of(kind.getValue());
            if (components.length == 1) {
                ObjectNode either = MAKE.objectNode();
                either.putArray("anyOf").add(of(components[0].getGenericType())).add(inside);
                inside = either;
            }
            form.putObject("properties").set(kind.getKey(), inside);
        }
        variants.plain().ifPresent(kind -> forms.add(of(kind.getRecordComponents()[0].getGenericType())));
        forms.addObject().put("type", "string").put("pattern", OWN_CLASS);
        ObjectNode own = forms.addObject().put("type", "object").put("maxProperties", 1);
        own.put("additionalProperties", false).putObject("patternProperties").putObject(OWN_CLASS);
        return schema;
    }

    /** Whether a kind may be written as its word alone, since all its components have defaults. */
    private static boolean bare(Class<?> kind) {
        return Stream.of(kind.getRecordComponents())
                .noneMatch(component -> Trees.fallback(component).isMissingNode());
    }

    /** Markdown: a table of the record's keys, and one after it for every group and choice that these lead to. */
    public String tables(Class<? extends Record> root) {
        Set<Class<?>> order = new LinkedHashSet<>();
        collect(root, order);
        return order.stream().map(this::table).collect(Collectors.joining("\n"));
    }

    private static void collect(Type type, Set<Class<?>> order) {
        if (type instanceof ParameterizedType many) {
            Stream.of(many.getActualTypeArguments()).forEach(inner -> collect(inner, order));
            return;
        }
        Class<?> plain = (Class<?>) type;
        boolean choice = Trees.isChoice(plain);
        if (!choice && !Trees.isRecord(plain) || !order.add(plain)) return;
        List<Class<?>> groups = choice ? List.copyOf(Variants.of(plain).kinds().values()) : List.of(plain);
        for (Class<?> group : groups)
            for (RecordComponent component : group.getRecordComponents()) collect(component.getGenericType(), order);
    }

    private String table(Class<?> type) {
        StringBuilder text = new StringBuilder("### " + name(type) + "\n\n");
        String about = Javadoc.of(type).about();
        if (!about.isEmpty()) text.append(about).append("\n\n");
        if (type.isRecord()) {
            text.append("| key | type | default | |\n|---|---|---|---|\n");
            rows(text, type, "");
            return text.toString();
        }
        Variants variants = Variants.of(type);
        text.append("| kind, and its keys | type | default | |\n|---|---|---|---|\n");
        variants.plain().ifPresent(kind -> text.append("| *value* | ")
                .append(type(kind.getRecordComponents()[0].getGenericType()))
                .append(" | | ")
                .append(cell(Javadoc.of(kind).about()))
                .append(" |\n"));
        variants.kinds().forEach((word, kind) -> {
            text.append("| **`")
                    .append(word)
                    .append("`** | | | ")
                    .append(cell(Javadoc.of(kind).about()))
                    .append(" |\n");
            rows(text, kind, word + ".");
        });
        return text.toString();
    }

    private void rows(StringBuilder text, Class<?> group, String before) {
        for (RecordComponent component : group.getRecordComponents()) {
            JsonNode fallback = Trees.fallback(component);
            String value = fallback.isMissingNode()
                    ? "required"
                    : fallback.isObject() && fallback.isEmpty() ? "" : "`" + written(fallback) + "`";
            text.append("| `")
                    .append(before)
                    .append(component.getName())
                    .append("` | ")
                    .append(type(component.getGenericType()))
                    .append(Allowed.of(group, component, rest(group))
                            .map(allowed -> ", " + allowed.text())
                            .orElse(""))
                    .append(" | ")
                    .append(cell(value))
                    .append(" | ")
                    .append(cell(
                            Javadoc.of(group).component(component.getName()).orElse("")))
                    .append(" |\n");
        }
    }

    private static String written(JsonNode value) {
        return value.isTextual() && value.asText().isEmpty() ? "''" : Yaml.inline(value);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String type(Type type) {
        Optional<Type> within = Trees.element(type, Optional.class);
        if (within.isPresent()) return "none or " + type(within.get());
        Optional<Type> element = Trees.element(type, List.class);
        if (element.isPresent()) return "list of " + type(element.get());
        if (type instanceof ParameterizedType map) return "by name, " + type(map.getActualTypeArguments()[1]);
        Class<?> plain = (Class<?>) type;
        if (Spelling.isFor(plain)) return String.join(", ", Spelling.of(plain).forms());
        if (Trees.isChoice(plain) || plain.isRecord())
            return "[" + name(plain) + "](#"
                    + name(plain).toLowerCase(Locale.ROOT).replace(".", "") + ")";
        if (plain.isEnum()) return Words.members(plain).stream().map(Words::of).collect(Collectors.joining(", "));
        return switch (scalar(plain)) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "integer" -> "whole number";
            default -> "number";
        };
    }
}
