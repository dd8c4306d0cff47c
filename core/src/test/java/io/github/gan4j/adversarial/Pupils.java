package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierRecipe;
import io.github.gan4j.classifiers.ClassifierTraining;
import io.github.gan4j.classifiers.Halves;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;

/** Classifiers of something easy that have learned for a moment, to be fooled. */
final class Pupils {
    private static final ImageSet ALL = Halves.of(360, SampleShape.image(1, 8, 8));

    /** Images that no pupil has seen. */
    static final ImageSet UNSEEN = ALL.part(300, 360);

    private Pupils() {}

    static Classifier of(Structure structure, long seed) {
        return of(structure, seed, Lesson.crossEntropy(0));
    }

    static Classifier of(Structure structure, long seed, Lesson lesson) {
        Engine.useThreads(1);
        return new ClassifierTraining(new ClassifierRecipe(1500, 50, 3e-3, 0, 0, seed), lesson)
                .of(ALL.part(0, 300), structure, Device.CPU, p -> {});
    }
}
