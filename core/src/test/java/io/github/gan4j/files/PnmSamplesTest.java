package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of a PNM file count as shares of the greatest that its header states, whatever that is. */
class PnmSamplesTest {
    private static final int WIDTH = 40, HEIGHT = 7;

    private static int[] ramp(int most, int channels) {
        int count = WIDTH * HEIGHT * channels;
        return IntStream.range(0, count)
                .map(i -> (int) Math.round((double) most * i / (count - 1)))
                .toArray();
    }

    private static byte[] file(String header, byte[] body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(header.getBytes(StandardCharsets.US_ASCII));
        file.write(body);
        return file.toByteArray();
    }

    private static byte[] binary(int[] samples, int most) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int sample : samples) {
            if (most > 255) body.write(sample >> 8);
            body.write(sample);
        }
        return body.toByteArray();
    }

    private static byte[] text(int[] samples) {
        return IntStream.of(samples)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void isRead(byte[] file, int[] samples, int channels, int most) throws IOException {
        Picture picture = ImageFile.read(file, "a.pnm");
        assertThat(picture.channels()).isEqualTo(channels);
        int[] read = new int[samples.length], expected = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            read[i] = picture.pixels()[i] & 0xff;
            double wide = most < 256 ? samples[i] * 255.0 / most : Math.round(samples[i] * 65535.0 / most) / 257.0;
            expected[i] = (int) Math.round(wide);
        }
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 15, 100, 127, 128, 200, 254, 255, 256, 4095, 32_767, 32_768, 40_000, 65_534, 65_535})
    void every_format_reads_every_greatest_sample(int most) throws IOException {
        for (int channels : new int[] {1, 3}) {
            int[] samples = ramp(most, channels);
            String size = WIDTH + " # wide\n" + HEIGHT + "\n# the greatest\n" + most + "\n";
            isRead(file((channels == 1 ? "P5\n" : "P6\n") + size, binary(samples, most)), samples, channels, most);
            isRead(file((channels == 1 ? "P2\n" : "P3\n") + size, text(samples)), samples, channels, most);
            String arbitrary = "P7\n# made by hand\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s\nENDHDR\n"
                    .formatted(WIDTH, HEIGHT, channels, most, channels == 1 ? "GRAYSCALE" : "RGB");
            isRead(file(arbitrary, binary(samples, most)), samples, channels, most);
        }
    }

    /** Each of these is left to the reader, or refused by it; none may cost more than a look at its header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P5",
                "P5 4 4",
                "P5 4 4 #",
                "P5 4 4 255",
                "P5 4 4 999999 ",
                "P5 4 4 0 ",
                "P5 x",
                "P7",
                "P7\nMAXVAL",
                "P7\nMAXVAL 9",
                "P7\nMAXVAL x\nENDHDR\n"
            })
    void a_header_that_is_cut_short_or_nonsense_is_no_reason_to_fail(String header) throws IOException {
        byte[] file = file(header, header.contains(" 0 ") ? new byte[16] : new byte[0]);
        assertThat(PnmSamples.of(file).file()).isNotNull();
        assertThatIOException().isThrownBy(() -> ImageFile.read(file, "a.pnm"));
    }

    @Test
    void a_long_comment_and_many_are_passed_over() throws IOException {
        String comments = "# none\n".repeat(4000) + "#" + "x".repeat(9000) + "\n";
        int[] samples = ramp(200, 1);
        isRead(file("P5\n" + comments + WIDTH + " " + HEIGHT + "\n200\n", binary(samples, 200)), samples, 1, 200);
    }
}
