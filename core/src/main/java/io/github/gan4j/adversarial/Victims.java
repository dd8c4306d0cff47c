package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.ClassifierCache;
import io.github.gan4j.classifiers.ClassifierRecipe;
import io.github.gan4j.classifiers.Graded;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Labelled images and the classifiers trained on them, each of which is trained once and then cached.
 *
 * @param split the training images, and the held-out ones to attack
 * @param recipe how the classifiers are usually trained
 */
public record Victims(Split split, ClassifierRecipe recipe, ClassifierCache cache) {
    /**
     * Reads the images.
     *
     * @param data the name of a set, {@code strokes}, or the path of a folder with a folder for each class
     * @param size pixels a side; 0 for the data's own
     * @param images seen in training, where not as many as usual
     * @param notice hears one line about everything odd in the data
     * @throws IllegalArgumentException when the images have no labels
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Victims of(String data, int size, OptionalInt images, Consumer<String> notice) throws IOException {
        DataSource source = DataSource.of(data).sized(size, 0);
        Split split = Split.of(source, 0, notice);
        if (!split.train().labelled())
            throw new IllegalArgumentException(
                    data + " has no labels, and attacks need classes; use a folder with a folder for each class");
        CacheFolder folder = CacheFolder.usual();
        ClassifierRecipe usual = ClassifierRecipe.usual(split.train().size());
        return new Victims(
                split, images.isPresent() ? usual.withImages(images.getAsInt()) : usual, new ClassifierCache(folder));
    }

    public SampleShape shape() {
        return split.train().shape();
    }

    public List<String> labelNames() {
        return split.train().labelNames();
    }

    /** Held-out images, at most this many, drawn at random. */
    public RandomPart heldOut(int most) {
        return RandomPart.of(split.test(), most, 0);
    }

    /** What these held-out images are, in one line. */
    public String about(RandomPart drawn) {
        return drawn.images().describe() + " (" + split.how() + ", " + drawn.describe() + ")";
    }

    /** A classifier trained on the images as they are; the caller closes it. */
    public Graded ordinary(Structure structure, Consumer<String> notice, Watcher watcher) {
        return trained(structure, recipe, Lesson.crossEntropy(recipe.smoothing()), notice, watcher);
    }

    /** What a classifier hardened with this epsilon is called among others. */
    public static String hardenedName(Structure structure, double epsilon) {
        return structure.word() + ", trained " + epsilon;
    }

    /** A classifier hardened by adversarial training with the fast gradient sign method; the caller closes it. */
    public Graded hardened(Structure structure, double epsilon, Consumer<String> notice, Watcher watcher) {
        // it learns from each image twice, clean and attacked
        ClassifierRecipe half = recipe.withImages(Math.max(1, recipe.images() / 2));
        return trained(structure, half, new AdversarialLoss(Attack.fast(Norm.LINF, epsilon)), notice, watcher);
    }

    private Graded trained(
            Structure structure, ClassifierRecipe recipe, Lesson lesson, Consumer<String> notice, Watcher watcher) {
        // with one weight per pixel it cannot become invariant to shifts
        ClassifierRecipe fitting = structure == Structure.SOFTMAX ? recipe.withShift(0) : recipe;
        long all = fitting.images();
        return cache.find(
                split,
                structure,
                fitting,
                lesson,
                Device.CPU,
                notice,
                share -> watcher.done("trained on", (long) (share * all), all));
    }
}
