package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.RealData;
import io.github.gan4j.data.Survey.ClassCount;
import io.github.gan4j.data.Survey.Finding;
import io.github.gan4j.data.Survey.Kind;
import io.github.gan4j.data.Survey.SizeCount;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    @TempDir
    Path folder;

    private Survey survey() throws IOException {
        return Survey.of(DataSource.at(folder), Part.TRAIN, Watcher.NOBODY);
    }

    private void png(String name, int size, int red, int green, int blue) throws IOException {
        Images.png(folder.resolve(name), size, size, red, green, blue);
    }

    @Test
    void everything_odd_is_named_once_for_each_reason() throws IOException {
        for (int i = 0; i < 8; i++) png("cat/" + i + ".png", 16, i, 100, 200);
        png("dog/copy.png", 16, 3, 100, 200);
        png("dog/grey.png", 16, 7, 7, 7);
        png("dog/large.png", 20, 50, 100, 200);
        Files.writeString(folder.resolve("dog/notes.png"), "not a picture");
        Files.writeString(folder.resolve("dog/photo.webp"), "RIFF");
        BufferedImage clear = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(3, 4, 0xff102030);
        ImageIO.write(clear, "png", folder.resolve("dog/see-through.png").toFile());
        Survey survey = survey();
        assertThat(survey.images()).isEqualTo(14);
        assertThat(survey.usable()).isEqualTo(12);
        assertThat(survey.grey()).isEqualTo(1);
        assertThat(survey.sizes()).containsExactly(new SizeCount(16, 16, 11), new SizeCount(20, 20, 1));
        assertThat(survey.classes()).containsExactly(new ClassCount("cat", 8), new ClassCount("dog", 4));
        assertThat(survey.notes()).isEmpty();
        assertThat(survey.findings())
                .containsExactly(
                        new Finding(Kind.UNREADABLE, "dog/notes.png", "is text, not an image"),
                        new Finding(Kind.UNREADABLE, "dog/photo.webp", "is text, not an image"),
                        new Finding(Kind.SIZE, "dog/large.png", "20x20, while most are 16x16"),
                        new Finding(Kind.COLOUR, "dog/grey.png", "grey, while most are in colour"),
                        new Finding(Kind.TRANSPARENT, "dog/see-through.png", "white shows through it"),
                        new Finding(Kind.DUPLICATE, "dog/copy.png", "the same pixels as cat/3.png, in another class"));
    }

    @Test
    void more_than_three_times_as_many_images_is_unbalanced() throws IOException {
        for (int i = 0; i < 3; i++) png("cat/" + i + ".png", 16, i, 100, 200);
        png("dog/0.png", 16, 50, 100, 200);
        assertThat(survey().notes()).isEmpty();
        png("cat/3.png", 16, 3, 100, 200);
        assertThat(survey().notes())
                .containsExactly("the classes are unbalanced: cat has 4 images, dog 1;"
                        + " a generator will see the one that much more often than the other");
    }

    @Test
    void sizes_without_a_majority_are_not_odd_and_colour_among_grey_is() throws IOException {
        for (int i = 0; i < 4; i++) png(i + ".png", 16 + i, 10 * i, 10 * i, 10 * i);
        png("red.png", 16, 200, 0, 0);
        Survey survey = survey();
        assertThat(survey.sizes()).hasSize(4);
        assertThat(survey.findings())
                .containsExactly(new Finding(Kind.COLOUR, "red.png", "in colour, while most are grey"));
    }

    @Test
    void a_folder_with_nothing_usable_has_a_report_too() throws IOException {
        Files.writeString(folder.resolve("a.heic"), "x");
        Survey survey = survey();
        assertThat(survey.images()).isEqualTo(1);
        assertThat(survey.usable()).isZero();
        assertThat(survey.findings()).hasSize(1);
    }

    @Test
    void labels_that_do_not_cover_the_images_are_a_note() throws IOException {
        png("a.png", 16, 1, 2, 3);
        Files.writeString(folder.resolve("dataset.json"), "{\"labels\": [[\"b.png\", 1]]}");
        Survey survey = survey();
        assertThat(survey.classes()).isEmpty();
        assertThat(survey.notes())
                .containsExactly("dataset.json: has no label for a.png; the first path there is b.png");
    }

    @Test
    void a_link_that_leads_in_a_circle_is_noted() throws IOException {
        Images.png(folder.resolve("a.png"), 16, 16, 1, 2, 3);
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        assertThat(survey().notes()).contains("1 link passed over that leads in a circle, as circle");
    }

    @Test
    void the_watcher_hears_of_every_image() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), new byte[3 * 3073]);
        List<String> heard = new ArrayList<>();
        Survey survey = Survey.of(DataSource.at(folder), Part.TRAIN, (doing, done, all) -> {
            synchronized (heard) {
                heard.add(doing + " " + done + " of " + all);
            }
        });
        assertThat(heard).containsExactlyInAnyOrder("looked at 1 of 3", "looked at 2 of 3", "looked at 3 of 3");
        assertThat(survey.findings()).extracting(Finding::kind).containsOnly(Kind.DUPLICATE);
        assertThat(survey.classes()).hasSize(10);
    }

    @Test
    void the_grey_photographs_among_real_ones_are_found() throws IOException {
        Assumptions.assumeTrue(RealData.path("cifar10-3000").isPresent(), "shared/data/cifar10-3000 is not here");
        Path cifar = RealData.path("cifar10-3000").orElseThrow();
        Survey survey = Survey.of(DataSource.at(cifar), Part.TRAIN, Watcher.NOBODY);
        assertThat(survey.usable()).isEqualTo(3000);
        assertThat(survey.findings()).hasSize(38).allMatch(each -> each.kind() == Kind.COLOUR);
    }
}
