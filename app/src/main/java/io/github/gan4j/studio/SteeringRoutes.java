package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Side;
import io.github.gan4j.run.Run;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/** What can be done with a training that is going on in this program, and the scenes of its game, past ones included. */
final class SteeringRoutes {
    private final Workshop workshop;
    private final Views views;
    private final Scenes scenes;
    private final Runs runs;
    private final PastScenes past;

    SteeringRoutes(Workshop workshop, Views views, Runs runs, PastScenes past) {
        this.workshop = workshop;
        this.views = views;
        this.scenes = new Scenes(workshop, views);
        this.runs = runs;
        this.past = past;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/runs/{run}/steer", this::steer);
        routes.post("/api/runs/{run}/step", this::step);
        routes.post("/api/runs/{run}/checkpoint", this::checkpoint);
        routes.post("/api/runs/{run}/rollback", this::rollBack);
        routes.get("/api/runs/{run}/scene", context -> Replies.json(context, scenes.of(context.pathParam("run"))));
        routes.get("/api/runs/{run}/scene/{moment}", context -> {
            long images = Replies.whole(context.pathParam("moment"));
            Replies.unlessKnown(context, past.of(runs.open(context.pathParam("run")), images));
        });
        routes.get("/api/runs/{run}/now.png", context -> {
            LiveRun live = live(context);
            Run run = opened(live);
            Supplier<Picture> now = views.see(() -> live.helm().look(training -> run.picture()));
            Replies.png(context, now.get());
        });
    }

    private LiveRun live(Context context) {
        return workshop.going(context.pathParam("run"));
    }

    private static Run opened(LiveRun live) {
        return live.run().orElseThrow(() -> Refusal.conflict(live.name() + " is still being prepared"));
    }

    private void steer(Context context) throws IOException {
        LiveRun live = live(context);
        Helm.Setting before = live.helm().setting();
        Helm.Setting wanted = before.with(Replies.body(context));
        live.note(wanted);
        live.helm().set(wanted);
        Replies.json(context, live.helm().setting());
    }

    private void step(Context context) throws IOException {
        LiveRun live = live(context);
        ObjectNode wanted = Replies.body(context);
        String side = wanted.path("side").asText();
        int steps = wanted.path("steps").asInt(1);
        if (!side.equals("discriminator") && !side.equals("generator"))
            throw new IllegalArgumentException("side must be discriminator or generator, got '" + side + "'");
        if (steps < 1 || steps > Helm.MOST_SINGLES)
            throw new IllegalArgumentException("steps must be within 1 and " + Helm.MOST_SINGLES + ", got "
                    + wanted.path("steps").asText());
        live.note((steps == 1 ? "one step of the " : steps + " steps of the ") + side);
        live.helm().single(Side.valueOf(side.toUpperCase(Locale.ROOT)), steps);
        Replies.json(context, live.helm().setting());
    }

    private void checkpoint(Context context) {
        LiveRun live = live(context);
        Run run = opened(live);
        long images = views.see(() -> live.helm().look(training -> {
            run.checkpoint();
            return training.images();
        }));
        Replies.json(context, Json.object().put("imagesSeen", images));
    }

    private void rollBack(Context context) throws IOException, InterruptedException {
        String name = context.pathParam("run");
        JsonNode images = Replies.body(context).path("images");
        if (!images.canConvertToLong())
            throw new IllegalArgumentException("images must be those of a checkpoint, got '" + images.asText() + "'");
        workshop.rollBack(name, images.asLong());
        Replies.json(context, Json.object().put("name", name));
    }
}
