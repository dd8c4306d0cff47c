package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTrainingTest {
    private static final ClassifierRecipe SHORT = new ClassifierRecipe(3000, 50, 3e-3, 1, 0, 1);
    private static final ImageSet HALVES = Halves.of(400, SampleShape.image(1, 12, 12));

    @BeforeEach
    void oneThread() {
        Engine.useThreads(1);
    }

    private static ClassifierTraining training(ClassifierRecipe recipe) {
        return new ClassifierTraining(recipe, Lesson.crossEntropy(recipe.smoothing()));
    }

    @ParameterizedTest
    @EnumSource
    void every_structure_learns_something_easy(Structure structure) {
        try (Classifier learned = training(SHORT).of(HALVES.part(0, 300), structure, Device.CPU, p -> {})) {
            assertThat(learned.accuracy(HALVES.part(300, 400))).isGreaterThan(0.95);
        }
    }

    @Test
    void the_same_seed_gives_the_same_classifier() {
        try (Classifier one = learned(SHORT);
                Classifier same = learned(SHORT);
                Classifier other = learned(new ClassifierRecipe(3000, 50, 3e-3, 1, 0, 2))) {
            assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash());
        }
    }

    private static Classifier learned(ClassifierRecipe recipe) {
        return training(recipe.withImages(500)).of(HALVES, Structure.CONVOLUTIONAL, Device.CPU, p -> {});
    }

    @Test
    void progress_goes_from_nothing_towards_all() {
        double[] last = {-1};
        training(SHORT)
                .of(HALVES, Structure.SOFTMAX, Device.CPU, share -> {
                    assertThat(share).isGreaterThan(last[0]).isLessThan(1);
                    last[0] = share;
                })
                .close();
        assertThat(last[0]).isGreaterThan(0.95);
    }

    @Test
    void the_rate_rises_and_then_falls_to_nothing() {
        ClassifierRecipe recipe = new ClassifierRecipe(1000, 10, 0.1, 0, 0, 1);
        assertThat(recipe.rate(0)).isLessThan(0.01);
        assertThat(recipe.rate(50)).isEqualTo(0.1);
        assertThat(recipe.rate(525)).isBetween(0.049, 0.051);
        assertThat(recipe.rate(1000)).isZero();
    }

    @Test
    void images_without_labels_and_impossible_recipes_are_refused() {
        ImageSet unlabelled = new ImageSet(
                SampleShape.image(1, 2, 2), new byte[2][4], new int[0], List.of(), Collections.nCopies(2, "x"));
        assertThatThrownBy(() -> training(SHORT).of(unlabelled, Structure.SOFTMAX, Device.CPU, p -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a classifier learns from labelled images, these have no labels");
        assertThatThrownBy(() -> new ClassifierRecipe(100, 1, 0.1, 0, 0, 1))
                .hasMessage("batch must be between 2 and 65536, got 1");
        assertThatThrownBy(() -> new ClassifierRecipe(100, 10, 0, 0, 0, 1))
                .hasMessage("rate must be above 0, at most 1, got 0.0");
    }
}
