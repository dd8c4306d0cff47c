package io.github.gan4j.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events of a run as a table: a row an event, a column for every field of any of them, in the order of their first
 * appearance; nested fields as {@code players.generator.loss}. What an event lacks is empty.
 */
public final class EventTable {
    private EventTable() {}

    public static Table of(List<ObjectNode> events) {
        List<Map<String, String>> rows = events.stream()
                .map(event -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    flatten("", event, row);
                    return row;
                })
                .toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        Table table = new Table(List.copyOf(columns));
        for (Map<String, String> row : rows)
            table.row(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList());
        return table;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> row) {
        if (node.isObject())
            node.properties()
                    .forEach(each ->
                            flatten(path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), row));
        else row.put(path, node.isNull() ? "" : node.isValueNode() ? node.asText() : node.toString());
    }
}
