package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.adversarial.AdversarialExample;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.AttackFigure;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.adversarial.Prediction;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Grade;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.DataFolders;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be asked of the adversarial lab. */
final class LabRoutes {
    private static final int MOST_TILES = 64;

    private final StudioSettings settings;
    private final Lab lab;
    private final Workshop workshop;
    private final Views views;
    private final Uploads uploads = new Uploads();

    LabRoutes(StudioSettings settings, Lab lab, Workshop workshop, Views views) {
        this.settings = settings;
        this.lab = lab;
        this.workshop = workshop;
        this.views = views;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/lab", this::choices);
        routes.post("/api/lab/open", this::open);
        routes.post("/api/lab/stop", this::stop);
        routes.get("/api/lab/state", context -> Replies.json(context, state(wish(context))));
        routes.post("/api/lab/image", this::upload);
        routes.get("/api/lab/sheet.png", this::sheet);
        routes.get("/api/lab/attack", this::attack);
        routes.get("/api/lab/attack.png", this::picture);
    }

    static Wish wish(Context context) {
        return new Wish(
                Query.text(context, "data", "strokes"),
                Query.whole(context, "size", 0, 0, 1024),
                Structure.named(Query.text(context, "structure", "convolutional")));
    }

    private void choices(Context context) {
        ObjectNode choices = Json.object();
        List<String> data = new ArrayList<>(List.of("strokes"));
        DataFolders folders = DataFolders.usual();
        NamedSet.all().stream().filter(folders::hold).map(NamedSet::name).forEach(data::add);
        choices.set("data", Json.tree(data));
        choices.set(
                "structures",
                Json.tree(Stream.of(Structure.values()).map(Structure::word).toList()));
        choices.set("methods", Json.tree(Attack.METHODS));
        choices.set("norms", Json.tree(Stream.of(Norm.values()).map(Norm::word).toList()));
        Replies.json(context, choices);
    }

    private void open(Context context) throws IOException {
        Wish wish = wish(context);
        Optional<Path> path = wish.path();
        if (path.isPresent()) settings.requireReadable(path.get());
        lab.open(wish);
        Replies.json(context, state(wish));
    }

    private void stop(Context context) throws InterruptedException {
        lab.stop();
        Replies.json(context, Json.object());
    }

    private ObjectNode state(Wish wish) {
        Optional<LabRoom> room = lab.room(wish);
        if (room.isPresent()) return ready(wish, room.get());
        Optional<Lab.Opening> opening = lab.opening(wish);
        if (opening.isEmpty())
            return lab.going().map(LabRoutes::busy).orElseGet(() -> Json.object()
                    .put("state", "absent"));
        if (opening.get().failure().isPresent())
            return Json.object()
                    .put("state", "failed")
                    .put("problem", opening.get().failure().get());
        return progress("opening", opening.get());
    }

    /** Something else is being opened. */
    private static ObjectNode busy(Lab.Opening other) {
        return progress("busy", other);
    }

    private static ObjectNode progress(String state, Lab.Opening opening) {
        return Json.object()
                .put("state", state)
                .put("data", opening.wish().data())
                .put("structure", opening.wish().structure().word())
                .put("doing", opening.doing())
                .put("share", opening.share());
    }

    private static ObjectNode ready(Wish wish, LabRoom room) {
        ImageSet images = room.images();
        Grade grade = room.pupil(wish.structure()).orElseThrow().grade();
        ObjectNode ready = Json.object()
                .put("state", "ready")
                .put("width", images.shape().width())
                .put("height", images.shape().height())
                .put("accuracy", grade.accuracy())
                .put("held", grade.images())
                .put("learned", room.victims().split().train().describe())
                .put("how", grade.split());
        ready.set("classes", Json.tree(images.labelNames()));
        ready.set(
                "labels",
                Json.tree(IntStream.range(0, images.size()).map(images::label).toArray()));
        ObjectNode usual = ready.putObject("usual");
        for (Norm norm : Norm.values()) usual.put(norm.word(), Attack.usualEpsilon(norm, images.shape()));
        return ready;
    }

    private void upload(Context context) throws IOException {
        String name = uploads.keep(Replies.bytes(context, Uploads.MOST_BYTES));
        Replies.json(context, Json.object().put("image", name));
    }

    private void sheet(Context context) throws IOException {
        ImageSet images = lab.opened(wish(context)).images();
        int first = Query.whole(context, "from", 0, 0, images.size() - 1);
        int count = Query.whole(context, "count", 24, 1, MOST_TILES);
        List<Picture> tiles = IntStream.range(first, Math.min(images.size(), first + count))
                .mapToObj(images::picture)
                .toList();
        Replies.png(context, Picture.grid(tiles, count, 0));
    }

    private AdversarialExample example(Wish wish, AttackTrial trial) {
        return views.see(() -> {
            LabRoom room = lab.opened(wish);
            Classifier victim = room.pupil(wish.structure()).orElseThrow().classifier();
            // a random start must not take numbers from a training that goes on here
            return trial.drawsNumbers()
                    ? workshop.quietly(() -> trial.example(victim, room.images(), uploads))
                    : trial.example(victim, room.images(), uploads);
        });
    }

    private void attack(Context context) throws IOException {
        Wish wish = wish(context);
        AttackTrial trial = AttackTrial.of(context);
        AdversarialExample example = example(wish, trial);
        ObjectNode answer = Json.object()
                .put("image", Replies.encoded(example.imagePicture()))
                .put("change", Replies.encoded(example.changePicture()))
                .put("attacked", Replies.encoded(example.attackedPicture()))
                .put("largest", example.largest())
                .put("length", example.length());
        trial.truth(lab.opened(wish).images()).ifPresent(truth -> answer.put("truth", truth));
        put(answer.putObject("before"), example.before());
        put(answer.putObject("after"), example.after());
        Replies.json(context, answer);
    }

    private static void put(ObjectNode answer, Prediction verdict) {
        answer.put("answer", verdict.answer());
        ArrayNode probabilities = answer.putArray("probabilities");
        verdict.probabilities().forEach(probabilities::add);
    }

    /** The attacked image as it is, or the three pictures with what is said of them. */
    private void picture(Context context) throws IOException {
        Wish wish = wish(context);
        boolean figure = Query.text(context, "what", "figure").equals("figure");
        AdversarialExample example = example(wish, AttackTrial.of(context));
        Replies.png(
                Replies.download(context, figure ? "attack.png" : "attacked.png"),
                figure
                        ? AttackFigure.of(
                                List.of(example), lab.opened(wish).images().labelNames())
                        : example.attackedPicture());
    }
}
