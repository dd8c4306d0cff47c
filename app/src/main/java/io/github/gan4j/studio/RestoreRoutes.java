package io.github.gan4j.studio;

import io.github.gan4j.data.NamedPicture;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.Restoration;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Images restored and enlarged by a run, as jobs: a large one takes a while. */
final class RestoreRoutes implements AutoCloseable {
    private final Runs runs;
    private final Workshop workshop;
    private final TrialImages images;
    private final Jobs jobs;
    private final LatestModel<TrainedRestorer> restorers;

    RestoreRoutes(Runs runs, Workshop workshop, TrialImages images, Jobs jobs) {
        this.runs = runs;
        this.workshop = workshop;
        this.images = images;
        this.jobs = jobs;
        restorers = new LatestModel<>(workshop, run -> TrainedRestorer.open(run, line -> {}));
    }

    void add(RoutesConfig routes) {
        routes.post("/api/use/{run}/restore", UseRoutes.plainly(this::restore));
    }

    private void restore(Context context) throws Exception {
        RunFolder folder = runs.open(context.pathParam("run"));
        OptionalInt place = TrialImages.place(context);
        byte[] file = place.isPresent() ? new byte[0] : TrialImages.sent(context);
        boolean damaged = place.isPresent() || context.queryParam("damage") != null;
        String sigma = Query.text(context, "sigma", "");
        OptionalDouble noise = sigma.isEmpty() || !damaged
                ? OptionalDouble.empty()
                : OptionalDouble.of(Query.number("sigma", sigma, 0, 255));
        String run = context.pathParam("run");
        Optional<RunFolder> towards =
                Optional.ofNullable(context.queryParam("towards")).map(runs::open);
        double share = Query.number(context, "share", 0.5, 0, 1);
        String id = Jobs.id(
                "restore",
                run,
                LatestModel.stamp(folder),
                LatestModel.newest(folder),
                place,
                Checksum.sha256(file),
                damaged,
                noise,
                towards.map(other -> other.path() + LatestModel.stamp(other) + LatestModel.newest(other)),
                share);
        Jobs.Job job = jobs.begin(
                id,
                new Jobs.Task(Jobs.Kind.RESTORE, run, LatestModel.stamp(folder)),
                now -> use(folder, towards, share, restorer -> {
                    Restoration restoration = new Restoration(restorer);
                    Jobs.Outcome outcome = place.isPresent() || damaged
                            ? fromOriginal(folder, restoration, place, file, noise, now)
                            : ownImage(restoration, file, now);
                    outcome.facts().put("imagesSeen", restorer.imagesSeen());
                    return outcome;
                }));
        Replies.json(context, job.state(JobRoutes.PATIENCE_MILLIS));
    }

    private <T> T use(
            RunFolder folder, Optional<RunFolder> towards, double share, LatestModel.Action<TrainedRestorer, T> action)
            throws Exception {
        if (towards.isEmpty()) return restorers.use(folder, action);
        try (LatestModel<TrainedRestorer> blend =
                new LatestModel<>(workshop, run -> blended(run, towards.get(), share))) {
            return blend.use(folder, action);
        }
    }

    private static TrainedRestorer blended(Path run, RunFolder towards, double share) throws IOException {
        TrainedRestorer restorer = TrainedRestorer.open(run, line -> {});
        try {
            restorer.moveTowards(towards.path(), share, false, line -> {});
            return restorer;
        } catch (IOException | RuntimeException e) {
            restorer.close();
            throw e;
        }
    }

    private static Jobs.Outcome ownImage(Restoration restoration, byte[] file, Jobs.Job job) throws IOException {
        restoration.requireMemory(Uploads.NAME, Uploads.pixels(file));
        List<String> remarks = new ArrayList<>();
        Layers given = Uploads.layers(file, remarks::add);
        remarks.addAll(restoration.remarks(given.picture()));
        return RestoredImage.of(restoration, given, remarks, job).outcome();
    }

    private Jobs.Outcome fromOriginal(
            RunFolder folder,
            Restoration restoration,
            OptionalInt place,
            byte[] file,
            OptionalDouble sigma,
            Jobs.Job job)
            throws Exception {
        List<String> remarks = new ArrayList<>();
        Picture original;
        if (place.isPresent()) {
            NamedPicture named = images.of(folder).image(place.getAsInt());
            original = named.picture();
        } else {
            restoration.requireMemory(Uploads.NAME, Uploads.pixels(file));
            original = Uploads.decoded(file, remarks::add);
        }
        remarks.addAll(restoration.remarksOnOriginal(original));
        return RestoredImage.ofOriginal(
                        restoration,
                        original,
                        // noise is drawn from the numbers of the engine, which a training going on here must not miss
                        (clean, noise) -> workshop.quietly(() -> restoration.damaged(clean, noise)),
                        sigma,
                        remarks,
                        job)
                .outcome();
    }

    @Override
    public void close() {
        restorers.close();
    }
}
