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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of a run evaluated as {@code gan4j evaluate} does, as jobs. */
final class EvaluateRoutes {
    private static final int MOST_SAMPLES = 100_000;

    private final Runs runs;
    private final Workshop workshop;
    private final Jobs jobs;

    /** @param count of samples; 0 for the usual number */
    private record Wanted(int count, boolean best, boolean neighbours) {}

    EvaluateRoutes(Runs runs, Workshop workshop, Jobs jobs) {
        this.runs = runs;
        this.workshop = workshop;
        this.jobs = jobs;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/use/{run}/evaluate", UseRoutes.plainly(this::evaluate));
    }

    private void evaluate(Context context) throws Exception {
        String run = context.pathParam("run");
        RunFolder folder = runs.open(run);
        Wanted wanted = new Wanted(
                (int) Query.number(context, "count", 0, 0, MOST_SAMPLES),
                context.queryParam("best") != null,
                context.queryParam("neighbours") != null);
        JobRoutes.requireConsent(context, workshop, "an evaluation");
        String stamp = LatestModel.stamp(folder);
        Jobs.Job job = jobs.begin(
                Jobs.id("evaluate", run, stamp, LatestModel.newest(folder), wanted),
                new Jobs.Task(Jobs.Kind.EVALUATE, run, stamp),
                // classifiers that learn first draw random numbers, which a training going on here must not miss
                now -> workshop.quietly(pause -> outcome(folder, wanted, now, pause)));
        Replies.json(context, job.state(JobRoutes.PATIENCE_MILLIS));
    }

    private static Jobs.Outcome outcome(RunFolder folder, Wanted wanted, Jobs.Job job, Runnable pause) {
        try {
            Path picture = Files.createTempFile("gan4j-neighbours", ".png");
            try {
                return outcome(folder, wanted, picture, job, pause);
            } finally {
                Files.deleteIfExists(picture);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PlainLine.of(unreadable), unreadable);
        }
    }

    private static Jobs.Outcome outcome(RunFolder folder, Wanted wanted, Path picture, Jobs.Job job, Runnable pause)
            throws IOException {
        List<String> notices = new ArrayList<>();
        job.at("reading the data", 0);
        Evaluation evaluation = new Evaluate(
                        Metrics.ALL,
                        wanted.count(),
                        "auto",
                        wanted.best(),
                        Optional.empty(),
                        wanted.neighbours() ? Optional.of(picture) : Optional.empty(),
                        line -> notices.add(PlainLine.without(line)))
                .of(folder.path(), (doing, share) -> {
                    job.at(doing, share);
                    pause.run();
                });
        keep(folder, evaluation, notices);
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
