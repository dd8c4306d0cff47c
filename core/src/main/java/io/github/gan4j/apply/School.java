package io.github.gan4j.apply;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.classifiers.ClassifierCache;
import io.github.gan4j.classifiers.Graded;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Recipe;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Split;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Labelled images and the classifiers that learn them, each of them once: whoever asks for one again gets what was kept.
 *
 * @param split what they learn, and what is held back to be attacked
 * @param recipe how they usually learn it
 */
public record School(Split split, Recipe recipe, ClassifierCache cache) {
    /**
     * Reads the images.
     *
     * @param data a set by name, pen strokes, or the path of a folder with a folder for each class
     * @param size pixels a side; 0 for the data's own
     * @param images that a classifier sees while it learns, where that is not as usual
     * @param notice hears, in one line each, what is odd
     * @throws IllegalArgumentException when the images have no labels
     * @throws IOException in one line, when files are missing or damaged
     */
    public static School of(String data, int size, Optional<Integer> images, Consumer<String> notice)
            throws IOException {
        DataSource source = DataSource.of(data).sized(size, 0);
        Split split = Split.of(source, 0, notice);
        if (!split.train().labelled())
            throw new IllegalArgumentException(
                    data + " has no labels, and attacks need classes; a folder for each class gives them");
        CacheFolder folder = CacheFolder.of(source.files());
        Recipe usual = Recipe.usual(split.train().size());
        return new School(split, images.map(usual::withImages).orElse(usual), new ClassifierCache(folder));
    }

    /** A classifier that learned the images as they are; the caller closes it. */
    public Graded ordinary(Structure structure, Consumer<String> notice, Watcher watcher) {
        return learned(structure, recipe, Lesson.crossEntropy(recipe.smoothing()), notice, watcher);
    }

    /** One that learned them attacked by the fast gradient sign method, too; the caller closes it. */
    public Graded hardened(Structure structure, double epsilon, Consumer<String> notice, Watcher watcher) {
        // it learns from each image twice, as it is and attacked
        Recipe half = recipe.withImages(Math.max(1, recipe.images() / 2));
        return learned(structure, half, new AdversarialLesson(Attack.fast(Norm.LINF, epsilon)), notice, watcher);
    }

    private Graded learned(
            Structure structure, Recipe recipe, Lesson lesson, Consumer<String> notice, Watcher watcher) {
        // a weight a pixel cannot learn that place does not matter
        Recipe fitting = structure == Structure.SOFTMAX ? recipe.withShift(0) : recipe;
        long all = fitting.images();
        return cache.find(
                split,
                structure,
                fitting,
                lesson,
                Device.CPU,
                notice,
                share -> watcher.done("learned", (long) (share * all), all));
    }
}
