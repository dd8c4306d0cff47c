package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierCacheTest {
    private static final Split SPLIT = Split.heldOut(Halves.of(240, SampleShape.image(1, 8, 8)));
    private static final ClassifierRecipe SHORT = new ClassifierRecipe(1000, 50, 3e-3, 0, 0, 1);

    private final List<String> notices = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void oneThread() {
        Engine.useThreads(1);
    }

    private String find(Path place, ClassifierRecipe recipe) {
        ClassifierCache cache = new ClassifierCache(new CacheFolder(place));
        try (Graded graded = cache.find(SPLIT, Structure.SOFTMAX, recipe, Device.CPU, notices::add, p -> {})) {
            assertThat(graded.grade().accuracy()).isGreaterThan(0.9);
            assertThat(graded.grade().images()).isEqualTo(40);
            return graded.classifier().hash();
        }
    }

    @Test
    void a_classifier_learns_once_and_is_found_again() {
        String first = find(folder, SHORT);
        assertThat(notices).hasSize(2);
        assertThat(notices.get(0))
                .isEqualTo("a softmax classifier learns the 200 images, 8x8 grey, 2 classes; this happens once");
        assertThat(notices.get(1))
                .matches("classifier accuracy \\d+\\.\\d\\d % on 40 held-out images \\(every sixth image"
                        + " held out\\)");
        notices.clear();
        assertThat(find(folder, SHORT)).isEqualTo(first);
        assertThat(notices).isEmpty();
        assertThat(find(folder, new ClassifierRecipe(1000, 50, 3e-3, 0, 0, 9))).isNotEqualTo(first);
    }

    @Test
    void a_damaged_one_is_made_again() throws IOException {
        String first = find(folder, SHORT);
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "broken");
        }
        notices.clear();
        assertThat(find(folder, SHORT)).isEqualTo(first);
        assertThat(notices.get(0)).endsWith("it has only 6 bytes; it is made again");
    }

    @Test
    void where_nothing_can_be_kept_the_work_goes_on() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        find(file.resolve("inside"), SHORT);
        assertThat(notices.get(2)).endsWith("GAN4J_CACHE may name another folder; the classifier is not kept");
    }

    @Test
    void one_that_learned_by_another_lesson_is_another() {
        find(folder, SHORT);
        Lesson halved = new Lesson() {
            @Override
            public Tensor loss(Classifier pupil, Tensor images, Tensor classes) {
                return Lesson.crossEntropy(0).loss(pupil, images, classes).times(0.5);
            }

            @Override
            public String about() {
                return "half the loss";
            }
        };
        notices.clear();
        ClassifierCache cache = new ClassifierCache(new CacheFolder(folder));
        try (Graded graded = cache.find(SPLIT, Structure.SOFTMAX, SHORT, halved, Device.CPU, notices::add, p -> {})) {
            assertThat(notices.get(0)).endsWith("2 classes by half the loss; this happens once");
            assertThat(graded.grade().recipe()).endsWith(", half the loss");
        }
    }
}
