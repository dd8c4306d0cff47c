package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Start;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of class-conditional players. */
class ConditionalRunTest {
    @TempDir
    Path folder;

    private static Plan told() {
        return Draft.of(Plans.images())
                .set("generator.network.labels=every-layer")
                .set("discriminator.network.labels=projection")
                .set("discriminator.network.minibatchDeviation=true")
                .set("discriminator.augmentations=[diff-augment, packing]")
                .plan();
    }

    private static void train(Plan plan, Path path, int steps) throws IOException {
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() == steps) run.stop();
                }
            });
        }
    }

    @Test
    void the_plan_in_the_folder_names_the_classes_and_a_generator_makes_them() throws IOException {
        Path path = folder.resolve("run");
        train(told(), path, 10);
        List<String> digits = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(Plan.read(RunFolder.open(path).plan()).classes()).isEqualTo(digits);
        try (TrainedGenerator generator = TrainedGenerator.open(path)) {
            assertThat(generator.labelNames()).isEqualTo(digits);
            float[] latents = generator.latents().of(List.of(5L, 5L, 5L));
            List<Picture> pictures = generator.pictures(latents, new int[] {3, 3, 8});
            assertThat(pictures.get(0)).isEqualTo(pictures.get(1)).isNotEqualTo(pictures.get(2));
            assertThat(generator.samples(latents))
                    .as("classes in turn when none are asked for")
                    .isEqualTo(generator.samples(latents, new int[] {0, 1, 2}));
            int[] rare = new int[40];
            rare[10] = rare[20] = rare[21] = rare[30] = 7;
            ImageSet reals = ImageSets.of(generator.shape(), new float[40 * 256], rare, digits);
            ImageSet like = generator.imagesLike(reals, made -> {});
            assertThat(IntStream.range(0, 40).map(like::label).toArray())
                    .as("each class as often as among the reals")
                    .containsOnly(0, 7)
                    .satisfies(labels -> assertThat(IntStream.of(labels).filter(label -> label == 7))
                            .hasSize(4));
            ImageSet others = ImageSets.of(
                    generator.shape(), new float[40 * 256], rare, List.of("a", "b", "c", "d", "e", "f", "g", "h"));
            assertThat(generator.imagesLike(others, made -> {}).label(3))
                    .as("in turn")
                    .isEqualTo(3);
            assertThatThrownBy(() -> generator.samples(latents, new int[] {3, 10, 8}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a class must be between 0 and 9, got 10");
            assertThatThrownBy(() -> generator.samples(latents, new int[] {3}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 latents need as many classes, got 1");
        }
    }

    @Test
    void a_class_without_images_is_named_and_remembered() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            ImageFile.writePng(images.resolve(i + ".png"), new Picture(16, 16, 1, new byte[256]));
            labels.append(i == 0 ? "" : ",").append("[\"" + i + ".png\", " + (i % 2 == 0 ? 1 : 3) + "]");
        }
        Files.writeString(images.resolve("dataset.json"), "{\"labels\": [" + labels + "]}");
        Plan plan = Draft.of(told())
                .set("data={images: {path: '" + images + "', size: 16, channels: 1}}")
                .plan();
        Path path = folder.resolve("run");
        List<String> lines = new ArrayList<>();
        try (Run run = Run.start(plan, path, lines::add)) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    run.stop();
                }
            });
        }
        assertThat(lines)
                .contains("2 of 4 classes have no images (0, 2): their samples will mean nothing, and their rows in"
                        + " reals.png stay black");
        try (TrainedGenerator generator = TrainedGenerator.open(path)) {
            assertThat(generator.classesWithoutImages()).containsExactlyInAnyOrder("0", "2");
        }
    }

    @Test
    void pictures_have_one_class_a_row() throws IOException {
        Path path = folder.resolve("run");
        train(told(), path, 1);
        Picture reals = ImageFile.read(RunFolder.open(path).reals());
        Picture made = ImageFile.read(RunFolder.open(path).samplePicture(0));
        assertThat(reals.height()).as("3 columns, 10 rows").isGreaterThan(3 * reals.width());
        assertThat(List.of(made.width(), made.height())).isEqualTo(List.of(reals.width(), reals.height()));
    }

    @Test
    void a_stopped_run_resumes_to_the_same_bits() throws IOException {
        train(told(), folder.resolve("whole"), 10);
        train(told(), folder.resolve("run"), 5);
        try (Run run = Run.resume(folder.resolve("run"), Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(folder.resolve("run"))).isEqualTo(Runs.numbers(folder.resolve("whole")));
    }

    @Test
    void a_plan_of_this_kind_can_be_used_again() throws IOException {
        Plan completed = Start.of(told(), line -> {}).plan();
        assertThat(Start.of(Draft.empty().over(completed.toYaml()).plan(), line -> {})
                        .plan())
                .isEqualTo(completed);
    }

    @Test
    void unlabelled_data_is_refused() {
        Plan plan = Draft.of(Plans.line())
                .set("generator.network.labels=input")
                .set("discriminator.network.labels=input")
                .plan();
        assertThatThrownBy(() -> Start.of(plan, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "discriminator.network.labels is input, but the data is unlabelled (endless points, normal, mean"
                                + " 4.0, std 1.25); give labelled data, or set both players' labels to none");
    }

    @Test
    void other_classes_than_those_of_the_data_are_refused() {
        Plan plan = Plans.with(told(), "classes=[cat, dog]");
        assertThatThrownBy(() -> Start.of(plan, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes must be those of the data, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], got [cat, dog];"
                        + " leave it out");
    }

    @Test
    void classes_of_a_run_that_has_none_are_refused() {
        Plan plan = Plans.with(Plans.line(), "classes=[cat, dog]");
        assertThatThrownBy(() -> Start.of(plan, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes are named where players are conditioned on them or tell them apart"
                        + " (discriminator.supervision), and here they are not; leave it out, got [cat, dog]");
    }

    @Test
    void points_that_shall_be_changed_like_images_are_refused() {
        Plan plan = Plans.with(Plans.line(), "discriminator.augmentations=[diff-augment]");
        assertThatThrownBy(() -> Start.of(plan, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "discriminator.augmentations has diff-augment, which changes images, but a sample is a point of 1; use"
                                + " instance-noise or packing");
    }

    @Test
    void a_generator_that_is_not_class_conditional_has_no_label_names_and_takes_no_labels() throws IOException {
        Path path = folder.resolve("run");
        train(Plans.line(), path, 1);
        try (TrainedGenerator generator = TrainedGenerator.open(path)) {
            assertThat(generator.labelNames()).isEmpty();
            assertThatThrownBy(() -> generator.samples(generator.latents().of(1L, 2), new int[] {0, 0}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("this generator is not class-conditional, got 2 classes");
        }
    }
}
