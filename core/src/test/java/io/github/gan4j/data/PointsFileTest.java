package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), text);
    }

    @Test
    void points_are_read_after_a_header_or_without_one() throws IOException {
        Distribution points = PointsFile.read(file("x,y\n1,2\n\n-3, 0.5\n"), 0.1);
        assertThat(points.modes()).containsExactly(new double[] {1, 2}, new double[] {-3, 0.5});
        assertThat(points.spread()).isEqualTo(0.1);
        assertThat(PointsFile.read(file("1,2"), 0.1).mean()).containsExactly(1, 2);
        assertThat(PointsFile.read(file("1,2"), 0.1).describe()).isEqualTo("points of 1 mode in 2-D, std 0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_passed_over(String charset) throws IOException {
        for (String header : List.of("", "x,y\r\n")) {
            Path marked = Files.write(folder.resolve("marked.csv"), ("\ufeff" + header + "1,2\r\n").getBytes(charset));
            assertThat(PointsFile.read(marked, 0.1).modes()).containsExactly(new double[] {1, 2});
        }
    }

    @Test
    void a_source_of_points_opens_like_any_other() throws IOException {
        DataSource source = new DataSource.Points(file("0,1\n1,0\n").toString(), 1e-3);
        Samples samples = source.samples(1, line -> {});
        assertThat(samples.shape()).isEqualTo(SampleShape.point(2));
        for (float value : samples.batch(0, 100).values()) assertThat(value).isBetween(-0.01f, 1.01f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | line 1: must be two numbers of at most a million, as in 0.5,-1; got '1'",
                "1,2,3 | line 1: must be two numbers of at most a million, as in 0.5,-1; got '1,2,3'",
                "1,NaN | line 1: must be two numbers of at most a million, as in 0.5,-1; got '1,NaN'",
                "nan,1 | line 1: must be two numbers of at most a million, as in 0.5,-1; got 'nan,1'",
                "inf,-inf | line 1: must be two numbers of at most a million, as in 0.5,-1; got 'inf,-inf'",
                "e1,0.2 | line 1: must be two numbers of at most a million, as in 0.5,-1; got 'e1,0.2'",
                "y,x | line 1: must be two numbers of at most a million, as in 0.5,-1; got 'y,x'",
                "1e9,0 | line 1: must be two numbers of at most a million, as in 0.5,-1; got '1e9,0'",
                "x,y | must have 1 to 20000 points, got 0",
            })
    void what_is_malformed_is_one_line(String text, String message) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> PointsFile.read(file, 0.1))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void files_that_are_missing_too_long_or_no_text_are_refused() throws IOException {
        assertThatThrownBy(() -> PointsFile.read(folder.resolve("none"), 0.1)).hasMessageEndingWith("no such file");
        Path many = file("1,2\n".repeat(20_001));
        assertThatThrownBy(() -> PointsFile.read(many, 0.1)).hasMessageContaining("got 20001");
        Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0x80, (byte) 0x81});
        assertThatThrownBy(() -> PointsFile.read(binary, 0.1))
                .hasMessage(binary + ": it is not text in UTF-8 or UTF-16; save it as UTF-8");
        Path huge = Files.write(folder.resolve("h"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> PointsFile.read(huge, 0.1)).hasMessageContaining("has at most 1048576 bytes");
    }
}
