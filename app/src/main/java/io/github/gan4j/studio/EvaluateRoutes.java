package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.judging.Evaluate;
import io.github.gan4j.judging.KeptEvaluations;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Metrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of a run, or of a generator in a file beside the runs, evaluated as {@code gan4j evaluate} does, as jobs. */
record EvaluateRoutes(StudioSettings settings, Runs runs, Workshop workshop, Jobs jobs) {
    private static final int MOST_SAMPLES = 100_000;

    /**
     * @param count of samples; 0 for the usual number
     * @param against the real images; nothing for those of the run
     */
    private record Wanted(int count, boolean best, boolean neighbours, Optional<Path> against) {}

    void add(RoutesConfig routes) {
        routes.post("/api/use/{run}/evaluate", UseRoutes.plainly(this::evaluate));
    }

    private void evaluate(Context context) throws Exception {
        String name = context.pathParam("run");
        Explorable what = runs.explorable(name);
        Wanted wanted = new Wanted(
                Query.whole(context, "count", 0, 0, MOST_SAMPLES),
                context.queryParam("best") != null,
                context.queryParam("neighbours") != null,
                what.run().isPresent() ? Optional.empty() : Optional.of(against(context, name)));
        JobRoutes.requireConsent(context, workshop, "an evaluation");
        String stamp = what.stamp();
        Jobs.Job job = jobs.begin(
                Jobs.id("evaluate", name, stamp, what.newest(), wanted),
                new Jobs.Task(Jobs.Kind.EVALUATE, name, stamp),
                // classifiers that learn first draw random numbers, which a training going on here must not miss
                now -> workshop.quietly(pause -> outcome(what, wanted, now, pause)));
        Replies.json(context, job.state(JobRoutes.PATIENCE_MILLIS));
    }

    /** The real images for a generator in a file, which does not say what it was trained on. */
    private Path against(Context context, String name) throws IOException {
        String asked = Query.text(context, "against", "").strip();
        if (asked.isEmpty())
            throw new IllegalArgumentException(
                    name
                            + " does not say what it was trained on; name the real images: a folder, zip or file, or a set such as mnist");
        Optional<Path> files = Wish.path(asked);
        if (files.isPresent()) settings.requireReadable(files.get());
        return Path.of(asked);
    }

    private static Jobs.Outcome outcome(Explorable what, Wanted wanted, Jobs.Job job, Runnable pause)
            throws IOException {
        Path picture = Files.createTempFile("gan4j-neighbours", ".png");
        try {
            return outcome(what, wanted, picture, job, pause);
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private static Jobs.Outcome outcome(Explorable what, Wanted wanted, Path picture, Jobs.Job job, Runnable pause)
            throws IOException {
        List<String> notices = new ArrayList<>();
        job.at("reading the data", 0);
        Evaluation evaluation = new Evaluate(
                        Metrics.ALL,
                        wanted.count(),
                        "auto",
                        wanted.best(),
                        wanted.against(),
                        wanted.neighbours() ? Optional.of(picture) : Optional.empty(),
                        line -> notices.add(PlainLine.without(line)))
                .of(what.path(), (doing, share) -> {
                    job.at(doing, share);
                    pause.run();
                });
        if (what.run().isPresent()) keep(what.folder(), evaluation, notices);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("evaluation.json", Json.text(evaluation).getBytes(StandardCharsets.UTF_8));
        if (wanted.neighbours()) files.put("neighbours.png", Files.readAllBytes(picture));
        ObjectNode facts = (ObjectNode) Json.tree(evaluation);
        facts.remove("provenance");
        facts.put("about", PlainLine.without(evaluation.about())).put("neighbours", wanted.neighbours());
        facts.set("notices", Json.tree(notices));
        facts.withArray("scores").forEach(score -> ((ObjectNode) score)
                .put("title", Metrics.title(score.path("name").asText())));
        return new Jobs.Outcome(facts, files);
    }

    /** In the folder of the run, for Compare; an evaluation that took minutes is not lost because that fails. */
    private static void keep(RunFolder folder, Evaluation evaluation, List<String> notices) {
        try {
            new KeptEvaluations(folder).keep(evaluation);
        } catch (IOException stuck) {
            notices.add("not kept in the folder of the run: " + PlainLine.of(stuck));
        }
    }
}
