package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Runs that can be used for something, trained in a second each. */
final class UsedRuns {
    private static final Map<String, String> IMAGES = Map.of(
            "threads", "1",
            "precision", "fp32",
            "batchSize", "8",
            "data.size", "16",
            "stop", "{images: 64}",
            "generator.network.width", "2",
            "discriminator.network.width", "2",
            "record.rows", "2");

    private UsedRuns() {}

    /** Colour pictures of 45x31 pixels with as many of 50x40, noise of one seed each. */
    static Path photos(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < 12; i++)
            ImageFile.writePng(folder.resolve(i + ".png"), i % 2 == 0 ? noise(45, 31, 3, i) : noise(50, 40, 3, i));
        return folder;
    }

    static Picture noise(int width, int height, int channels, long seed) {
        byte[] pixels = new byte[width * height * channels];
        new Random(seed).nextBytes(pixels);
        return new Picture(width, height, channels, pixels);
    }

    static void restorer(Web web, String name, Path photos, String channels) throws Exception {
        train(web, "denoise", name, photos, Map.of("data.channels", channels, "metrics", "none"));
    }

    /** One that went on from the weights of another. */
    static void sharper(Web web, String name, Path from, Path photos) throws Exception {
        train(
                web,
                "denoise",
                name,
                photos,
                Map.of(
                        "data.channels",
                        "3",
                        "metrics",
                        "none",
                        "start",
                        "{from: ['" + from + "'], players: generator}",
                        "generator.optimizer.learningRate",
                        "1e-2"));
    }

    static void enlarger(Web web, String name, Path photos) throws Exception {
        train(web, "super-resolution-content", name, photos, Map.of("data.channels", "3", "metrics", "none"));
    }

    /** A generator of such images from latents. */
    static void generator(Web web, String name, Path photos) throws Exception {
        train(web, "folder", name, photos, Map.of());
    }

    /** One of bright and dark images. */
    static void classifier(Web web, String name, Path shades) throws Exception {
        ObjectNode order = order("mnist-semi-supervised-as-published", name, shades);
        ObjectNode set = order.putObject("set")
                .put("threads", "1")
                .put("stop", "{images: 600}")
                .put("data.size", "16")
                .put("batchSize", "20")
                .put("generator.network.hidden", "[8]")
                .put("discriminator.network.hidden", "[16, 8]")
                .put("discriminator.supervision", "{labelled: 10, batchSize: 10}");
        set.put("record.rows", "2");
        begin(web, name, order);
    }

    /** An auto-encoder of pen strokes. */
    static void redrawer(Web web, String name) throws Exception {
        ObjectNode order = Json.object().put("preset", "strokes-redraw").put("name", name);
        order.putObject("set")
                .put("threads", "1")
                .put("precision", "fp32")
                .put("stop", "{images: 64}")
                .put("data.size", "16")
                .put("generator.network.width", "4")
                .put("discriminator.network.width", "4")
                .put("generator.input.encoded.network.width", "4")
                .put("batchSize", "16")
                .put("record.columns", "2");
        begin(web, name, order);
    }

    /** A generator of points on a ring. */
    static void points(Web web, String name) throws Exception {
        ObjectNode order = Json.object().put("preset", "ring").put("name", name);
        order.putObject("set").put("threads", "1").put("stop", "{images: 512}");
        begin(web, name, order);
    }

    private static void train(Web web, String preset, String name, Path data, Map<String, String> more)
            throws Exception {
        ObjectNode order = order(preset, name, data);
        ObjectNode set = order.putObject("set");
        IMAGES.forEach(set::put);
        more.forEach(set::put);
        begin(web, name, order);
    }

    private static ObjectNode order(String preset, String name, Path data) {
        return Json.object().put("preset", preset).put("name", name).put("data", data.toString());
    }

    private static void begin(Web web, String name, ObjectNode order) throws Exception {
        Web.Answer answer = web.post("/api/runs", order.toString());
        if (answer.status() >= 300) throw new AssertionError(answer.text());
        web.awaitState(name, "finished");
    }
}
