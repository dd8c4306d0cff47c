package io.github.gan4j.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Runs side by side: their cards, their latest numbers, and every key of their plans. */
public final class RunComparison {
    private RunComparison() {}

    /** {@code runs}, each a card with its {@code last} event, and {@code plans} as in {@link #plans}. */
    public static ObjectNode of(List<RunFolder> folders) {
        ObjectNode comparison = Json.object();
        ArrayNode runs = comparison.putArray("runs");
        for (RunFolder folder : folders) {
            ObjectNode card = RunCard.of(folder);
            EventLog.last(folder.events()).ifPresent(event -> card.set("last", event.without("players")));
            runs.add(card);
        }
        comparison.set("plans", plans(folders));
        return comparison;
    }

    /** Every key of any plan with its value in each, and whether they differ. */
    public static ArrayNode plans(List<RunFolder> folders) {
        List<Map<String, String>> plans =
                folders.stream().map(RunComparison::flat).toList();
        Set<String> keys = new LinkedHashSet<>();
        plans.forEach(plan -> keys.addAll(plan.keySet()));
        ArrayNode rows = Json.object().putArray("rows");
        for (String key : keys) {
            ObjectNode row = rows.addObject().put("key", key);
            ArrayNode values = row.putArray("values");
            plans.forEach(plan -> values.add(plan.getOrDefault(key, "")));
            row.put(
                    "differs",
                    plans.stream()
                            .anyMatch(plan ->
                                    !Objects.equals(plan.get(key), plans.get(0).get(key))));
        }
        return rows;
    }

    private static Map<String, String> flat(RunFolder folder) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            flatten("", Yaml.tree(folder.plan()), values);
        } catch (IOException | IllegalArgumentException broken) {
            values.put("plan.yaml", "cannot be read");
        }
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        boolean words = node.isArray()
                && StreamSupport.stream(node.spliterator(), false).noneMatch(JsonNode::isContainerNode);
        if (words || !node.isContainerNode() || node.isEmpty()) {
            values.put(path, words ? words(node) : node.isContainerNode() ? "" : Yaml.plain(node));
            return;
        }
        if (node.isArray()) for (int i = 0; i < node.size(); i++) flatten(path + "." + i, node.get(i), values);
        else
            node.properties()
                    .forEach(e -> flatten(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), values));
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Yaml::plain).collect(Collectors.joining(", "));
    }
}
