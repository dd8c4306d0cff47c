package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Survey;
import io.github.gan4j.files.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Zips of images on their way from a page into the studio's own folder. */
record UploadRoutes(UploadedData uploads, Workshop workshop) {
    void add(RoutesConfig routes) {
        routes.get("/api/uploads", context -> Replies.json(context, uploads.all()));
        routes.post("/api/uploads", this::take);
        routes.delete("/api/uploads/{name}", this::remove);
    }

    private void take(Context context) throws IOException {
        UploadedData.Taken taken = uploads.take(
                Query.text(context, "name", ""),
                context.req().getInputStream(),
                context.req().getContentLengthLong());
        Survey survey = taken.survey();
        ObjectNode answer = Json.object()
                .put("name", taken.name())
                .put("bytes", taken.bytes())
                .put("images", survey.images())
                .put("usable", survey.usable());
        answer.set("classes", Json.tree(survey.classes()));
        answer.set("sizes", Json.tree(survey.sizes()));
        ObjectNode found = answer.putObject("findings");
        for (Survey.Kind kind : Survey.Kind.values()) {
            long count = survey.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .count();
            if (count > 0) found.put(kind.name().toLowerCase(Locale.ROOT), count);
        }
        answer.set(
                "notes",
                Json.tree(survey.notes().stream().map(PlainLine::without).toList()));
        Replies.json(context.status(201), answer);
    }

    private void remove(Context context) throws IOException {
        String name = context.pathParam("name");
        Path file = uploads.path(name);
        workshop.live()
                .filter(live -> live.plan()
                        .filter(plan -> plan.data().path().equals(file.toString()))
                        .isPresent())
                .ifPresent(live -> {
                    throw Refusal.conflict(live.name() + " is training on " + name + "; stop it first");
                });
        uploads.remove(name);
        Replies.json(context, Json.object().put("removed", name));
    }
}
