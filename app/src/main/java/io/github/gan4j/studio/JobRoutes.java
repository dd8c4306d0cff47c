package io.github.gan4j.studio;

import io.github.gan4j.files.Json;
import io.github.gan4j.settings.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** What can be asked of background jobs. */
record JobRoutes(Jobs jobs) {
    /** A short job is over before its first answer. */
    static final long PATIENCE_MILLIS = 700;

    private static final Map<String, String> TYPES = Map.of("png", "image/png", "zip", "application/zip");

    /** What the page asks about before it asks for it once more. */
    private static final int NEEDS_CONSENT = 428;

    void add(RoutesConfig routes) {
        routes.get("/api/jobs", this::going);
        routes.get("/api/jobs/{job}", this::state);
        routes.post("/api/jobs/{job}/stop", this::stop);
        routes.get("/api/jobs/{job}/{file}", this::file);
    }

    /** @throws Refusal while a run trains here, unless the request says that this is wanted beside it */
    static void requireConsent(Context context, Workshop workshop, String during) {
        Optional<LiveRun> live = workshop.live();
        if (live.isPresent() && context.queryParam("beside") == null)
            throw new Refusal(
                    NEEDS_CONSENT,
                    live.get().name() + " is training; it would stand still for a while again and again during "
                            + during);
    }

    private Jobs.Job named(Context context) {
        return jobs.named(context.pathParam("job"));
    }

    /** The job that is going on, if any, so that none of this kind can begin. */
    private void going(Context context) throws InterruptedException {
        Jobs.Kind kind = Words.named(Jobs.Kind.class, "kind", Query.text(context, "kind", "restore"));
        Optional<Jobs.Job> going = jobs.going(kind);
        Replies.json(context, going.isPresent() ? going.get().state(0) : Json.object());
    }

    private void state(Context context) throws InterruptedException {
        Replies.json(context, named(context).state(PATIENCE_MILLIS));
    }

    private void stop(Context context) throws InterruptedException {
        Jobs.Job job = named(context);
        jobs.stop(job);
        Replies.json(context, job.state(0));
    }

    private void file(Context context) {
        String name = context.pathParam("file");
        byte[] bytes = named(context).file(name);
        String download = Query.text(context, "download", "");
        if (!download.isEmpty()) Replies.download(context, download.replaceAll("[^A-Za-z0-9._-]", "-"));
        context.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"))
                .header("Cache-Control", "no-store")
                .result(bytes);
    }
}
