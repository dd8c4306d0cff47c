package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sub-folders that people have for other reasons than classes are not taken for them without a word. */
class FolderClassesTest {
    private static final String NAME_ONE = ", name the one to learn from as the data";

    @TempDir
    Path folder;

    private List<String> heard(String... images) throws IOException {
        for (int i = 0; i < images.length; i++) Images.png(folder.resolve(images[i]), 16, 16, i, 20, 30);
        List<String> heard = new ArrayList<>();
        DataSource.at(folder).images(Part.TRAIN, heard::add);
        return heard;
    }

    private List<String> heard(List<String> folders) throws IOException {
        List<String> images = new ArrayList<>();
        for (String each : folders) for (int i = 0; i < 3; i++) images.add("set/" + each + "/" + i + ".png");
        return heard(images.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HR LR", "A B", "clean noisy", "input output", "original resized thumbs"})
    void several_forms_of_the_same_images_are_a_hint(String folders) throws IOException {
        List<String> names = List.of(folders.split(" "));
        assertThat(heard(names))
                .containsExactly("the classes " + String.join(", ", names)
                        + " hold images of the same names; if these are several forms of the same images" + NAME_ONE);
    }

    private void assertHint(String folders, String doubt) throws IOException {
        List<String> names = List.of(folders.split(" "));
        assertThat(heard(names).stream().filter(line -> line.contains("if ")))
                .containsExactly("the classes are called " + String.join(", ", names) + "; if " + doubt + NAME_ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images masks",
                "imgs labels",
                "JPEGImages SegmentationClass",
                "ann img",
                "depth rgb",
                "annotations images"
            })
    void masks_are_a_hint(String folders) throws IOException {
        assertHint(folders, "one of them holds masks of the others' images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test train val",
                "test_set training_set",
                "seg_pred seg_test seg_train",
                "testA trainA",
                "train valid"
            })
    void parts_are_a_hint(String folders) throws IOException {
        assertHint(folders, "these are the parts of a set");
    }

    @Test
    void classes_are_no_hint() throws IOException {
        assertThat(heard("bus/1.png", "bus/2.png", "bus/3.png", "train/1.png", "train/2.png", "train/4.png"))
                .isEmpty();
        assertThat(heard("car/1.png", "car/2.png")).isEmpty();
    }

    @Test
    void images_beside_class_folders_are_named_as_the_reason_why_there_are_no_classes() throws IOException {
        assertThat(heard("set/cat/a.png", "set/dog/b.png", "set/loose.png"))
                .containsExactly(
                        "the sub-folders cat, dog are not taken for classes, since 1 image lies outside of them, as"
                                + " loose.png");
    }

    @Test
    void folders_without_images_are_named_beside_classes() throws IOException {
        Files.createDirectories(folder.resolve("set/empty/deeper"));
        Files.createDirectories(folder.resolve("set/.git/objects"));
        Files.writeString(Files.createDirectories(folder.resolve("set/notes")).resolve("a.txt"), "text");
        Files.writeString(Files.createDirectories(folder.resolve("set/torn")).resolve("a.png"), "text");
        assertThat(heard("set/cat/a.png", "set/dog/b.png"))
                .endsWith("the sub-folders empty, notes, torn hold no images that are read and are no classes");
    }

    @Test
    void one_folder_beside_empty_ones_is_no_class_without_a_word() throws IOException {
        Files.createDirectories(folder.resolve("set/dog"));
        Files.writeString(
                Files.createDirectories(folder.resolve("set/annotations")).resolve("b.xml"), "<a/>");
        assertThat(heard("set/cat/a.png"))
                .containsExactly("the sub-folder dog holds no images that are read and is no class");
    }
}
