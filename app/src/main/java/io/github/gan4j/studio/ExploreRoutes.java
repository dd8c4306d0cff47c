package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.Interpolation;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.explore.Walk;
import io.github.gan4j.files.AnimatedGif;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.game.Latents;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.model.TrainedGenerator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What can be asked of a trained generator, or of one in a file. */
record ExploreRoutes(Runs runs, Explorers explorers) {
    private static final int MOST_IMAGE_BYTES = 8 << 20;
    private static final int MOST_TILES = 64;
    private static final int MOST_IN_ZIP = 1000;
    private static final int MOST_STOPS = 26;
    private static final int NEIGHBOURS = 6;

    void add(RoutesConfig routes) {
        routes.get("/api/explore/{run}", this::about);
        routes.get("/api/explore/{run}/sheet.png", this::sheet);
        routes.get("/api/explore/{run}/samples.zip", this::zip);
        routes.get("/api/explore/{run}/sample.png", this::sample);
        routes.get("/api/explore/{run}/sample/{moment}", this::past);
        routes.get("/api/explore/{run}/classes.png", this::ofClasses);
        routes.get("/api/explore/{run}/walk.gif", this::walk);
        routes.get("/api/explore/{run}/walk.png", this::walkSheet);
        routes.get("/api/explore/{run}/directions", this::directions);
        routes.get("/api/explore/{run}/measured/{measure}", this::measured);
        routes.get("/api/explore/{run}/nearest", this::nearest);
        routes.post("/api/explore/{run}/project", this::project);
        routes.post("/api/explore/{run}/latents/{name}", this::save);
        routes.delete("/api/explore/{run}/latents/{name}", this::forget);
    }

    private Explorable generator(Context context) {
        return runs.explorable(context.pathParam("run"));
    }

    /**
     * The generator that a request asks about.
     *
     * @param at the checkpoint that is asked for; the newest where none is
     */
    private record Asked(Explorable what, OptionalLong at) {}

