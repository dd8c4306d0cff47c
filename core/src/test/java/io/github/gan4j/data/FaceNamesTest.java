package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceNamesTest {
    private static final String REST = "_20170116174525125.jpg.chip.png";

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private void faces(String... names) throws IOException {
        for (String name : names) Images.png(folder.resolve(name), 16, 16, 1, 2, 3);
    }

    private ImageSet read(ImageFormat format) throws IOException {
        return new DataSource.Images(folder.toString(), format, 0, 0, false).images(Part.TRAIN, warnings::add);
    }

    @Test
    void ages_fall_into_the_ten_classes_of_the_paper() throws IOException {
        faces("1_0_0" + REST, "5_1_2" + REST, "6_0_3" + REST, "70_1_1" + REST, "71_1_1" + REST, "116_0_4" + REST);
        ImageSet faces = read(ImageFormat.AUTO);
        assertThat(faces.labelNames()).hasSize(10).startsWith("0-5").endsWith("over 70");
        assertThat(faces.name(0)).startsWith("116_");
        assertThat(List.of(
                        faces.label(0), faces.label(1), faces.label(2), faces.label(3), faces.label(4), faces.label(5)))
                .containsExactly(9, 0, 0, 1, 8, 9);
        assertThat(warnings).containsExactly("6 of 10 classes have no images, first 2 (11-15)");
    }

    @Test
    void gender_is_asked_for_by_name() throws IOException {
        faces("1_0_0" + REST, "5_1_2" + REST, "6_0_3" + REST, "70_1_1" + REST);
        ImageSet faces = read(ImageFormat.UTKFACE_GENDER);
        assertThat(faces.labelNames()).containsExactly("male", "female");
        assertThat(faces.label(0)).isZero();
        assertThat(faces.label(1)).isEqualTo(1);
    }

    @Test
    void names_that_lack_a_part_are_counted_and_left_out() throws IOException {
        faces("1_0_0" + REST, "5_1_2" + REST, "6_0_3" + REST, "70_1_1" + REST, "9_1_1" + REST, "24_0_1" + REST);
        faces("61_1" + REST, "53__0" + REST);
        assertThat(read(ImageFormat.UTKFACE_AGE).size()).isEqualTo(6);
        assertThat(warnings)
                .containsExactly(
                        folder + ": 2 of 8 images are not named [age]_[gender]_[race]_[date].jpg, as 53__0" + REST
                                + "; left out",
                        "6 of 10 classes have no images, first 2 (11-15)");
        assertThat(read(ImageFormat.FOLDER).describe()).isEqualTo("8 images, 16x16 colour, unlabelled");
    }

    @Test
    void other_names_are_no_such_faces() throws IOException {
        faces("a.png", "b.png", "1_0_0" + REST, "2_0_0" + REST, "3_1_1" + REST);
        assertThat(read(ImageFormat.AUTO).labelled()).isFalse();
        for (String name : List.of("1_0_0", "2_0_0", "3_1_1")) Files.delete(folder.resolve(name + REST));
        assertThatIOException()
                .isThrownBy(() -> read(ImageFormat.UTKFACE_AGE))
                .withMessage(
                        folder + ": none of its 2 images is named [age]_[gender]_[race]_[date].jpg; the first: a.png");
    }

    @Test
    void people_with_a_few_pictures_each_are_no_classes() throws IOException {
        for (int person = 0; person < 100; person++) {
            faces("Person_%d/Person_%d_0001.png".formatted(person, person));
            if (person < 3) faces("Person_%d/Person_%d_0002.png".formatted(person, person));
        }
        assertThat(read(ImageFormat.AUTO).describe()).isEqualTo("103 images, 16x16 colour, unlabelled");
        assertThat(warnings)
                .containsExactly("100 sub-folders, most with fewer than 10 images, are not taken for classes:"
                        + " the images are unlabelled");
    }
}
