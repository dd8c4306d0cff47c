package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.glossary.Glossary;
import io.github.gan4j.overview.PresetCard;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.run.Preview;
import io.github.gan4j.train.Listener;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What can be asked about runs, and what can be done with whole runs. */
final class RunRoutes {
    private static final long SECONDS_TO_START = 20;
    /** Cards that are not known yet are read for this long at a time, so that a list of many is there at once. */
    private static final long NANOS_TO_READ = 150_000_000;

    private final Runs runs;
    private final Cards cards;
    private final Workshop workshop;
    private final RunQueue queue;
    private final Orders orders;
    private volatile Listed listed;

    /**
     * The last answer.
     *
     * @param list not to be changed; cards of runs that have not changed are the same objects in the next list
     * @param runs all that were there
     * @param cards as by {@link Cards#changes} before any of them was asked for
     * @param until as by {@link Cards#quietUntil}; passed already where the studio was at work
     */
    private record Listed(ObjectNode list, String tag, Map<String, RunFolder> runs, long cards, long until) {}

    RunRoutes(Runs runs, Cards cards, Workshop workshop, RunQueue queue, Orders orders) {
        this.runs = runs;
        this.cards = cards;
        this.workshop = workshop;
        this.queue = queue;
        this.orders = orders;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/runs", this::list);
        routes.post("/api/runs", this::start);
        routes.get("/api/runs/{run}", context -> Replies.json(context, cards.of(context.pathParam("run"))));
        routes.delete("/api/runs/{run}", this::delete);
        routes.post("/api/runs/{run}/rename", this::rename);
        routes.post("/api/runs/{run}/stop", this::stop);
        routes.post("/api/runs/{run}/resume", this::resume);
        routes.get("/api/runs/{run}/plan", this::plan);
        routes.get("/api/runs/{run}/networks", this::networks);
        routes.get("/api/runs/{run}/reals.png", context -> {
            RunFolder folder = folder(context);
            Replies.file(context, runs.file(folder, folder.reals()), "image/png");
        });
        routes.get("/api/runs/{run}/samples/{moment}", context -> {
            RunFolder folder = folder(context);
            long moment = Replies.whole(context.pathParam("moment").replace(".png", ""));
            Replies.file(context, runs.file(folder, folder.samplePicture(moment)), "image/png");
        });
        routes.post("/api/runs/{run}/restore", this::restore);
        routes.post("/api/preview", this::preview);
        routes.get("/api/plan", context -> Replies.json(context, orders.base(context)));
        routes.get("/api/glossary", context -> Replies.json(context, Json.tree(Glossary.entries())));
        routes.get("/api/presets", context -> Replies.json(context, Json.tree(PresetCard.all())));
        routes.get("/api/data", context -> Replies.json(context, dataNames()));
    }

    private RunFolder folder(Context context) {
        return runs.open(context.pathParam("run"));
    }

    /** What is odd about one run hides no other. */
    private ObjectNode cardInList(String name, RunFolder folder) {
        try {
            return cards.inList(name, folder);
        } catch (RuntimeException odd) {
            return Cards.without(name, "broken", Workshop.line(odd));
        }
    }

    /** The card of a run that will be read when the list is asked for again. */
    private static ObjectNode unread(String name, RunFolder folder) {
        return Cards.without(name, "unread")
                .put("started", folder.plan().toFile().lastModified());
    }

    private void list(Context context) throws IOException {
        Map<String, RunFolder> all = runs.all();
        Listed last = listed;
        if (last != null && isStill(last, all) && Replies.isKnown(context, last.tag())) return;
        long before = cards.changes();
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        cards.keepOnly(all.keySet());
        cards.withoutFolder().forEach((name, card) -> {
            if (!all.containsKey(name)) list.add(card);
        });
        long until = System.nanoTime() + NANOS_TO_READ;
        all.forEach((name, folder) -> list.add(
                cards.isUnread(name) && System.nanoTime() > until ? unread(name, folder) : cardInList(name, folder)));
        workshop.live().ifPresent(live -> answer.put("training", live.name()));
        answer.set(
                "generators",
                Json.tree(runs.generators().stream()
                        .map(file -> file.getFileName().toString())
                        .toList()));
        answer.set("renamed", Json.tree(runs.renamed(all.keySet())));
        answer.set("deleted", Json.tree(runs.deleted()));
        answer(context, answer, all, before);
    }

    /** Whether nothing can have happened since the last list that the next would show: among a thousand runs nothing is looked at then. */
    private boolean isStill(Listed last, Map<String, RunFolder> all) {
        return last.runs() == all
                && last.cards() == cards.changes()
                && last.until() - System.nanoTime() > 0
                && isIdle();
    }

