package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.RunComparison;
import io.github.gan4j.report.Report;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs side by side, and runs on one page to mail. */
final class CompareRoutes {
    private static final int MOST_RUNS = 8;
    private static final int MOST_POINTS = 400;

    private final Runs runs;
    private final Cards cards;

    CompareRoutes(Runs runs, Cards cards) {
        this.runs = runs;
        this.cards = cards;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/compare", this::compare);
        routes.get("/api/runs/{run}/report.html", this::report);
    }

    private void compare(Context context) throws IOException {
        List<String> names = RunRoutes.named(context, MOST_RUNS);
        ObjectNode answer = Json.object();
        ArrayNode sides = answer.putArray("runs");
        List<RunFolder> folders = new ArrayList<>();
        for (String name : names) {
            RunFolder folder = runs.open(name);
            ObjectNode side = cards.of(name, folder);
            ArrayNode events = side.putArray("events");
            new EventLog(folder.events())
                    .begin(MOST_POINTS)
                    .events()
                    .forEach(event -> events.add(event.without("players")));
            side.set("pictures", Json.tree(folder.pictures()));
            sides.add(side);
            folders.add(folder);
        }
        answer.set("plans", RunComparison.plans(folders));
        Replies.json(context, answer);
    }

    private void report(Context context) throws IOException {
        String name = context.pathParam("run");
        String page = Report.of(runs.open(name));
        // its style and pictures are in the page itself, and nothing else is let in
        context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                // the name under which a browser saves it
                .header(
                        "Content-Disposition",
                        "inline; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20") + "-report.html")
                .result(page);
    }
}
