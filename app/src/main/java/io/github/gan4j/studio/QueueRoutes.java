package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;

/** Runs that wait for their turn. */
record QueueRoutes(RunQueue queue, Workshop workshop) {
    void add(RoutesConfig routes) {
        routes.get("/api/queue", this::list);
        routes.delete("/api/queue/{run}", this::remove);
    }

    private void list(Context context) {
        ObjectNode answer = Json.object();
        workshop.live().ifPresent(live -> answer.put("training", live.name()));
        answer.set(
                "waiting",
                Json.tree(queue.all().stream().map(RunQueue.Waiting::name).toList()));
        Replies.json(context, answer);
    }

    private void remove(Context context) throws IOException {
        String name = context.pathParam("run");
        queue.remove(name);
        Replies.json(context, Json.object().put("removed", name));
    }
}