    private boolean isIdle() {
        return workshop.live().isEmpty()
                && workshop.failures().isEmpty()
                && queue.all().isEmpty();
    }

    /** Writes a list only where it differs from the one before: of a thousand runs that takes most of the time. */
    private void answer(Context context, ObjectNode answer, Map<String, RunFolder> all, long changes) {
        Listed before = listed;
        long until = isIdle() ? cards.quietUntil() : System.nanoTime();
        if (before != null && before.list().equals(answer)) {
            listed = new Listed(before.list(), before.tag(), all, changes, until);
            if (Replies.isKnown(context, before.tag())) return;
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        String tag = Checksum.sha256(bytes).substring(0, 24);
        listed = new Listed(answer, tag, all, changes, until);
        Replies.unlessKnown(context, tag, "application/json", bytes);
    }

    /** The names that stand for data by themselves, where others read a path. */
    private static JsonNode dataNames() {
        return Json.tree(DataSource.names());
    }

    private void start(Context context) throws IOException {
        ObjectNode form = Replies.body(context);
        Order order = orders.read(form);
        if (form.path("queue").asBoolean() && queue.isBusy()) {
            wait(context, order);
            return;
        }
        LiveRun live;
        boolean ready;
        try {
            queue.requireNotWaiting(order.name());
            live = workshop.start(order.plan(), order.name(), order.setting(), new Listener() {}, line -> {});
            ready = live.awaitOpening(SECONDS_TO_START);
            if (ready && !order.setting().equals(Helm.Setting.AS_PLANNED)) live.note(order.setting());
        } catch (IOException | RuntimeException refused) {
            order.discard();
            throw refused;
        }
        Replies.json(context.status(ready ? 201 : 202), Json.object().put("name", live.name()));
    }

    private void wait(Context context, Order order) throws IOException {
        try {
            if (!order.setting().equals(Helm.Setting.AS_PLANNED))
                throw new IllegalArgumentException("a run that waits is not steered before it begins");
            int before = queue.add(order.name(), order.plan());
            Replies.json(
                    context.status(202),
                    Json.object().put("name", order.name()).put("queued", true).put("before", before));
        } catch (IOException | RuntimeException refused) {
            order.discard();
            throw refused;
        }
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

    /** What a run would be, before it is. */
    private void preview(Context context) throws IOException {
        Order order = orders.read(Replies.body(context));
        try {
            Preview preview = Preview.of(order.plan(), line -> {});
            ObjectNode answer = Json.object()
                    .put("data", preview.data())
                    .put("megabytes", preview.bytes() >> 20)
                    .put("plan", preview.plan().toYaml());
            answer.set("networks", NetworkDiagram.of(preview.plan(), preview.generator(), preview.discriminator()));
            Replies.json(context, answer);
        } finally {
            order.discard();
        }
    }

    private void stop(Context context) throws InterruptedException {
        String name = context.pathParam("run");
        workshop.stop(name);
        Replies.json(context, cards.of(name));
    }

    private void rename(Context context) throws IOException {
        String name = context.pathParam("run");
        workshop.requireIdle(name);
        String to = Replies.body(context).path("to").asText().strip();
        queue.requireNotWaiting(to);
        runs.rename(name, to);
        workshop.forget(name);
        Replies.json(context, Json.object().put("name", to));
    }

    private void delete(Context context) throws IOException {
        String name = context.pathParam("run");
        if (!name.equals(context.queryParam("confirm")))
            throw new IllegalArgumentException("deleting " + name + " must be confirmed with its name");
        boolean failedOnly = workshop.failure(name).isPresent() && !runs.all().containsKey(name);
        if (!failedOnly) {
            workshop.requireIdle(name);
            runs.delete(name);
        }
        workshop.forget(name);
        Replies.json(context, Json.object().put("deleted", name));
    }

    private void restore(Context context) throws IOException {
        String name = context.pathParam("run");
        queue.requireNotWaiting(name);
        runs.restore(name);
        Replies.json(context, Json.object().put("name", name));
    }

    /** Building them takes random numbers, which a training going on here must not miss. */
    private void networks(Context context) throws Exception {
        Plan plan = Plan.read(folder(context).plan());
        Replies.unlessKnown(context, workshop.quietly(() -> NetworkDiagram.of(plan)));
    }

    private void plan(Context context) throws IOException {
        RunFolder folder = folder(context);
        Path file = runs.file(folder, folder.plan());
        if (Files.size(file) > 1 << 20) throw Refusal.tooLarge("plan.yaml has more than a million bytes");
        context.contentType("text/plain; charset=utf-8").result(Files.readAllBytes(file));
    }
}
