package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.studio.LiveRun;
import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A studio over a folder that is gone afterwards, with a training in it that goes on until it is closed. */
final class Watched implements Listener, AutoCloseable {
    static final String RUN = "watched";

    private final Path folder;
    private final Studio studio;
    private volatile long images;

    Watched() throws IOException {
        folder = Files.createTempDirectory("gan4j-studio");
        studio = Studio.open(StudioSettings.local(folder));
    }

    /** Starts a preset without end, with as many threads as the engine has now. */
    void train(String preset) throws IOException {
        train(Presets.draft(preset));
    }

    /** The same with changes. */
    void train(Draft preset) throws IOException {
        Draft endless = preset.set("threads", Integer.toString(Engine.threads()))
                .set("stop.minutes", "0")
                .set("stop.images", "100000000000");
        LiveRun run = studio.workshop().start(endless.plan(), RUN, this, line -> {});
        if (!run.awaitOpening(600)) throw new IllegalStateException("the run did not begin");
    }

    /** Starts a plan of so few images that it ends at once, and waits for that. */
    void trainBriefly(Draft draft, String name) throws IOException, InterruptedException {
        Draft brief = draft.set("threads", "1").set("stop.minutes", "0").set("stop.images", "128");
        studio.workshop()
                .start(brief.plan(), name, new Listener() {}, line -> {})
                .awaitEnd();
    }

    @Override
    public void stepped(Training training, Step step) {
        images = step.images();
    }

    /** Images a second over some seconds from now. */
    double rate(double seconds) {
        long before = images, from = System.nanoTime();
        Page.sleep(seconds);
        return (images - before) / ((System.nanoTime() - from) / 1e9);
    }

    Path folder() {
        return folder;
    }

    String address(String place) {
        return studio.url() + "#/" + place;
    }

    @Override
    public void close() throws IOException {
        studio.close();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) Files.delete(path);
        }
    }
}
