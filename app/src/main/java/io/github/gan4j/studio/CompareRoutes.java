package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.judging.RunScores;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.overview.RunComparison;
import io.github.gan4j.report.Report;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs side by side, and runs on one page to mail. */
final class CompareRoutes {
    /** Runs whose scores are asked for at once, and whose plans are. */
    private static final int MOST_RUNS = 2000, MOST_PLANS = 64;

    /** Runs whose events are followed: those of a few pages. */
    private static final int MOST_FOLLOWED = 96;

    private final Runs runs;
    /** By the files, those that were asked for last. */
    private final Map<Path, FollowedEvents> followed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, FollowedEvents> eldest) {
            return size() > MOST_FOLLOWED;
        }
    };
    /** By the names of runs. */
    private final Map<String, Known> scores = new ConcurrentHashMap<>();

    /** @param state when the files behind the scores changed, and how long they are */
    private record Known(FileStamp state, JsonNode scores) {}

    CompareRoutes(Runs runs) {
        this.runs = runs;
    }

    void add(RoutesConfig routes) {
        // names of hundreds of runs are too long for an address
        routes.post("/api/compare/scores", this::scores);
        routes.get("/api/scores", context -> Replies.unlessKnown(context, known()));
        routes.post("/api/compare/plans", this::plans);
        routes.get("/api/runs/{run}/curves", this::curves);
        routes.get("/api/runs/{run}/report.html", this::report);
    }

    /** All scores that a run can have. */
    private static ArrayNode known() {
        ArrayNode known = Json.object().putArray("scores");
        for (String name : Metrics.scores()) {
            ObjectNode score = known.addObject().put("name", name).put("title", Metrics.title(name));
            Metrics.better(name).ifPresent(better -> score.set("better", Json.tree(better)));
        }
        return known;
    }

    /** The runs that a request names. */
    private static Set<String> named(Context context, int most) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Replies.body(context).path("runs").forEach(name -> names.add(name.asText()));
        if (names.isEmpty() || names.size() > most)
            throw new IllegalArgumentException("1 to " + most + " runs can be asked for at once, got " + names.size());
        return names;
    }

    /** The scores of each run; a run that is not there, or cannot be read, has the reason in their place. */
    private void scores(Context context) throws IOException {
        ObjectNode answer = Json.object();
        for (String name : named(context, MOST_RUNS)) answer.set(name, scores(name));
        Replies.json(context, answer);
    }

    private JsonNode scores(String name) {
        try {
            RunFolder folder = runs.open(name);
            FileStamp state = FileStamp.of(folder.events(), folder.plan(), folder.evaluations());
            Known known = scores.get(name);
            if (known == null || !known.state().equals(state)) {
                RunScores read = RunScores.of(folder, events(folder).latest());
                known = new Known(state, Json.tree(new RunScores(read.scores(), PlainLine.without(read.unreadable()))));
                scores.put(name, known);
            }
            return known.scores();
        } catch (IOException | RuntimeException odd) {
            scores.remove(name);
            return Json.tree(new RunScores(List.of(), PlainLine.of(odd)));
        }
    }

    /** The settings of runs, and which of the runs have any: not those that are gone, or whose folder is odd. */
    private void plans(Context context) throws IOException {
        List<String> there = new ArrayList<>();
        List<RunFolder> folders = new ArrayList<>();
        for (String name : named(context, MOST_PLANS)) {
            try {
                folders.add(runs.open(name));
                there.add(name);
            } catch (Refusal gone) {
                // its column is missing
            }
        }
        ObjectNode answer = Json.object();
        answer.set("runs", Json.tree(there));
        answer.set("settings", RunComparison.plans(folders));
        Replies.json(context, answer);
    }

    private FollowedEvents events(RunFolder folder) {
        synchronized (followed) {
            return followed.computeIfAbsent(folder.events(), FollowedEvents::new);
        }
    }

    /** What is drawn of a run: some of its events, and the moments of its pictures. */
    private void curves(Context context) throws IOException {
        RunFolder folder = runs.open(context.pathParam("run"));
        ObjectNode answer = Json.object();
        ArrayNode events = answer.putArray("events");
        events(folder).points().forEach(events::add);
        answer.set("pictures", Json.tree(folder.pictures()));
        Replies.unlessKnown(context, answer);
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
