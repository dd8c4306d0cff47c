package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels that a plan leaves to its data. */
class OpenLabelsTest {
    private static final int SIDE = 16;

    private static Samples images(int count, int classes) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        int[] labels = IntStream.range(0, classes == 0 ? 0 : count)
                .map(i -> i % classes)
                .toArray();
        List<String> files =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return new ImageSet(SampleShape.image(1, SIDE, SIDE), new byte[count][SIDE * SIDE], labels, names, files)
                .shuffled(1);
    }

    private static Draft open() {
        return Draft.empty()
                .set("data.images.size=16")
                .set("stop.images=1")
                .set("generator.network={skip: {width: 4, coarsest: 4, labels: auto}}")
                .set("discriminator.network={dcgan: {width: 4, labels: auto}}");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 2, INPUT, PROJECTION",
        "99, 2, NONE, NONE",
        "500, 10, INPUT, PROJECTION",
        "499, 10, NONE, NONE",
        "500, 1, NONE, NONE",
        "500, 0, NONE, NONE",
    })
    void a_game_is_class_conditional_where_each_class_has_images_enough(
            int count, int classes, Labels made, Labels judged) {
        Plan completed = Completion.of(open().plan(), images(count, classes));
        assertThat(completed.generator().network().labels()).isEqualTo(made);
        assertThat(completed.discriminator().network().labels()).isEqualTo(judged);
        assertThat(completed.conditional()).isEqualTo(made != Labels.NONE);
        assertThat(completed.classes()).hasSize(made == Labels.NONE ? 0 : classes);
        PlannedNetworks.generatorSummary(completed, completed.shape());
        PlannedNetworks.discriminatorSummary(completed, completed.shape());
    }

    @Test
    void a_penalty_on_other_classes_falls_away_where_there_are_none() {
        Draft draft = open().set("discriminator.penalties=[{wrong-labels: {}}, {r1: {}}]");
        assertThat(Completion.of(draft.plan(), images(100, 2)).discriminator().penalties())
                .hasSize(2);
        assertThat(Completion.of(draft.plan(), images(99, 2)).discriminator().penalties())
                .containsExactly(new Penalty.R1(Schedule.constant(1)));
    }

    @Test
    void classes_without_end_are_learned_apart() throws IOException {
        Plan strokes = open().on("strokes").plan();
        Plan completed = Completion.of(strokes, strokes.data().samples(1, line -> {}));
        assertThat(completed.conditional()).isTrue();
        assertThat(completed.classes()).hasSize(10);
    }

    @Test
    void what_was_chosen_is_said(@TempDir Path folder) throws IOException {
        List<String> said = new ArrayList<>();
        for (int image = 0; image < 100; image++) {
            Path file = folder.resolve((image % 2 == 0 ? "cats/" : "dogs/") + image + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(new Picture(SIDE, SIDE, 1, new byte[SIDE * SIDE])));
            if (image < 98) continue;
            said.clear();
            Plan plan = open().setText("data.images.path", folder.toString()).plan();
            assertThat(Start.of(plan, said::add).plan().conditional()).isEqualTo(image == 99);
            assertThat(said)
                    .contains(
                            image == 99
                                    ? "class-conditional: 2 classes (cats, dogs); to leave them out, --set"
                                            + " generator.network.labels=none --set discriminator.network.labels=none"
                                    : "not class-conditional: 2 classes have fewer than 50 images each on average");
        }
    }

    @Test
    void more_classes_than_can_be_told_apart_are_left_out(@TempDir Path folder) throws IOException {
        byte[] png = ImageFile.png(new Picture(1, 1, 1, new byte[1]));
        List<String> labels = new ArrayList<>();
        for (int each = 0; each <= Plan.MOST_CLASSES; each++) {
            Files.write(folder.resolve(each + ".png"), png);
            labels.add("[\"%d.png\", %d]".formatted(each, each));
        }
        Files.writeString(folder.resolve("dataset.json"), "{\"labels\": " + labels + "}");
        List<String> said = new ArrayList<>();
        Plan plan = open().setText("data.images.path", folder.toString()).plan();
        assertThat(Start.of(plan, said::add).plan().conditional()).isFalse();
        assertThat(said).contains("not class-conditional: 1001 classes, and at most 1000 can be distinguished");
    }

    @Test
    void what_one_player_leaves_to_the_data_has_to_suit_what_the_other_says() {
        Plan plan = open().set("discriminator.network.dcgan.labels=none").plan();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Completion.of(plan, images(100, 2)))
                .withMessage("generator.network.labels is input and discriminator.network.labels is none;"
                        + " condition both players on the class, or neither");
        assertThat(Completion.of(plan, images(99, 2)).conditional()).isFalse();
    }
}
