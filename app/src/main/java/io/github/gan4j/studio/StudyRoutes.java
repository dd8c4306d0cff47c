package io.github.gan4j.studio;

import io.github.gan4j.files.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Attacks on many held-out images measured as {@code gan4j attack} does, as jobs. */
record StudyRoutes(Lab lab, Workshop workshop, Jobs jobs) {
    void add(RoutesConfig routes) {
        routes.get("/api/lab/study", this::known);
        routes.post("/api/lab/study", this::measure);
    }

    private static String id(Wish wish, AttackStudy study) {
        return Jobs.id("study", wish, study);
    }

    /** What came of the same study before, or how far it is. */
    private void known(Context context) throws InterruptedException {
        Wish wish = LabRoutes.wish(context);
        Optional<Jobs.Job> job =
                jobs.kept(id(wish, AttackStudy.of(context, lab.opened(wish).victims())));
        Replies.json(context, job.isPresent() ? job.get().state(0) : Json.object());
    }

    private void measure(Context context) throws InterruptedException {
        Wish wish = LabRoutes.wish(context);
        LabRoom room = lab.opened(wish);
        AttackStudy study = AttackStudy.of(context, room.victims());
        JobRoutes.requireConsent(context, workshop, "the measurement");
        Jobs.Job job = jobs.begin(
                id(wish, study),
                new Jobs.Task(Jobs.Kind.STUDY, PlainLine.without(wish.data()), ""),
                // classifiers that learn and random starts draw random numbers, which a training going on here must not
                // miss
                now -> workshop.quietly(pause -> new StudyWork(study, room.victims(), (doing, share, facts) -> {
                            now.show(facts);
                            now.at(doing, share);
                            pause.run();
                        })
                        .outcome()));
        Replies.json(context, job.state(JobRoutes.PATIENCE_MILLIS));
    }
}
