package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarShardsTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final List<String> heard = new ArrayList<>();
    private byte[] image;

    @BeforeEach
    void image() throws IOException {
        Images.png(elsewhere.resolve("a.png"), 16, 16, 200, 0, 0);
        image = Files.readAllBytes(elsewhere.resolve("a.png"));
    }

    /** An archive of samples: an image and, where given, its class. */
    private void shard(String name, String... keysAndClasses) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(name.endsWith("gz") ? new GZIPOutputStream(out) : out, "UTF-8")) {
            for (int i = 0; i < keysAndClasses.length; i += 2) {
                add(tar, keysAndClasses[i] + ".png", image);
                if (!keysAndClasses[i + 1].isEmpty())
                    add(tar, keysAndClasses[i] + ".cls", keysAndClasses[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private ImageSet read() throws IOException {
        heard.clear();
        return DataSource.at(folder).images(Part.TRAIN, heard::add);
    }

    private static List<String> names(ImageSet images) {
        return IntStream.range(0, images.size()).mapToObj(images::name).toList();
    }

    @Test
    void shards_are_one_set_with_the_classes_inside() throws IOException {
        shard("set-000000.tar", "a", "1", "b", "0");
        shard("set-000001.tar.gz", "c", "2");
        ImageSet images = read();
        assertThat(names(images)).containsExactly("a.png", "b.png", "c.png");
        assertThat(images.labelNames()).containsExactly("0", "1", "2");
        assertThat(IntStream.range(0, 3).map(images::label)).containsExactly(1, 0, 2);
        assertThat(Survey.of(DataSource.at(folder), Part.TRAIN, (doing, done, all) -> {})
                        .classes())
                .hasSize(3);
    }

    @Test
    void samples_of_one_name_in_two_shards_are_two() throws IOException {
        shard("00000.tar", "cat/0", "", "dog/0", "");
        shard("00001.tar", "cat/0", "", "dog/1", "");
        ImageSet images = read();
        assertThat(names(images))
                .containsExactly("cat/00000-0.png", "cat/00001-0.png", "dog/00000-0.png", "dog/00001-1.png");
        assertThat(images.labelNames()).as("folders inside, not archives").containsExactly("cat", "dog");
    }

    @Test
    void no_sample_is_lost_where_names_of_archives_hold_dots() throws IOException {
        shard("set.v1-000000.tar", "0", "1", "1", "0");
        shard("set.v1-000001.tar", "0", "0", "1", "1");
        ImageSet images = read();
        assertThat(names(images))
                .containsExactly(
                        "set_v1-000000-0.png", "set_v1-000000-1.png", "set_v1-000001-0.png", "set_v1-000001-1.png");
        assertThat(IntStream.range(0, 4).map(images::label)).containsExactly(1, 0, 0, 1);
        assertThat(heard).isEmpty();
    }

    @Test
    void samples_that_come_twice_are_said() throws IOException {
        shard("set-000000.tar", "0", "", "0", "");
        shard("set-000001.tar", "0", "", "1", "");
        shard("set-000001.tgz", "0", "", "1", "");
        assertThat(read().size()).isEqualTo(3);
        assertThat(heard)
                .containsExactly(
                        "set-000000.tar: holds 0.png more than once; the last is read",
                        folder + ": holds set-000001-0.png and 1 other path more than once; the last of each is read");
    }

    @Test
    void of_parts_the_one_to_train_on_is_used_and_what_is_missing_is_said() throws IOException {
        shard("x-train-0.tar", "a", "1");
        shard("x-train-3.tar", "b", "0");
        shard("x-val-0.tar", "c", "0");
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,cat\n");
        Files.writeString(folder.resolve("0.parquet"), "what img2dataset knows");
        assertThat(names(read())).containsExactly("a.png", "b.png");
        assertThat(heard)
                .contains(
                        "of the tar archives those to train on are used (2), not x-val-0.tar; name one to use it",
                        "2 tar archives between x-train-0.tar and x-train-3.tar are not there",
                        "0.parquet, labels.csv: not used, since the classes of images in tar archives are read from inside");
    }

    @Test
    void parts_may_be_folders() throws IOException {
        for (String part : List.of("train", "val")) {
            Files.createDirectory(folder.resolve(part));
            shard(part + "/00000.tar", part, "1");
        }
        assertThat(names(read())).containsExactly("train.png");
        assertThat(heard).contains("of the folders of tar archives train is used; name another to use it");
        Images.png(folder.resolve("val/own.png"), 16, 16, 1, 2, 3);
        assertThat(names(read()))
                .as("a folder with an image is none of archives")
                .containsExactly("val/own.png");
    }

    @Test
    void archives_of_several_sets_and_damaged_ones_are_refused() throws IOException {
        shard("cats.tar", "a", "");
        shard("dogs.tar", "b", "");
        assertThatIOException()
                .isThrownBy(this::read)
                .withMessage(folder + ": holds tar archives of several names, cats.tar, dogs.tar; name one, or call"
                        + " those of one set by one name and a number (set-000000.tar)");
        Files.delete(folder.resolve("cats.tar"));
        Files.writeString(folder.resolve("dogs-1.tar"), "no archive");
        assertThatIOException()
                .isThrownBy(this::read)
                .withMessageStartingWith(folder.resolve("dogs-1.tar") + ": is not a valid tar archive");
    }

    @Test
    void archives_beside_images_are_not_looked_into() throws IOException {
        shard("set-000000.tar", "a", "1");
        Files.write(folder.resolve("own.png"), image);
        assertThat(names(read())).containsExactly("own.png");
        assertThat(heard).contains("set-000000.tar is not looked into; unpack it to use what is inside");
    }
}
