package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.files.MatFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvhnFolderTest {
    @TempDir
    Path folder;

    @Test
    void both_parts_are_found_and_any_file_by_its_path() throws IOException {
        MatFiles.write(folder.resolve("train_32x32.mat"), 32, new int[] {1, 10, 9}, 6);
        MatFiles.write(folder.resolve("test_32x32.mat"), 32, new int[] {5}, 6);
        Path extra = MatFiles.write(folder.resolve("extra_32x32.mat"), 32, new int[] {2, 2}, 6);
        ImageSet train = DataSource.at(folder).images(Part.TRAIN, line -> {});
        assertThat(train.describe()).isEqualTo("3 images, 32x32 colour, 10 classes");
        assertThat(train.label(1)).isZero();
        assertThat(train.labelNames().get(9)).isEqualTo("9");
        assertThat(train.name(2)).isEqualTo("train_32x32.mat#2");
        assertThat(train.values(2)[(2 * 32 + 5) * 32 + 7]).isEqualTo((MatFiles.pixel(5, 7, 2, 2) & 0xff) / 127.5f - 1);
        assertThat(SvhnFolder.read(folder, Part.TEST, 16, 1).describe()).isEqualTo("1 image, 16x16 grey, 10 classes");
        assertThat(DataSource.at(extra).images(Part.TRAIN, line -> {}).size()).isEqualTo(2);
        ImageSource byName = new DataSource.Published("svhn", folder.toString(), 0, 0, false);
        assertThat(byName.images(Part.TRAIN, line -> {}).checksum()).isEqualTo(train.checksum());
    }

    @Test
    void a_missing_part_is_named() throws IOException {
        MatFiles.write(folder.resolve("train_32x32.mat"), 32, new int[] {1}, 6);
        assertThatIOException()
                .isThrownBy(() -> SvhnFolder.read(folder, Part.TEST, 0, 0))
                .withMessage(folder.resolve("test_32x32.mat") + ": no such file or folder");
    }
}
