package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.schedule.Schedule;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a component may have, as its record says when it refuses those far outside. */
record Allowed(String text) {
    private static final Pattern RANGE = Pattern.compile("(-?[0-9.E]+) to (-?[0-9.E]+)");

    /** @param rest the other keys of the group, where their defaults alone are refused */
    static Optional<Allowed> of(Class<?> group, RecordComponent component, ObjectNode rest) {
        Set<String> said = new LinkedHashSet<>();
        for (JsonNode extreme : extremes(component.getType()))
            refusal(group, component, rest.deepCopy().set(component.getName(), extreme))
                    .ifPresent(said::add);
        return said.isEmpty() ? Optional.empty() : Optional.of(new Allowed(String.join(" and ", said)));
    }

    private static List<JsonNode> extremes(Class<?> type) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (type == int.class) return List.of(make.numberNode(Integer.MIN_VALUE), make.numberNode(Integer.MAX_VALUE));
        if (type == long.class) return List.of(make.numberNode(Long.MIN_VALUE), make.numberNode(Long.MAX_VALUE));
        if (type == double.class || type == Schedule.class)
            return List.of(make.numberNode(-1e300), make.numberNode(1e300));
        return List.of();
    }

    private static Optional<String> refusal(Class<?> group, RecordComponent component, ObjectNode tree) {
        for (RecordComponent other : group.getRecordComponents())
            if (Trees.fallback(other).isMissingNode() && !tree.has(other.getName())) tree.put(other.getName(), 1);
        try {
            Reader.value("", group, tree);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            Matcher said = Pattern.compile("^" + component.getName() + " must (?:be |stay )?(.*), got ", Pattern.DOTALL)
                    .matcher(refused.getMessage());
            return said.find() ? Optional.of(words(said.group(1))) : Optional.empty();
        }
    }

    private static String words(String said) {
        return said.replaceAll("between (-?[0-9.E]+) and (-?[0-9.E]+)", "$1 to $2")
                .replaceAll("(\\d)\\.0(?=E|\\b)(?!\\d)", "$1");
    }

    /** Sets the bounds of a number's schema where they are a closed range. */
    void limit(ObjectNode schema) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches() || !schema.has("type")) return;
        double least = Double.parseDouble(range.group(1)), most = Double.parseDouble(range.group(2));
        // a default outside stands for something else, such as 0 for as the data is
        double usual = schema.path("default").asDouble(least);
        if (usual >= least && usual <= most) schema.put("minimum", least).put("maximum", most);
    }
}
