package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table as editors, spreadsheets and programs write it, and tables that are none of classes. */
class TableFormsTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("file", "width", "label"),
            List.of("a0.png", "16", "kühe, \"alt\""),
            List.of("a1.png", "16", "cat"),
            List.of("a2.png", "16", "kühe, \"alt\""),
            List.of("a3.png", "16", "cat"),
            List.of("a4.png", "16", "cat"),
            List.of("a5.png", "16", "dog"));

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void images() throws IOException {
        for (int i = 0; i < 6; i++) Images.png(folder.resolve("a" + i + ".png"), 16, 16, i, 2, 3);
    }

    private ImageSet read() throws IOException {
        heard.clear();
        return DataSource.at(folder).images(Part.TRAIN, heard::add);
    }

    private void table(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tables_called_as_parts_give_the_classes_together() throws IOException {
        table("train.csv", "file,label\na0.png,cat\na1.png,dog\na2.png,cat\n");
        table("val.csv", "file,label\na3.png,dog\na4.png,emu\n");
        assertThat(read().labelled()).isFalse();
        assertThat(heard)
                .contains("train.csv: is not used: has no label for a3.png")
                .contains("val.csv: is not used: has no label for a0.png");
        table("test.csv", "file,label\na5.png,cat\n");
        assertThat(read().labelNames()).containsExactly("cat", "dog", "emu");
        assertThat(heard)
                .containsOnlyOnce(
                        "test.csv and train.csv and val.csv: give the classes together; all images are of one part")
                .noneMatch(line -> line.contains("is not used"));
        table("test.csv", "file,label\na5.png,cat\na0.png,emu\n");
        assertThat(read().labelled()).as("two classes for a0.png").isFalse();
        table("labels.csv", "file,label\n" + "a0.png,x\na1.png,x\na2.png,x\na3.png,x\na4.png,y\na5.png,y\n");
        assertThat(read().labelNames()).as("one table for all goes before").containsExactly("x", "y");
    }

    @Test
    void numbers_with_a_zero_in_front_are_names_as_those_of_folders_are() throws IOException {
        table("labels.csv", "file,label\na0.png,01\na1.png,02\na2.png,10\na3.png,01\na4.png,02\na5.png,10\n");
        assertThat(read().labelNames()).containsExactly("01", "02", "10");
    }

    @Test
    void the_classes_are_the_same_however_a_table_is_written() throws IOException {
        for (String separator : List.of(",", ";", "\t", "|"))
            for (String end : List.of("\n", "\r\n", "\r"))
                for (String before : List.of("", "sep=" + separator + end))
                    for (int first = 0; first < 3; first++) {
                        String text = before + written(separator, end, first);
                        for (byte[] bytes : encoded(text)) {
                            Files.write(folder.resolve("labels.csv"), bytes);
                            ImageSet images = read();
                            assertThat(images.labelNames())
                                    .as("%s: %s", text, heard)
                                    .containsExactly("cat", "dog", "kühe, \"alt\"");
                            assertThat(images.label(5)).isEqualTo(1);
                        }
                    }
    }

    private static String written(String separator, String end, int first) {
        return ROWS.stream()
                .map(row -> List.of(row.get(first), row.get((first + 1) % 3), row.get((first + 2) % 3)).stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining(end));
    }

    private static List<byte[]> encoded(String text) {
        List<byte[]> forms = new ArrayList<>();
        for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"))
            forms.add(text.getBytes(Charset.forName(charset)));
        forms.add(("\ufeff" + text).getBytes(Charset.forName("UTF-8")));
        return forms;
    }

    @Test
    void captions_measurements_and_numbers_of_rows_are_no_classes() throws IOException {
        for (String column : List.of("text", "age", "number")) {
            StringBuilder rows = new StringBuilder("file," + column + "\n");
            for (int i = 0; i < 6; i++)
                rows.append("a%d.png,%s%d\n".formatted(i, column.equals("text") ? "a " : "", i));
            table("about.csv", rows.toString());
            assertThat(read().labelled()).isFalse();
            assertThat(heard)
                    .containsExactly("about.csv: is not used: its column " + column
                            + " has 6 different values for 6 images; if these are classes, name it \"label\"");
        }
        table("about.csv", "file,text\na0.png,x\na1.png,y\na2.png,x\na3.png,y\na4.png,y\na5.png,x\n");
        assertThat(read().labelNames()).containsExactly("x", "y");
    }

    @Test
    void an_example_of_a_submission_does_not_stand_before_the_labels() throws IOException {
        table("a_sample_submission.csv", "id,label\na0,0\na1,0\na2,0\na3,0\na4,0\na5,0\n");
        table("train_labels.csv", "id,label\na0,0\na1,1\na2,0\na3,1\na4,0\na5,1\n");
        assertThat(read().labelNames()).containsExactly("0", "1");
        assertThat(heard)
                .containsExactly(
                        "train_labels.csv: gives the classes, by its column label",
                        "a_sample_submission.csv: is not used: the classes come from another file");
        Files.delete(folder.resolve("train_labels.csv"));
        assertThat(read().labelNames()).containsExactly("0");
    }

    @Test
    void a_column_of_parts_is_named() throws IOException {
        table(
                "labels.csv",
                "file,label,split\na0.png,x,train\na1.png,y,train\na2.png,x,val\na3.png,y,test\na4.png,y,train\n"
                        + "a5.png,x,test\n");
        assertThat(read().labelNames()).containsExactly("x", "y");
        assertThat(heard)
                .containsExactly(
                        "labels.csv: gives the classes, by its column label",
                        "labels.csv: its column split, which names parts, is not used: all images are of one part");
    }

    @Test
    void labels_in_a_folder_of_their_own_are_named() throws IOException {
        for (int i = 0; i < 6; i++) {
            Files.createDirectories(folder.resolve("images"));
            Files.move(folder.resolve("a" + i + ".png"), folder.resolve("images/a" + i + ".png"));
            Files.createDirectories(folder.resolve("labels"));
            table("labels/a" + i + ".txt", "0 .5 .5 .1 .1\n");
        }
        assertThat(read().labelled()).isFalse();
        assertThat(heard)
                .containsExactly(".txt files named like the images (6, as labels/a0.txt): is not used: labels beside"
                        + " each image are read from .cls files");
    }
}
