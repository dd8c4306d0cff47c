package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Degradation;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.overview.RunUse;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the networks of a run can be used for, and images classified. */
final class UseRoutes implements AutoCloseable {
    private static final int MOST_TILES = 64;

    private final Runs runs;
    private final Views views;
    private final TrialImages images;
    private final Jobs jobs;
    private final LatestModel<TrainedClassifier> classifiers;

    UseRoutes(Runs runs, Views views, Workshop workshop, TrialImages images, Jobs jobs) {
        this.runs = runs;
        this.views = views;
        this.images = images;
        this.jobs = jobs;
        classifiers = new LatestModel<>(workshop, run -> TrainedClassifier.open(run, line -> {}));
    }

    void add(RoutesConfig routes) {
        routes.get("/api/use/{run}", plainly(this::about));
        routes.get("/api/use/{run}/held", plainly(this::held));
        routes.get("/api/use/{run}/sheet.png", plainly(this::sheet));
        routes.get("/api/use/{run}/classify", plainly(this::classify));
        routes.post("/api/use/{run}/classify", plainly(this::classify));
    }

    /** What goes wrong says so without the folders of this machine. */
    static Handler plainly(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refusal refused) {
                throw refused;
            } catch (IllegalArgumentException wrong) {
                throw new Refusal(400, PlainLine.of(wrong));
            } catch (IOException unreadable) {
                throw new Refusal(422, PlainLine.of(unreadable));
            } catch (UncheckedIOException unreadable) {
                throw new Refusal(422, PlainLine.of(unreadable.getCause()));
            }
        };
    }

    private RunFolder folder(Context context) {
        return runs.open(context.pathParam("run"));
    }

    private void about(Context context) throws IOException, InterruptedException {
        Explorable what = runs.explorable(context.pathParam("run"));
        ObjectNode about = what.run().isPresent() ? about(what.folder()) : Json.object();
        if (what.run().isEmpty())
            about.put("file", true).put("image", true).putArray("uses").add(Words.of(Jobs.Kind.EVALUATE));
        for (Jobs.Kind kind : List.of(Jobs.Kind.EVALUATE, Jobs.Kind.EXPORT)) {
            Optional<Jobs.Job> job = jobs.latest(new Jobs.Task(kind, context.pathParam("run"), what.stamp()));
            if (job.isPresent()) about.set(Words.of(kind), job.get().state(0));
        }
        Replies.json(context, about);
    }

    private ObjectNode about(RunFolder folder) throws IOException {
        Plan plan = Plan.read(folder.plan());
        SampleShape shape = plan.shape();
        ObjectNode about = Json.object()
                .put("imagesSeen", LatestModel.newest(folder))
                .put("width", shape.isImage() ? shape.width() : 0)
                .put("height", shape.isImage() ? shape.height() : 0)
                .put("channels", shape.isImage() ? shape.channels() : 0)
                .put(
                        "labelled",
                        plan.discriminator()
                                .supervision()
                                .map(s -> s.labelled())
                                .orElse(0));
        about.set("uses", Json.tree(RunUse.of(plan).stream().map(Words::of).toList()));
        about.set("classes", Json.tree(plan.classes()));
        plan.degradation().ifPresent(how -> damage(about, how));
        if (plan.restoring())
            about.set("onward", Json.tree(onward(folder.path().getFileName().toString(), plan)));
        about.put("image", shape.isImage())
                .put("best", folder.best().toFile().isFile())
                .put("generators", plan.generator().count());
        return about;
    }

    /** The runs that went on from the weights of a restorer with the same network, so that weights between them restore, too. */
    private List<String> onward(String run, Plan plan) throws IOException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, RunFolder> other : runs.all().entrySet()) {
            try {
                // most runs start from random weights, and a plan takes longer to understand than to read
                if (!Files.readString(other.getValue().plan()).contains(run)) continue;
                Plan theirs = Plan.read(other.getValue().plan());
                if (theirs.start().filter(start -> start.isFrom(run)).isPresent()
                        && theirs.restoring()
                        && theirs.generator().network().equals(plan.generator().network())
                        && theirs.shape().channels() == plan.shape().channels()) names.add(other.getKey());
            } catch (IOException | IllegalArgumentException broken) {
                // the list of runs says so; here it is one that cannot be used
            }
        }
        return names;
    }

    private static void damage(ObjectNode about, Degradation how) {
        about.put("factor", how.factor());
        if (how.mostSigma() > 0) about.putArray("sigma").add(how.leastSigma()).add(how.mostSigma());
    }

    private void held(Context context) throws IOException {
        HeldOut held = images.of(folder(context));
        Picture first = held.thumbnail(0);
        ObjectNode answer = Json.object()
                .put("count", held.count())
                .put("all", held.all())
                .put("unseen", held.unseen())
                .put("how", held.how())
                .put("width", first.width())
                .put("height", first.height())
                .put("dark", isDark(held));
        answer.set("classes", Json.tree(held.labelNames()));
        ArrayNode all = answer.putArray("images");
        IntStream.range(0, held.count()).forEach(i -> {
            ObjectNode one = all.addObject().put("name", held.image(i).name());
            held.labels().apply(i).ifPresent(label -> one.put("label", label));
        });
        Replies.json(context, answer);
    }

    /** Whether most of the first images is dark, as where white ink lies on black. */
    private static boolean isDark(HeldOut held) {
        return IntStream.range(0, Math.min(20, held.count()))
                        .mapToObj(held::thumbnail)
                        .flatMapToInt(picture ->
                                IntStream.range(0, picture.pixels().length).map(at -> picture.pixels()[at] & 0xff))
                        .average()
                        .orElse(0)
                < 128;
    }

    private void sheet(Context context) throws IOException {
        HeldOut held = images.of(folder(context));
        int first = Query.whole(context, "from", 0, 0, held.count() - 1);
        int count = Query.whole(context, "count", 24, 1, MOST_TILES);
        List<Picture> tiles = IntStream.range(first, Math.min(held.count(), first + count))
                .mapToObj(held::thumbnail)
                .toList();
        Replies.png(context, Picture.grid(tiles, count, 0));
    }

    private void classify(Context context) throws Exception {
        RunFolder folder = folder(context);
        TrialImages.Given given = images.given(context, folder);
        Replies.json(
                context,
                views.see(() -> classifiers.use(folder, classifier -> {
                    SampleShape shape = classifier.shape();
                    float[] values = Fitted.values(given.picture(), shape);
                    ObjectNode answer = seen(given, values, shape).put("imagesSeen", classifier.imagesSeen());
                    ArrayNode probabilities = answer.putArray("probabilities");
                    for (float one : classifier.probabilities(values)) probabilities.add(one);
                    return answer;
                })));
    }

    /** The image as a network is given it, and how it was brought to that. */
    static ObjectNode seen(TrialImages.Given given, float[] values, SampleShape shape) throws IOException {
        ObjectNode answer = Json.object()
                .put("seen", Replies.encoded(shape.picture(values)))
                .put("how", Fitted.describe(given.picture(), shape));
        given.truth().ifPresent(truth -> answer.put("truth", truth));
        answer.set("remarks", Json.tree(given.remarks()));
        return answer;
    }

    @Override
    public void close() {
        views.run(classifiers::close);
    }
}
