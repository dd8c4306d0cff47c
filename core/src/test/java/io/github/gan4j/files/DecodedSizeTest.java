package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that claims one size and holds another must not cost more memory than was kept for it. */
class DecodedSizeTest {
    private static final byte[] LOSSLESS = chunk(file("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="));
    private static final byte[] LOSSY = chunk(file("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"));
    private static final int SLACK = 12 << 20;

    @Test
    void a_picture_of_another_size_than_its_canvas_is_refused() {
        String said = "large.webp: its picture is of 9412x5794 pixels and its header says 25x23";
        refused(webp(extended(25, 23), named("VP8L", sized(LOSSLESS, 1, 9411 | 5793 << 14, 4))), said);
        refused(webp(extended(25, 23), named("VP8 ", sized(LOSSY, 6, 9412 | 5794 << 16, 4))), said);
    }

    @Test
    void a_first_frame_of_another_size_than_it_claims_is_refused() {
        byte[] picture = named("VP8L", sized(LOSSLESS, 1, 2999 | 3999 << 14, 4));
        refused(
                webp(extended(25, 23), frame(0, 0, 5, 4, picture)),
                "large.webp: its picture is of 3000x4000 pixels and its header says 5x4");
    }

    @Test
    void a_first_frame_beyond_its_canvas_is_refused() throws IOException {
        byte[] picture = named("VP8L", LOSSLESS);
        assertThat(ImageFile.read(webp(extended(3, 3), frame(1, 1, 1, 1, picture)), "frame.webp")
                        .width())
                .isEqualTo(3);
        refused(
                webp(extended(2, 2), frame(1, 1, 1, 1, picture)),
                "large.webp: its picture of 1x1 pixels at 2,2 reaches beyond its canvas of 2x2");
    }

    @Test
    void the_picture_is_the_first_one_whatever_follows() throws IOException {
        byte[] large = named("VP8L", sized(LOSSLESS, 1, 16_383 | 16_383 << 14, 4));
        assertThat(ImageFile.read(webp(extended(1, 1), named("VP8L", LOSSLESS), large), "two.webp")
                        .width())
                .isOne();
        refused(
                webp(large),
                "large.webp: claims 16384x16384 pixels; an image has at least 1 and at most " + ImageFile.MOST_PIXELS);
    }

    /** 164 kB of codes of one symbol each, the shortest there are, and a picture of one pixel that needs the last of them. */
    @Test
    void as_many_tables_of_codes_as_a_lossless_picture_may_have_take_380_megabytes() throws IOException {
        BitSet bits = new BitSet();
        int at = bits(bits, 0, 0x2f, 8) + 28; // 1x1 pixels
        at = bits(bits, at + 4, 0b100, 3)
                + 3; // no transform, no cache of colours, several groups for squares of 4 pixels
        at = bits(bits, at + 1, 0b101, 3);
        at = bits(bits, at, 255, 8);
        at = bits(bits, at, 0b101, 3);
        at = bits(bits, at, 255, 8);
        for (int code = 0; code < 3 + 5 * 65_536; code++) at = bits(bits, at, 1, 4);
        byte[] stream = Arrays.copyOf(bits.toByteArray(), at / 8 + 1);
        byte[] file = joined(
                "RIFF".getBytes(StandardCharsets.ISO_8859_1),
                wide(stream.length + 12),
                "WEBPVP8L".getBytes(StandardCharsets.ISO_8859_1),
                wide(stream.length),
                stream,
                new byte[stream.length & 1]);
        long before = allocated();
        assertThat(ImageFile.read(file, "tables.webp").width()).isOne();
        assertThat(allocated() - before).isBetween(300L << 20, 400L << 20);
    }

    private static int bits(BitSet bits, int at, int number, int count) {
        for (int i = 0; i < count; i++) bits.set(at + i, (number >> i & 1) != 0);
        return at + count;
    }

    private static byte[] wide(int number) {
        return joined(triple(number), new byte[] {(byte) (number >> 24)});
    }

    /** Heads are where sizes are; a few bytes of each are changed at random. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff", "ppm", "webp lossy", "webp lossless", "webp frame"})
    void no_damaged_head_makes_decoding_take_more_than_is_kept_for_it(String kind) throws IOException {
        byte[] intact = sample(kind);
        ImageFile.read(intact, kind);
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = intact.clone();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++)
                damaged[random.nextInt(Math.min(damaged.length, 160))] = (byte) random.nextInt(256);
            long before = allocated(), kept = 0;
            try {
                ImageDecoder decoder = new ImageDecoder(damaged, kind);
                kept = decoder.memory();
                decoder.decoded();
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith(kind + ": ");
            }
            assertThat(allocated() - before)
                    .as("%s: change %d, %s", kind, i, Base64.getEncoder().encodeToString(damaged))
                    .isLessThan(SLACK + 3 * kept);
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void refused(byte[] file, String message) {
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(file, "large.webp"))
                .withMessage(message);
    }

    private static byte[] sample(String kind) throws IOException {
        return switch (kind) {
            case "webp lossy" -> webp(extended(1, 1), named("VP8 ", LOSSY));
            case "webp lossless" -> webp(extended(1, 1), named("VP8L", LOSSLESS));
            case "webp frame" -> webp(extended(3, 3), frame(1, 1, 1, 1, named("VP8L", LOSSLESS)));
            case "ppm" -> "P6 3 2 255\nabcdefghijklmnopqr".getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR), kind, bytes);
                yield bytes.toByteArray();
            }
        };
    }

    private static byte[] file(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** What the only chunk of a plain file holds. */
    private static byte[] chunk(byte[] file) {
        return Arrays.copyOfRange(file, 20, 20 + file[16]);
    }

    private static byte[] sized(byte[] stream, int at, int sides, int bytes) {
        byte[] changed = stream.clone();
        for (int i = 0; i < bytes; i++) changed[at + i] = (byte) (sides >> 8 * i);
        return changed;
    }

    private static byte[] extended(int width, int height) {
        return named("VP8X", joined(new byte[] {16, 0, 0, 0}, triple(width - 1), triple(height - 1)));
    }

    private static byte[] frame(int left, int top, int width, int height, byte[] picture) {
        return named(
                "ANMF", joined(triple(left), triple(top), triple(width - 1), triple(height - 1), new byte[4], picture));
    }

    private static byte[] webp(byte[]... chunks) {
        return named("RIFF", joined("WEBP".getBytes(StandardCharsets.ISO_8859_1), joined(chunks)));
    }

    private static byte[] named(String name, byte[] content) {
        byte[] length = {(byte) content.length, (byte) (content.length >> 8), 0, 0};
        return joined(name.getBytes(StandardCharsets.ISO_8859_1), length, content, new byte[content.length & 1]);
    }

    private static byte[] triple(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
