package io.github.gan4j.model;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The auto-encoder of a run whose plan has an {@code encoder}: draws images anew as ones of other classes.
 */
public final class TrainedRedrawer extends TrainedModel {
    private TrainedRedrawer(Trained trained) {
        super(trained);
    }

    /**
     * That of the newest intact checkpoint.
     *
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run, its generator has no encoder or no checkpoint is intact
     */
    public static TrainedRedrawer open(Path run, Consumer<String> notice) throws IOException {
        return open(run, false, notice);
    }

    /**
     * As {@link #open(Path, Consumer)}, or as it was when it was best, by the metric of its plan.
     *
     * @throws IOException as {@link #open(Path, Consumer)}, or when the best is wanted and the run has measured nothing
     */
    public static TrainedRedrawer open(Path run, boolean best, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        Plan plan = Plan.read(folder.plan());
        if (!plan.encoded().isPresent())
            throw new IOException(run + ": its generator does not start from images; train one that does, as"
                    + " the preset mnist-redraw");
        return new TrainedRedrawer(Trained.generator(
                plan,
                best
                        ? Trained.best(folder, "frechet-distance")
                        : folder.checkpoints().newestIntact(notice)));
    }

    /**
     * Images translated.
     *
     * @param images in [-1, 1], one after the other
     * @param labels the class number that each is to become
     * @return as many images
     * @throws IllegalArgumentException when these are no whole images, of another number than labels, or there is no such
     *     class
     */
    public float[] redrawn(float[] images, int[] labels) {
        SampleShape shape = shape();
        if (images.length != (long) labels.length * shape.size())
            throw new IllegalArgumentException(labels.length + " classes need as many images of " + shape + ", "
                    + shape.size() + " numbers each, got " + images.length + " numbers");
        long[] one = {shape.channels(), shape.height(), shape.width()};
        return sampler().samples(images, one, Classes.of(plan()).rows(labels));
    }

    /** Names of the classes by their numbers. */
    public List<String> labelNames() {
        return plan().classes();
    }
}
