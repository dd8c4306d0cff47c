package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AnimatedGif;
import io.github.gan4j.files.Chart;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What can be made from a run folder at any time: plots of its events, an animation of its pictures. */
public final class Summaries {
    private static final int MOST_FRAMES = 60;
    private static final int FRAME_MILLIS = 120;

    private Summaries() {}

    /**
     * Writes {@code losses.png}, {@code probabilities.png}, {@code weights.png} and {@code progress.gif}, over those that are there.
     *
     * @param notice hears one line about a plot that cannot be drawn, as on a machine without fonts, about a picture that
     *     cannot be read, and about damaged events
     */
    public static void write(RunFolder folder, Consumer<String> notice) throws IOException {
        try {
            plots(folder, notice);
        } catch (IOException notDrawn) {
            notice.accept(notDrawn.getMessage());
        }
        List<Picture> frames = frames(folder, notice);
        if (!frames.isEmpty()) AnimatedGif.write(folder.progressGif(), frames, FRAME_MILLIS, true);
    }

    private static void plots(RunFolder folder, Consumer<String> notice) throws IOException {
        List<ObjectNode> events = JsonLines.read(folder.events(), notice);
        Chart.of(
                        "losses",
                        "images seen",
                        "loss",
                        series(events, "discriminator", "discriminatorLoss"),
                        series(events, "generator", "generatorLoss"))
                .write(folder.lossesPlot());
        Chart.of(
                        "what the discriminator believes",
                        "images seen",
                        "probability of being real",
                        series(events, "of reals", "pReal"),
                        series(events, "of fakes", "pFake"))
                .within(0, 1)
                .guidedBy(0.5)
                .write(folder.probabilitiesPlot());
        weights(folder, events);
    }

    private static void weights(RunFolder folder, List<ObjectNode> events) throws IOException {
        TreeSet<String> players = new TreeSet<>();
        for (ObjectNode event : events)
            event.path("players").properties().forEach(player -> {
                if (player.getValue().has("weight")) players.add(player.getKey());
            });
        if (players.isEmpty()) return;
        Chart.Series[] all = players.stream()
                .map(name -> series(events, name, "/players/" + name + "/weight"))
                .toArray(Chart.Series[]::new);
        // not from 0 to 1: players that were dealt equal parts differ by a few hundredths
        Chart.of("whose opinion counts", "images seen", "weight", all).write(folder.weightsPlot());
    }

    private static Chart.Series series(List<ObjectNode> events, String name, String key) {
        String pointer = key.startsWith("/") ? key : "/" + key;
        List<ObjectNode> known =
                events.stream().filter(e -> e.at(pointer).isNumber()).toList();
        return new Chart.Series(
                name,
                known.stream().mapToDouble(e -> e.path("imagesSeen").asDouble()).toArray(),
                known.stream().mapToDouble(e -> e.at(pointer).asDouble()).toArray());
    }

    /** All pictures, or every n-th of many; the last always. */
    private static List<Picture> frames(RunFolder folder, Consumer<String> notice) throws IOException {
        List<Picture> frames = new ArrayList<>();
        if (!Files.isDirectory(folder.samples())) return frames;
        List<Path> files = FileTree.list(folder.samples(), f -> f.toString().endsWith(".png"));
        int every = Math.max(1, (files.size() + MOST_FRAMES - 1) / MOST_FRAMES);
        for (int i = files.size() - 1; i >= 0; i--)
            if (i % every == 0 || i == files.size() - 1) add(files.get(i), frames, notice);
        Collections.reverse(frames);
        return frames;
    }

    /** A picture counts when it has the size of those after it: a plan may have been given another number of columns. */
    private static void add(Path file, List<Picture> later, Consumer<String> notice) {
        try {
            Picture picture = ImageFile.read(file);
            Picture next = later.isEmpty() ? picture : later.get(later.size() - 1);
            if (picture.width() == next.width() && picture.height() == next.height()) later.add(picture);
            else notice.accept(file + ": has another size than the pictures after it; left out of the animation");
        } catch (IOException unreadable) {
            notice.accept(unreadable.getMessage() + "; left out of the animation");
        }
    }
}