    private Asked asked(Context context) {
        Explorable what = generator(context);
        String at = Query.text(context, "at", "");
        return new Asked(what, at.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Replies.whole(at)));
    }

    /** What is looked up with a generator and the latents saved for it. */
    @FunctionalInterface
    private interface Look<T> {
        T at(Explorer explorer, Recipe.Saved saved) throws Exception;
    }

    private <T> T see(Asked asked, Look<T> look) {
        return explorers.see(asked.what(), () -> {
            Explorer explorer = explorers.of(asked.what(), asked.at());
            return look.at(explorer, named(asked.what(), explorer));
        });
    }

    private SavedLatents saved(Explorable what) {
        return new SavedLatents(what.folder(), runs);
    }

    /** Latents by the names under which they were saved; a file has none. */
    private Recipe.Saved named(Explorable what, Explorer explorer) {
        return name -> saved(what).read(name, explorer.generator().latents().size());
    }

    private static ClassShares classes(Context context) {
        return new ClassShares(Optional.ofNullable(context.queryParam("class")).orElse(""));
    }

    private void about(Context context) throws IOException {
        Asked asked = asked(context);
        Explorable what = asked.what();
        List<SavedLatents.Named> saved = what.run().isPresent() ? saved(what).all() : List.of();
        Replies.json(context, see(asked, (explorer, named) -> {
            ObjectNode about = Json.object()
                    .put("file", what.run().isEmpty())
                    .put("imagesSeen", imagesSeen(explorer))
                    .put("latents", explorer.generator().latents().size())
                    .put("normal", !explorer.generator().latents().bounded())
                    .put("width", explorer.shape().width())
                    .put("height", explorer.shape().height());
            about.set("checkpoints", Json.tree(what.moments()));
            about.set("classes", Json.tree(explorer.generator().labelNames()));
            about.set("saved", Json.tree(saved));
            about.set("measures", Json.tree(ImageMeasures.names()));
            return about;
        }));
    }

    private static long imagesSeen(Explorer explorer) {
        return explorer.generator() instanceof TrainedGenerator generator ? generator.imagesSeen() : 0;
    }

    private void sheet(Context context) throws IOException {
        Asked asked = asked(context);
        long first = Query.whole(context, "from", 0, 0, 999_000_000);
        int count = Query.whole(context, "count", 24, 1, MOST_TILES);
        Recipe recipe = Recipe.of(context.queryParamMap());
        ClassShares classes = classes(context);
        Replies.png(context, see(asked, (explorer, saved) -> explorer.sheet(first, count, recipe, classes, saved)));
    }

    /** Samples of seeds, a PNG each, named by their seeds. */
    private void zip(Context context) throws IOException {
        Asked asked = asked(context);
        long first = Query.whole(context, "from", 0, 0, 999_000_000);
        int count = Query.whole(context, "count", 100, 1, MOST_IN_ZIP);
        Recipe recipe = Recipe.of(context.queryParamMap());
        ClassShares classes = classes(context);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (long seed = first; seed < first + count; seed += MOST_TILES) {
                long from = seed;
                int some = (int) Math.min(MOST_TILES, first + count - from);
                List<Picture> pictures =
                        see(asked, (explorer, saved) -> explorer.pictures(from, some, recipe, classes, saved));
                for (int i = 0; i < some; i++) {
                    zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%06d.png", from + i)));
                    zip.write(ImageFile.png(pictures.get(i)));
                }
            }
        }
        Replies.download(context, "samples.zip").contentType("application/zip").result(bytes.toByteArray());
    }

    private void sample(Context context) throws IOException {
        Asked asked = asked(context);
        Recipe recipe = Recipe.of(context.queryParamMap());
        ClassShares classes = classes(context);
        int factor = Query.whole(context, "enlarged", 1, 1, 16);
        Picture picture = see(asked, (explorer, saved) -> explorer.pictures(explorer.latent(recipe, saved), classes)
                .get(0));
        if (context.queryParam("download") != null) Replies.download(context, "sample.png");
        Replies.png(context, picture.enlarged(factor));
    }

    /** The sample of the same latent by the generator as it was at another checkpoint. */
    private void past(Context context) throws IOException {
        Asked asked = asked(context);
        long moment = Replies.whole(context.pathParam("moment").replace(".png", ""));
        Recipe recipe = Recipe.of(context.queryParamMap());
        ClassShares classes = classes(context);
        Replies.png(context, see(asked, (explorer, saved) -> {
            // directions are those of the checkpoint that is explored
            float[] latent = explorer.latent(recipe, saved);
            return explorers.once(asked.what().folder(), moment, then -> then.pictures(latent, classes)
                    .get(0));
        }));
    }

    private void ofClasses(Context context) throws IOException {
        Asked asked = asked(context);
        Recipe recipe = Recipe.of(context.queryParamMap());
        Replies.png(context, see(asked, (explorer, saved) -> {
            if (explorer.generator().labelNames().isEmpty()) throw Refusal.conflict("this generator knows no classes");
            return explorer.ofClasses(explorer.latent(recipe, saved), MOST_TILES);
        }));
    }

    /** The frames of a walk over some stops, which ends where it began. */
    private List<Picture> walked(Context context) {
        Asked asked = asked(context);
        ClassShares classes = classes(context);
        List<String> names = List.of(Query.text(context, "stops", "0,1").split(",", -1));
        if (names.size() < 2 || names.size() > MOST_STOPS)
            throw new IllegalArgumentException("a walk has 2 to " + MOST_STOPS + " stops, got " + names.size());
        int frames = Query.whole(context, "frames", Math.min(200, 40 * (names.size() - 1)), names.size(), 200);
        double truncation = Query.number(context, "t", 1, -100, 100);
        return see(asked, (explorer, saved) -> {
            Latents plan = explorer.generator().latents();
            List<float[]> stops = new ArrayList<>();
            for (String name : names) stops.add(Recipe.begun(name, plan, saved));
            float[] walked = new Walk(stops, true, Interpolation.suiting(plan)).latents(frames);
            return explorer.pictures(new Truncation(truncation, plan).of(walked), classes);
        });
    }

    /** The frames as one picture, in rows of {@code columns}. */
    private void walkSheet(Context context) throws IOException {
        int columns = Query.whole(context, "columns", 20, 1, 200);
        Replies.png(context, Picture.grid(walked(context), columns, 0));
    }

    private void walk(Context context) throws IOException {
        List<Picture> pictures = walked(context);
        int factor = Math.max(1, 256 / pictures.get(0).width());
        Path file = Files.createTempFile("gan4j", ".gif");
        try {
            AnimatedGif.write(
                    file, pictures.stream().map(p -> p.enlarged(factor)).toList(), 60, true);
            Replies.download(context, "walk.gif").contentType("image/gif").result(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void directions(Context context) throws IOException {
        Asked asked = asked(context);
        Replies.json(
                context, see(asked, (explorer, saved) -> explorer.directions().shares()));
    }

    /** How well a straight direction tells what is measured, on samples that it was not found from. */
    private void measured(Context context) throws IOException {
        Asked asked = asked(context);
        ClassShares classes = classes(context);
        String measure = context.pathParam("measure");
        double correlation = see(
                asked, (explorer, saved) -> explorer.measured(measure, classes).correlation());
        Replies.json(context, Json.object().put("correlation", correlation));
    }

    private void nearest(Context context) throws IOException {
        Asked asked = asked(context);
        Recipe recipe = Recipe.of(context.queryParamMap());
        ClassShares classes = classes(context);
        float[] sample = see(asked, (explorer, saved) -> explorer.samples(explorer.latent(recipe, saved), classes));
        Nearest data = explorers.data(asked.what().folder());
        ObjectNode answer = Json.object().put("count", data.count());
        ArrayNode found = answer.putArray("found");
        for (Nearest.Found one : data.to(sample, NEIGHBOURS))
            found.addObject()
                    .put("image", one.image())
                    .put("error", one.error())
                    .put("png", Replies.encoded(one.picture()));
        Replies.json(context, answer);
    }

    /** @param target the dropped image, small */
    private record Projected(Projection projection, Picture target) {}

    private void project(Context context) throws IOException {
        Asked asked = asked(context);
        SavedLatents saved = saved(asked.what());
        ClassShares classes = classes(context);
        byte[] bytes = Replies.bytes(context, MOST_IMAGE_BYTES);
        String name = saved.free("image_");
        Projected projected = see(asked, (explorer, named) -> {
            Picture picture = Uploads.decoded(bytes);
            return new Projected(
                    explorer.project(picture, classes), Pictures.resized(Pictures.centreSquare(picture), 128, 128));
        });
        Projection projection = projected.projection();
        saved.write(new SavedLatents.Named(name, Query.text(context, "class", ""), false), projection.latent(), false);
        Replies.json(
                context,
                Json.object()
                        .put("name", name)
                        .put("psnr", projection.psnr())
                        .put("error", projection.error())
                        .put("target", Replies.encoded(projected.target())));
    }

    /** Keeps a sample's latent, one of the principal directions or that of a measure under a name. */
    private void save(Context context) throws IOException {
        Asked asked = asked(context);
        Recipe recipe = Recipe.of(context.queryParamMap());
        SavedLatents saved = saved(asked.what());
        Optional<String> direction = Optional.ofNullable(context.queryParam("direction")),
                measure = Optional.ofNullable(context.queryParam("measure"));
        ClassShares classes = classes(context);
        float[] latent = see(asked, (explorer, named) -> {
            if (measure.isPresent())
                return explorer.measured(measure.get(), classes).way();
            return direction.isPresent()
                    ? explorer.direction(Replies.whole(direction.get()))
                    : explorer.latent(recipe, named);
        });
        saved.write(
                new SavedLatents.Named(
                        context.pathParam("name"),
                        Query.text(context, "class", ""),
                        direction.isPresent() || measure.isPresent()),
                latent,
                context.queryParam("replace") != null);
        Replies.json(context, saved.all());
    }

    private void forget(Context context) throws IOException {
        SavedLatents saved = saved(generator(context));
        saved.delete(context.pathParam("name"));
        Replies.json(context, saved.all());
    }
}
