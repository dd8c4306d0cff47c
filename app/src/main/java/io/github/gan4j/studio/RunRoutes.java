package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.PresetCard;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.train.Listener;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What can be asked about runs, and what can be done with whole runs. */
final class RunRoutes {
    private static final long SECONDS_TO_START = 20;

    private final Runs runs;
    private final Workshop workshop;
    private final Orders orders;

    RunRoutes(Runs runs, Workshop workshop, Orders orders) {
        this.runs = runs;
        this.workshop = workshop;
        this.orders = orders;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/runs", this::list);
        routes.post("/api/runs", this::start);
        routes.get("/api/runs/{run}", context -> Replies.json(context, card(context.pathParam("run"))));
        routes.delete("/api/runs/{run}", this::delete);
        routes.post("/api/runs/{run}/rename", this::rename);
        routes.post("/api/runs/{run}/stop", this::stop);
        routes.post("/api/runs/{run}/resume", this::resume);
        routes.get("/api/runs/{run}/plan", this::plan);
        routes.get("/api/runs/{run}/reals.png", context -> {
            RunFolder folder = folder(context);
            Replies.file(context, runs.file(folder, folder.reals()), "image/png");
        });
        routes.get("/api/runs/{run}/samples/{moment}", context -> {
            RunFolder folder = folder(context);
            long moment = Replies.whole(context.pathParam("moment").replace(".png", ""));
            Replies.file(context, runs.file(folder, folder.samplePicture(moment)), "image/png");
        });
        routes.get("/api/presets", context -> Replies.json(context, Json.tree(PresetCard.all())));
        routes.get("/api/data", context -> Replies.json(context, dataNames()));
    }

    private RunFolder folder(Context context) {
        return runs.open(context.pathParam("run"));
    }

    private ObjectNode card(String name) {
        boolean gone = !isThere(name);
        Optional<String> failure = workshop.failure(name);
        return gone && failure.isPresent()
                ? Card.without(name, "failed").put("trouble", failure.get())
                : Card.of(name, runs.open(name), workshop);
    }

    private boolean isThere(String name) {
        try {
            runs.open(name);
            return true;
        } catch (Refusal absent) {
            return false;
        }
    }

    /** What is odd about one run hides no other. */
    private ObjectNode cardInList(String name) {
        try {
            return card(name);
        } catch (RuntimeException odd) {
            return Card.without(name, "broken").put("trouble", Workshop.line(odd));
        }
    }

    private void list(Context context) throws IOException {
        ObjectNode answer = Json.object();
        ArrayNode cards = answer.putArray("runs");
        List<String> names = runs.names();
        // a run that failed while it was prepared has no folder
        workshop.failures().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> cards.add(cardInList(name)));
        for (String name : names) cards.add(cardInList(name));
        workshop.live().ifPresent(live -> {
            answer.put("training", live.name());
            // a run that is being prepared has no folder yet
            if (live.run().isEmpty() && !Files.exists(runs.inside(live.name())))
                cards.insert(0, Card.without(live.name(), "starting"));
        });
        Replies.json(context, answer);
    }

    /** The names that stand for data by themselves, where others read a path. */
    private static JsonNode dataNames() {
        return Json.tree(DataSource.names());
    }

    private void start(Context context) throws IOException {
        Order order = orders.read(Replies.body(context));
        LiveRun live = workshop.start(order.plan(), order.name(), new Listener() {}, line -> {});
        boolean ready = live.awaitOpening(SECONDS_TO_START);
        Replies.json(context.status(ready ? 201 : 202), Json.object().put("name", live.name()));
    }

    private void resume(Context context) throws IOException {
        String name = context.pathParam("run");
        JsonNode minutes = Replies.body(context).path("minutes");
        Optional<StopPlan> length =
                minutes.isNumber() ? Optional.of(new StopPlan(0, minutes.asDouble())) : Optional.empty();
        LiveRun live = workshop.resume(name, length, new Listener() {});
        boolean ready = live.awaitOpening(SECONDS_TO_START);
        Replies.json(context.status(ready ? 200 : 202), Json.object().put("name", name));
    }

    private void stop(Context context) throws InterruptedException {
        String name = context.pathParam("run");
        workshop.stop(name);
        Replies.json(context, card(name));
    }

    private void rename(Context context) throws IOException {
        String name = context.pathParam("run");
        workshop.requireIdle(name);
        String to = Replies.body(context).path("to").asText().strip();
        runs.rename(name, to);
        workshop.forget(name);
        Replies.json(context, Json.object().put("name", to));
    }

    private void delete(Context context) throws IOException {
        String name = context.pathParam("run");
        boolean failedOnly = !isThere(name) && workshop.failure(name).isPresent();
        if (!failedOnly) runs.open(name);
        workshop.requireIdle(name);
        if (!name.equals(context.queryParam("confirm")))
            throw new IllegalArgumentException("deleting " + name + " must be confirmed with its name");
        if (!failedOnly) runs.delete(name);
        workshop.forget(name);
        Replies.json(context, Json.object().put("deleted", name));
    }

    private void plan(Context context) throws IOException {
        RunFolder folder = folder(context);
        Path file = runs.file(folder, folder.plan());
        if (Files.size(file) > 1 << 20) throw Refusal.tooLarge("plan.yaml has more than a million bytes");
        context.contentType("text/plain; charset=utf-8").result(Files.readAllBytes(file));
    }

    /** The runs that a request names, each of which must be there. */
    static List<String> named(Context context, int most) {
        List<String> names = context.queryParams("run").stream().distinct().toList();
        if (names.isEmpty() || names.size() > most)
            throw new IllegalArgumentException("1 to " + most + " runs can be compared, got " + names.size());
        return names;
    }
}
