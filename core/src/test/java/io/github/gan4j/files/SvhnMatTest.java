package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

class SvhnMatTest {
    @TempDir
    Path folder;

    private Path write(int side, int[] labels, int deflation) throws IOException {
        return MatFiles.write(folder.resolve("train_32x32.mat"), side, labels, deflation);
    }

    private Path write(MatFile content, int deflation) throws IOException {
        return MatFiles.write(folder.resolve("train_32x32.mat"), content, deflation);
    }

    private static void refuses(Path file, String message) {
        assertThatIOException().isThrownBy(() -> SvhnMat.read(file)).withMessage(file.getFileName() + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void planes_come_row_by_row_and_ten_is_the_digit_nought(int deflation) throws IOException {
        SvhnMat read = SvhnMat.read(write(32, new int[] {1, 10, 9}, deflation));
        assertThat(read.labels()).containsExactly(1, 0, 9);
        assertThat(read.images()).hasSize(3);
        for (int image = 0; image < 3; image++)
            for (int channel = 0; channel < 3; channel++)
                for (int y = 0; y < 32; y++)
                    for (int x = 0; x < 32; x++)
                        assertThat(read.images().get(image)[(channel * 32 + y) * 32 + x])
                                .isEqualTo(MatFiles.pixel(y, x, channel, image));
    }

    @ParameterizedTest
    @EnumSource(
            value = MatlabType.class,
            names = {"Double", "Single", "U?Int(8|16|32|64)"},
            mode = EnumSource.Mode.MATCH_ANY)
    void labels_may_be_numbers_of_any_type(MatlabType type) throws IOException {
        Matrix labels = Mat5.newMatrix(new int[] {2, 1}, type);
        labels.setInt(0, 10);
        labels.setInt(1, 7);
        MatFile content = Mat5.newMatFile()
                .addArray("X", Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8))
                .addArray("y", labels);
        assertThat(SvhnMat.read(write(content, 6)).labels()).containsExactly(0, 7);
    }

    @Test
    void a_label_between_two_is_refused() throws IOException {
        MatFile content = Mat5.newMatFile()
                .addArray("X", Mat5.newMatrix(new int[] {32, 32, 3, 1}, MatlabType.UInt8))
                .addArray("y", Mat5.newScalar(2.5));
        refuses(write(content, 6), "image 0 has label 2.5; labels go from 1 to 10, which is digit 0");
    }

    @Test
    void other_arrays_in_the_file_are_passed_over() throws IOException {
        MatFile content = Mat5.newMatFile().addArray("about", Mat5.newString("made by a test"));
        content.addArray("X", Mat5.newMatrix(new int[] {32, 32, 3, 1}, MatlabType.UInt8));
        Matrix one = Mat5.newScalar(4);
        assertThat(SvhnMat.read(write(content.addArray("y", one), 6)).labels()).containsExactly(4);
    }

    @Test
    void arrays_of_other_kinds_are_refused_with_what_was_found() throws IOException {
        refuses(write(31, new int[] {1}, 6), "array X must be [32, 32, 3, n] of uint8, got [31, 31, 3, 1] of uint8");
        refuses(write(32, new int[] {1, 11}, 6), "image 1 has label 11; labels go from 1 to 10, which is digit 0");
        MatFile content = Mat5.newMatFile();
        content.addArray("X", Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8));
        refuses(write(content, 6), "holds no array y; SVHN's files hold images X and labels y. Is it truncated?");
        refuses(write(content.addArray("y", Mat5.newScalar(4)), 6), "has 1 label, but 2 images");
        refuses(
                write(Mat5.newMatFile().addArray("y", Mat5.newCell(1, 1)), 6),
                "array y must be numbers [n, 1], got [1, 1] of cell");
    }

    @Test
    void what_is_no_such_file_is_refused() throws IOException {
        refuses(folder.resolve("none.mat"), "no such file or folder");
        Path text = Files.writeString(folder.resolve("text.mat"), "no matrix here".repeat(20));
        assertThatIOException()
                .isThrownBy(() -> SvhnMat.read(text))
                .withMessageStartingWith("text.mat: is not a valid MATLAB 5 file (");
    }

    @Test
    void a_file_that_is_cut_anywhere_is_one_line() throws IOException {
        byte[] whole = Files.readAllBytes(write(32, new int[] {1, 2}, 6));
        Path cut = folder.resolve("cut.mat");
        for (int length : IntStream.rangeClosed(0, 40)
                .map(i -> i * (whole.length - 1) / 40)
                .toArray()) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SvhnMat.read(cut))
                    .as("cut to " + length + " bytes")
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cut.mat: ")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void a_damaged_file_is_read_or_refused_in_one_line_but_never_believed() throws IOException {
        byte[] whole = Files.readAllBytes(write(32, new int[] {1, 2}, 0));
        Random random = new Random(3);
        Path damaged = folder.resolve("damaged.mat");
        for (int trial = 0; trial < 400; trial++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 3; i++) bytes[116 + random.nextInt(80)] = (byte) random.nextInt();
            Files.write(damaged, bytes);
            try {
                assertThat(SvhnMat.read(damaged).images()).hasSizeLessThanOrEqualTo(2);
            } catch (IOException refused) {
                assertThat(refused).message().startsWith("damaged.mat: ").hasLineCount(1);
            }
        }
    }

    @Test
    void sizes_that_the_file_cannot_hold_are_refused_before_anything_is_allocated() throws IOException {
        Path file = write(32, new int[] {1, 2}, 0);
        byte[] bytes = Files.readAllBytes(file);
        // file header 128, tag of the array 8, flags 16, tag of its dimensions 8; the fourth dimension is the count
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(128 + 8 + 16 + 8 + 12, 500_000);
        Files.write(file, bytes);
        long most = 1032L * bytes.length;
        refuses(file, "claims 1536000000 bytes; 1 to " + most + " are read of this file");
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(128 + 8 + 16 + 4, 0x7ffffff0);
        Files.write(file, bytes);
        refuses(file, "holds an array whose dimensions have 2147483632 bytes; is it damaged?");
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(132, 0x7ffffff8);
        Files.write(file, bytes);
        refuses(file, "ends within an array of 2147483640 bytes; is it truncated?");
    }
}
