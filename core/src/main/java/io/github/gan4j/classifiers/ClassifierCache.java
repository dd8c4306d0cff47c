package io.github.gan4j.classifiers;

import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Classifiers that have learned a data set already, so that each does so once. */
public record ClassifierCache(CacheFolder folder) {
    /**
     * The classifier of this structure that learned this data by this recipe: found, or taught now and kept. Where it
     * cannot be kept, that is said and the work goes on.
     *
     * @param notice hears one line when it must learn first, and how it did
     * @param progress hears the share of the way that is done, from 0 to 1
     * @throws IllegalArgumentException when the images have no labels
     */
    public Graded find(
            Split split,
            Structure structure,
            ClassifierRecipe recipe,
            Device device,
            Consumer<String> notice,
            DoubleConsumer progress) {
        return find(split, structure, recipe, Lesson.crossEntropy(recipe.smoothing()), device, notice, progress);
    }

    /** As above, for one that learns by another lesson than cross-entropy. */
    public Graded find(
            Split split,
            Structure structure,
            ClassifierRecipe recipe,
            Lesson lesson,
            Device device,
            Consumer<String> notice,
            DoubleConsumer progress) {
        String taught = lesson.about().isEmpty() ? recipe.toString() : recipe + ", " + lesson.about();
        String name = name(split, structure, taught);
        Optional<Path> kept = folder.found(name);
        if (kept.isPresent()) {
            try {
                return ClassifierFile.read(kept.get(), device);
            } catch (IOException damaged) {
                notice.accept(damaged.getMessage() + "; it is made again");
            }
        }
        notice.accept("a " + structure.word() + " classifier learns the "
                + split.train().describe() + (lesson.about().isEmpty() ? "" : " by " + lesson.about())
                + "; this happens once");
        Classifier classifier = new ClassifierTraining(recipe, lesson).of(split.train(), structure, device, progress);
        Graded graded = new Graded(classifier, Grade.of(classifier, split, taught));
        notice.accept(String.format(
                Locale.ROOT,
                "classifier accuracy %.2f %% on %d held-out images (%s)",
                100 * graded.grade().accuracy(),
                graded.grade().images(),
                split.how()));
        try {
            ClassifierFile.write(folder.file(name), graded);
        } catch (IOException unkept) {
            notice.accept(unkept.getMessage() + "; the classifier is not kept");
        }
        return graded;
    }

    private static String name(Split split, Structure structure, String taught) {
        String sum = Checksum.sha256(taught.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        return structure.word() + "-" + split.train().checksum() + "-" + sum + ".safetensors";
    }
}
