package io.github.gan4j.cli;

import io.github.gan4j.apply.AdversarialLesson;
import io.github.gan4j.apply.Attack;
import io.github.gan4j.apply.Norm;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierCache;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Recipe;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Source;
import io.github.gan4j.data.Sources;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The classifiers that are attacked, and the images of the data that they have not learned. It owns the classifiers. */
final class Victims implements AutoCloseable {
    private final Split split;
    private final Recipe recipe;
    private final ClassifierCache cache;
    private final Notices notices;
    private final Map<String, Classifier> byName = new LinkedHashMap<>();

    private Victims(Split split, Recipe recipe, ClassifierCache cache, Notices notices) {
        this.split = split;
        this.recipe = recipe;
        this.cache = cache;
        this.notices = notices;
    }

    /** @param images that each sees while it learns, where that is not as usual */
    static Victims of(String data, int size, Optional<Integer> images, Notices notices) throws IOException {
        Source source = (Sources.names().contains(data) && !Files.exists(Path.of(data))
                        ? Source.named(data, 0, notices)
                        : Source.of(data, 0, notices))
                .with(size, 0);
        Split split = Split.of(source);
        if (!split.train().labelled())
            throw new IllegalArgumentException(
                    data + " has no labels, and attacks need classes; a folder for each class gives them");
        CacheFolder folder = CacheFolder.of(Sources.located(source, Part.TRAIN));
        Recipe usual = Recipe.usual(split.train().size());
        return new Victims(split, images.map(usual::withImages).orElse(usual), new ClassifierCache(folder), notices);
    }

    /** @throws IllegalArgumentException when there is no class of this name or number */
    int requireClass(String name) {
        return Labels.one("--target", Optional.of(name), split.train().labelNames())
                .getAsInt();
    }

    void add(Structure structure) {
        byName.computeIfAbsent(
                structure.word(), name -> learned(structure, recipe, Lesson.crossEntropy(recipe.smoothing())));
    }

    /** One more, which learned from images attacked by the fast gradient sign method too. */
    void addTrained(Structure structure, double epsilon) {
        String name = structure.word() + ", trained " + epsilon;
        // it learns from each image twice, as it is and attacked
        Recipe half = recipe.withImages(Math.max(1, recipe.images() / 2));
        byName.put(name, learned(structure, half, new AdversarialLesson(Attack.fast(Norm.LINF, epsilon))));
    }

    private Classifier learned(Structure structure, Recipe recipe, Lesson lesson) {
        // a weight a pixel cannot learn that place does not matter
        Recipe fitting = structure == Structure.SOFTMAX ? recipe.withShift(0) : recipe;
        Patience patience = new Patience(notices);
        return cache.find(
                        split,
                        structure,
                        fitting,
                        lesson,
                        Device.CPU,
                        notices,
                        share -> patience.done("learned", (long) (share * fitting.images()), fitting.images()))
                .classifier();
    }

    SampleShape shape() {
        return split.train().shape();
    }

    /** Images that none of them has learned, as many as there are but no more than wanted. */
    ImageSet images(int most) {
        return split.test().part(0, Math.min(most, split.test().size()));
    }

    String how() {
        return split.how();
    }

    Map<String, Classifier> byName() {
        return byName;
    }

    @Override
    public void close() {
        byName.values().forEach(Classifier::close);
    }
}
