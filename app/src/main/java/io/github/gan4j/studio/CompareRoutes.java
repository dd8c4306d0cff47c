package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.report.Report;
import io.github.gan4j.settings.Yaml;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Runs side by side, and runs on one page to mail. */
final class CompareRoutes {
    private static final int MOST_RUNS = 8;
    private static final int MOST_POINTS = 400;

    private final Runs runs;
    private final Workshop workshop;

    CompareRoutes(Runs runs, Workshop workshop) {
        this.runs = runs;
        this.workshop = workshop;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/compare", this::compare);
        routes.get("/api/runs/{run}/report.html", this::report);
    }

    private void compare(Context context) throws IOException {
        List<String> names = RunRoutes.named(context, MOST_RUNS);
        ObjectNode answer = Json.object();
        ArrayNode sides = answer.putArray("runs");
        List<Map<String, String>> plans = new ArrayList<>();
        for (String name : names) {
            RunFolder folder = runs.open(name);
            ObjectNode side = Card.of(name, folder, workshop);
            ArrayNode events = side.putArray("events");
            EventLog.thinned(new EventLog(folder.events()).news().events(), MOST_POINTS)
                    .forEach(event -> events.add(event.without("players")));
            side.set("pictures", Json.tree(Card.pictures(folder)));
            sides.add(side);
            plans.add(flat(folder));
        }
        answer.set("plans", rows(plans));
        Replies.json(context, answer);
    }

    /** Every key of any plan with its value in each, and whether they differ. */
    private static ArrayNode rows(List<Map<String, String>> plans) {
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
            values.put(path, words ? words(node) : node.isContainerNode() ? "" : node.asText());
            return;
        }
        if (node.isArray()) for (int i = 0; i < node.size(); i++) flatten(path + "." + i, node.get(i), values);
        else
            node.properties()
                    .forEach(e -> flatten(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), values));
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private void report(Context context) throws IOException {
        String page = Report.of(runs.open(context.pathParam("run")));
        // its style and pictures are in the page itself, and nothing else is let in
        context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(page);
    }
}
