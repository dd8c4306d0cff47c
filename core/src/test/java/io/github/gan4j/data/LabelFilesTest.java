package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.files.StoredZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFilesTest {
    private static final List<String> IMAGES = List.of("00000/a.png", "00000/b.png", "00001/c.png", "00001/d.png");

    private static final String PAIRS =
            "[[\"00000/a.png\", 0], [\"00000/b.png\", 1], [\"00001/c.png\", 0], [\"00001/d.png\", 1]]";

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void images() throws IOException {
        for (String image : IMAGES) Images.png(folder.resolve(image), 16, 16, 1, 2, 3);
    }

    private ImageSet read() throws IOException {
        return DataSource.at(folder).images(Part.TRAIN, warnings::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.jsonl", "labels.ndjson"})
    void a_line_of_json_for_each_image_is_a_table(String name) throws IOException {
        Files.writeString(folder.resolve(name), """
                {"file_name": "00000/a.png", "label": "cat", "size": [1, 2]}
                {"label": "dog", "file_name": "00000/b.png"}

                {"file_name": "00001/c.png", "label": "cat", "further": true}
                {"file_name": "00001/d.png", "label": "dog"}
                """);
        ImageSet images = read();
        assertThat(images.labelNames()).containsExactly("cat", "dog");
        assertThat(labels(images)).containsExactly(0, 1, 0, 1);
        assertThat(warnings).containsExactly(name + ": gives the classes, by its column label");
    }

    @Test
    void a_line_of_json_without_a_class_is_named() throws IOException {
        Files.writeString(
                folder.resolve("metadata.jsonl"),
                "{\"file_name\": \"00000/a.png\", \"label\": 1}\n{\"file_name\": \"00000/b.png\", \"label\": null}\n");
        read();
        assertThat(warnings.get(0)).startsWith("metadata.jsonl: is not used: row 2 has no class: 00000/b.png,");
    }

    private void refused(String message) {
        assertThatIOException().isThrownBy(this::read).withMessage(message);
    }

    private static List<Integer> labels(ImageSet images) {
        return IntStream.range(0, images.size()).map(images::label).boxed().toList();
    }

    private static String root(String pairs) {
        return "{\"labels\": " + pairs + "}";
    }

    /** What people write in place of the usual form and mean the same by, with what is said about it. */
    static Stream<Arguments> nearMisses() {
        return Stream.of(
                Arguments.of(root(PAIRS), ""),
                Arguments.of(PAIRS, ""),
                Arguments.of("{\"label\": " + PAIRS + "}", "\"label\" is read as \"labels\""),
                Arguments.of("{\"Labels\": " + PAIRS + "}", "\"Labels\" is read as \"labels\""),
                Arguments.of(
                        root(PAIRS.replace("[[", "{")
                                .replace("]]", "}")
                                .replace("[", "")
                                .replace("]", "")
                                .replace("\",", "\":")),
                        ""),
                Arguments.of(
                        PAIRS.replace("[[", "{")
                                .replace("]]", "}")
                                .replace("[", "")
                                .replace("]", "")
                                .replace("\",", "\":"),
                        ""),
                Arguments.of(root(PAIRS.replace("/", "\\\\")), ""),
                Arguments.of(root(PAIRS.replace("0000", "./0000")), ""),
                Arguments.of(root(PAIRS.replace("[\"", "[\"set/")), "its paths are read without the folder set/"),
                Arguments.of(
                        root(PAIRS.replace("[\"", "[\"/home/me/set/")),
                        "its paths are read without the folder home/me/set/"),
                Arguments.of(root(PAIRS.replace("png", "PNG")), ""),
                Arguments.of(root(PAIRS.replace(".png", "")), ""),
                Arguments.of(
                        root(PAIRS.replaceAll("0000\\d/", "")),
                        "its images are found by their file names, in whatever folder"),
                Arguments.of(root(PAIRS.replace(", 0]", ", \"0\"]").replace(", 1]", ", \"1\"]")), ""),
                Arguments.of(root(PAIRS.replace(", 0]", ", 0.0]").replace(", 1]", ", 1.0]")), ""),
                Arguments.of(root(PAIRS.replace(", 0]", ", \"cat\"]").replace(", 1]", ", \"dog\"]")), ""),
                Arguments.of(root(PAIRS.replace("[[", "[[\"00000/b.png\", 1], [")), ""));
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void a_near_miss_that_is_clear_is_used(String json, String says) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            Files.writeString(
                    folder.resolve("dataset.json"),
                    (charset == StandardCharsets.UTF_8 ? "\ufeff" : "") + json,
                    charset);
            warnings.clear();
            assertThat(labels(read())).containsExactly(0, 1, 0, 1);
            assertThat(warnings).isEqualTo(says.isEmpty() ? List.of() : List.of("dataset.json: " + says));
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "is empty; write {\"labels\": [[\"00000/a.png\", 0], …]} or remove it"),
                Arguments.of(
                        root(PAIRS.replace("[[", "[[\"00000/b.png\", 0], [")),
                        "has two classes for 00000/b.png: 0 and 1"),
                Arguments.of(
                        root(PAIRS.replace("[\"00001/d.png\", 1]", "[\"00001/e.png\", 1]")),
                        "has no label for 00001/d.png"),
                Arguments.of(
                        root(PAIRS.replace(", 0]", ", [1, 0]]").replace(", 1]", ", [0, 1]]")),
                        "expected a class, got a list in [\"00000/a.png\",[1,0]]; of a one-hot vector write the place of"
                                + " its 1, counted from 0"),
                Arguments.of(
                        root(PAIRS.replace(", 1]", ", \"dog\"]")),
                        "some of its classes are numbers and some are names, as 0 and dog; write all of one kind"),
                Arguments.of(
                        root(PAIRS.replace(", 1]", ", null]")),
                        "expected [\"path\", class] pairs, got [\"00000/b.png\",null]"),
                Arguments.of(root(PAIRS.replace(", 1]", ", -1]")), "classes must be within 0 and 99999, got -1"),
                Arguments.of(
                        root(PAIRS.replace("0000", "train/0000").replaceFirst("train", "test")),
                        "has no label for 00000/a.png; the first path there is test/00000/a.png"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_refused_by_name(String json, String says) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), json);
        refused("dataset.json: " + says);
    }

    @Test
    void what_json_would_pass_over_silently_is_refused() throws IOException {
        for (String json : List.of(
                "{\"00000/a.png\": 0, \"00000/a.png\": 1}",
                root(PAIRS) + "\n" + root(PAIRS),
                "{\"labels\": [], " + root(PAIRS).substring(1))) {
            Files.writeString(folder.resolve("dataset.json"), json);
            assertThatIOException().isThrownBy(this::read).withMessageMatching("dataset.json: [^\n]* in line \\d+");
        }
    }

    @Test
    void text_in_another_encoding_is_refused() throws IOException {
        Files.write(folder.resolve("dataset.json"), root(PAIRS + "ä").getBytes(StandardCharsets.ISO_8859_1));
        refused("dataset.json: it is not text in UTF-8 or UTF-16; save it as UTF-8");
    }

    @Test
    void a_file_without_labels_is_said_and_sub_folders_are_no_classes() throws IOException {
        for (String json : List.of("{\"name\": \"my set\", \"license\": \"mine\"}", root("[]"), root("null"))) {
            Files.writeString(folder.resolve("dataset.json"), json);
            assertThat(read().labelled()).isFalse();
        }
        assertThat(warnings)
                .containsExactly(
                        "dataset.json: has no labels, only name, license; the images are unlabelled unless it says"
                                + " {\"labels\": [[\"00000/a.png\", 0], …]}",
                        "dataset.json: its list of labels is empty: no image has a class");
    }

    @Test
    void labels_counted_from_one_and_with_gaps_are_said() throws IOException {
        Files.writeString(
                folder.resolve("dataset.json"),
                root(PAIRS.replace(", 1]", ", 2]").replace(", 0]", ", 1]")));
        assertThat(labels(read())).containsExactly(1, 2, 1, 2);
        Files.writeString(folder.resolve("dataset.json"), root(PAIRS.replace(", 1]", ", 3]")));
        read();
        Files.writeString(folder.resolve("dataset.json"), root(PAIRS.replace(", 1]", ", 99999]")));
        DataSource.at(folder).samples(1, warnings::add);
        assertThat(warnings)
                .containsExactly(
                        "class 0 of 3 has no images; are the labels counted from 1?",
                        "classes 1, 2 of 4 have no images",
                        "99 998 of 100 000 classes have no images, first 1");
    }

    @Test
    void labels_in_the_one_folder_around_everything_are_used_in_zips_too() throws IOException {
        Path zip = folder.resolve("set.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                StoredZip stored = new StoredZip(out)) {
            for (String image : IMAGES) stored.add("myset/" + image, Files.readAllBytes(folder.resolve(image)));
            stored.add("myset/dataset.json", root(PAIRS).getBytes(StandardCharsets.UTF_8));
            stored.add("myset/class_names.txt", "cat\ndog\n".getBytes(StandardCharsets.UTF_8));
        }
        ImageSet images = DataSource.at(zip).images(Part.TRAIN, warnings::add);
        assertThat(labels(images)).containsExactly(0, 1, 0, 1);
        assertThat(images.labelNames()).containsExactly("cat", "dog");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_table_of_files_and_classes_is_used_and_that_is_said() throws IOException {
        String rows = "a.png,cat\nb.png,dog\nc.png,cat\nd.png,dog\n";
        for (String table : List.of(
                "file,label\n" + rows,
                "\ufefffilename;class\r\n" + rows.replace(",", ";").replace("\n", "\r\n"),
                "id\ttarget\textra\n"
                        + rows.replace(",", "\t").replace("\n", "\tx\n").replace(".png", ""),
                "path,label\n"
                        + rows.replaceAll("(a|b).png", "./00000/$1.png").replaceAll("(c|d).png", "00001\\\\$1.png"))) {
            Files.writeString(folder.resolve("labels.csv"), table);
            ImageSet images = read();
            assertThat(labels(images)).containsExactly(0, 1, 0, 1);
            assertThat(images.labelNames()).containsExactly("cat", "dog");
        }
        assertThat(warnings).contains("labels.csv: gives the classes, by its column label");
    }

    @Test
    void a_table_that_is_not_used_says_why() throws IOException {
        table(
                "file,source\na.png,web\nb.png,web\n",
                "it is not clear which of its columns (file, source) is the class; name one \"label\"");
        table("file,label\na.png,cat\nb.png,dog\nc.png,cat\n", "has no label for 00001/d.png");
        table(
                "file,label\na.png,cat\nb.png,dog\nc.png,cat\nd.png,dog\nd.png,cat\n",
                "has two classes for d.png: dog and cat");
        table("x,y\n1,2\n3,4\n", "no column of it names the images, as 00000/a.png");
        table("", "it is empty");
        for (String none : List.of("", "NaN", "<NA>", " null "))
            table(
                    "file,label\na.png,cat\nb.png," + none + "\nc.png,cat\nd.png,dog\n",
                    "row 3 has no class: b.png," + none.strip());
        for (String label : List.of("0.37", "-1.5", "2.5e-3"))
            table(
                    "file,label\na.png,0\nb.png,1.0\nc.png," + label + "\nd.png,1\n",
                    "a class is a whole number or a name, got " + label);
        table("<!DOCTYPE html>\n<html>log in</html>\n", "is a web page, not a text");
        table(
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n",
                "is a Git LFS pointer; git lfs pull fetches the file, not a text");
    }

    private void table(String text, String why) throws IOException {
        warnings.clear();
        Files.writeString(folder.resolve("labels.csv"), text);
        assertThat(read().labelNames()).containsExactly("00000", "00001");
        assertThat(warnings).containsExactly("labels.csv: is not used: " + why);
    }

    @Test
    void of_several_files_the_first_is_used_and_the_others_are_named() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), root(PAIRS));
        Files.writeString(folder.resolve("00000/dataset.json"), root("[]"));
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,cat\n");
        assertThat(labels(read())).containsExactly(0, 1, 0, 1);
        assertThat(warnings)
                .containsExactly(
                        "00000/dataset.json: is not used: it lies in a sub-folder, not beside all images",
                        "labels.csv: is not used: the classes come from another file");
    }

    @Test
    void of_very_many_files_that_are_not_used_some_are_named() throws IOException {
        for (int i = 0; i < 20; i++) Files.writeString(folder.resolve("points" + i + ".csv"), "x,y\n1,2\n");
        read();
        assertThat(warnings).hasSize(6).last().isEqualTo("and 15 more files of labels are not used");
    }

    @Test
    void class_files_beside_each_image_are_used() throws IOException {
        for (int i = 0; i < 4; i++)
            Files.writeString(folder.resolve(IMAGES.get(i).replace("png", "cls")), i % 2 + "\n");
        assertThat(labels(read())).containsExactly(0, 1, 0, 1);
        Files.delete(folder.resolve("00001/d.cls"));
        assertThat(read().labelNames()).containsExactly("00000", "00001");
        assertThat(warnings).containsExactly(".cls files: is not used: there is none for 00001/d.png");
    }

    @Test
    void parts_of_a_set_as_classes_are_a_hint() throws IOException {
        Files.move(folder.resolve("00000"), folder.resolve("train"));
        Files.move(folder.resolve("00001"), folder.resolve("Val"));
        assertThat(read().labelNames()).containsExactly("Val", "train");
        assertThat(warnings)
                .containsExactly("the classes are called Val, train; if these are the parts of a set, name the one to"
                        + " learn from as the data");
    }

    @Test
    void images_and_their_masks_as_classes_are_a_hint() throws IOException {
        Files.move(folder.resolve("00000"), folder.resolve("images"));
        Files.move(folder.resolve("00001"), folder.resolve("Masks_png"));
        assertThat(read().labelNames()).containsExactly("Masks_png", "images");
        assertThat(warnings)
                .containsExactly("the classes are called Masks_png, images; if one of them holds masks of the others'"
                        + " images, name the one to learn from as the data");
    }

    @Test
    void names_of_classes_that_do_not_fit_are_said() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), root(PAIRS));
        Files.writeString(folder.resolve("class_names.txt"), "cat\n");
        assertThat(read().labelNames()).containsExactly("0", "1");
        assertThat(warnings).containsExactly("class_names.txt: is not used: it has 1 names for 2 classes");
    }
}
