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

/** What can be done with a training that is going on in this program. */
final class SteeringRoutes {
    private final Workshop workshop;
    private final Views views;
    private final Scenes scenes;

    SteeringRoutes(Workshop workshop, Views views, Scenes scenes) {
        this.workshop = workshop;
        this.views = views;
        this.scenes = scenes;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/runs/{run}/steer", this::steer);
        routes.post("/api/runs/{run}/step", this::step);
        routes.post("/api/runs/{run}/checkpoint", this::checkpoint);
        routes.post("/api/runs/{run}/rollback", this::rollBack);
        routes.get("/api/runs/{run}/scene", context -> Replies.json(context, scenes.of(context.pathParam("run"))));
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
        Helm.Setting wanted = over(before, Replies.body(context));
        live.note(wanted.toString().replace("Setting", "set "));
        live.helm().set(wanted);
        Replies.json(context, live.helm().setting());
    }

    private static Helm.Setting over(Helm.Setting before, ObjectNode change) {
        for (String key : (Iterable<String>) change::fieldNames)
            if (!Json.tree(before).has(key)) throw new IllegalArgumentException("there is no setting '" + key + "'");
        return new Helm.Setting(
                change.path("paused").asBoolean(before.paused()),
                number(change.path("secondsPerStep"), before.secondsPerStep()),
                number(change.path("discriminatorRate"), before.discriminatorRate()),
                number(change.path("generatorRate"), before.generatorRate()),
                (int) number(change.path("discriminatorTurns"), before.discriminatorTurns()),
                (int) number(change.path("generatorTurns"), before.generatorTurns()));
    }

    private static double number(JsonNode given, double otherwise) {
        return given.isMissingNode() ? otherwise : given.asDouble(Double.NaN);
    }

    private void step(Context context) throws IOException {
        LiveRun live = live(context);
        String side = Replies.body(context).path("side").asText();
        if (!side.equals("discriminator") && !side.equals("generator"))
            throw new IllegalArgumentException("side must be discriminator or generator, got '" + side + "'");
        live.note("one step of the " + side);
        live.helm().single(Side.valueOf(side.toUpperCase(Locale.ROOT)));
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
