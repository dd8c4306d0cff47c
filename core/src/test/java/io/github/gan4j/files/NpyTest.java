package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class NpyTest {
    private final List<String> heard = new ArrayList<>();

    /** The bytes of an array, as NumPy writes them. */
    public static byte[] npy(int version, String type, boolean fortran, String shape, byte... numbers) {
        String header = "{'descr': " + type + ", 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + shape + "), }";
        int length = version == 1 ? 10 : 12;
        header += " ".repeat(63 - (length + header.length()) % 64) + "\n";
        ByteBuffer start = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        start.put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) start.putShort((short) header.length());
        else start.putInt(header.length());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(start.array());
        out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(numbers);
        return out.toByteArray();
    }

    private byte[][] shades(byte[] file) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        return Npy.header(in).shades(in, file.length, heard::add);
    }

    private static byte[] counting(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) numbers[i] = (byte) i;
        return numbers;
    }

    @Test
    void bytes_of_all_versions_are_read() throws IOException {
        for (int version : new int[] {1, 2, 3}) {
            byte[][] rows = shades(npy(version, "'|u1'", false, "2, 2, 3", counting(12)));
            assertThat(rows[0]).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(rows[1]).containsExactly(6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void an_array_whose_first_axis_runs_fastest_is_turned() throws IOException {
        // numpy.asfortranarray(numpy.arange(12).reshape(2, 2, 3)) lies as 0 6 3 9 1 7 4 10 2 8 5 11
        byte[][] rows = shades(npy(1, "'|u1'", true, "2, 2, 3", new byte[] {0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11}));
        assertThat(rows[0]).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(rows[1]).containsExactly(6, 7, 8, 9, 10, 11);
    }

    @Test
    void wider_numbers_and_floats_become_shades_or_are_refused() throws IOException {
        ByteBuffer longs = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(255)
                .putLong(7);
        assertThat(shades(npy(1, "'<i8'", false, "3, 1", longs.array()))).isDeepEqualTo(new byte[][] {{0}, {-1}, {7}});
        ByteBuffer floats = ByteBuffer.allocate(12)
                .order(ByteOrder.BIG_ENDIAN)
                .putFloat(0)
                .putFloat(1)
                .putFloat(.5f);
        assertThat(shades(npy(1, "'>f4'", false, "3, 1", floats.array())))
                .isDeepEqualTo(new byte[][] {{0}, {-1}, {-128}});
        assertThat(shades(npy(1, "'|b1'", false, "2, 1", (byte) 0, (byte) 1))).isDeepEqualTo(new byte[][] {{0}, {-1}});
        refused(
                npy(
                        1,
                        "'<f4'",
                        false,
                        "1, 1",
                        ByteBuffer.allocate(4)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putFloat(-1)
                                .array()),
                "its floats must be from 0 to 1, or from 0 to 255; got -1.0; save (x + 1) / 2 in place of x from -1 to 1");
        refused(npy(1, "'<i2'", false, "1, 1", (byte) 0, (byte) 1), "its numbers must be within 0 and 255; got 256");
    }

    private static byte[] floats(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) bytes.putDouble(number);
        return npy(1, "'<f8'", false, numbers.length + ", 1", bytes.array());
    }

    @Test
    void floats_are_shades_of_1_or_of_255_whichever_they_turn_out_to_be() throws IOException {
        assertThat(shades(floats(0, .2, 1))).isDeepEqualTo(new byte[][] {{0}, {51}, {-1}});
        assertThat(heard).isEmpty();
        assertThat(shades(floats(0, .4, .5, 1, 1.6, 99.5, 255)))
                .isDeepEqualTo(new byte[][] {{0}, {0}, {1}, {1}, {2}, {100}, {-1}});
        assertThat(heard).containsExactly("its floats reach 255.0, so they are taken for shades from 0 to 255");
        for (double either : new double[] {1.001, 2, 15.9})
            refused(
                    floats(0, either, .5),
                    "its floats must be from 0 to 1, or from 0 to 255; got " + either
                            + ", which may be either; clip them to 1 or multiply");
        for (double neither : new double[] {-2, 255.5, 65535, Double.NaN, Double.POSITIVE_INFINITY})
            refused(floats(.5, neither), "its floats must be from 0 to 1, or from 0 to 255; got " + neither);
    }

    @Test
    void floats_of_16_bits_are_read() throws IOException {
        // 0, 0.5, 1 and 240 in binary16
        byte[] little = {0, 0, 0, 0x38, 0, 0x3c}, big = {0x38, 0, 0x5b, (byte) 0x80};
        assertThat(shades(npy(1, "'<f2'", false, "3, 1", little))).isDeepEqualTo(new byte[][] {{0}, {-128}, {-1}});
        assertThat(shades(npy(1, "'>f2'", false, "2, 1", big))).isDeepEqualTo(new byte[][] {{1}, {-16}});
    }

    @Test
    void what_is_no_array_of_numbers_is_refused() {
        refused(
                npy(1, "'|O'", false, "3,"),
                "it holds Python objects, which are pickles and not read; save plain numbers");
        refused(npy(1, "'<U3'", false, "3,"), "it holds texts (<U3), not numbers");
        refused(
                npy(1, "'<f16'", false, "3,"),
                "its type <f16 is not read; whole numbers, booleans, floats and texts are");
        refused(npy(1, "[('a', '<f4')]", false, "3,"), "its header does not tell the type of numbers");
        refused(npy(1, "'|u1'", false, ""), "it is empty ()");
        refused(npy(1, "'|u1'", false, "0, 28, 28"), "it is empty (0x28x28)");
        refused(npy(1, "'|u1'", false, "1,2,3,4,5,6,7,8,9"), "it has 9 axes; at most 8 are read");
        refused(npy(1, "'|u1'", false, "2, 2", (byte) 1), "it ends before its 2x2 values do; is it truncated?");
        refused("text".getBytes(StandardCharsets.UTF_8), "it does not begin like a NumPy array");
        refused(npy(4, "'|u1'", false, "1, 1", (byte) 1), "it is of version 4; 1 to 3 are read");
        byte[] long2 = npy(2, "'|u1'", false, "1, 1", (byte) 1);
        long2[11] = 0x7f;
        assertThatIOException().isThrownBy(() -> shades(long2)).withMessageContaining("at most 65536 are read");
    }

    @Test
    void a_mere_claim_allocates_nothing() {
        for (String shape :
                new String[] {"999999999, 999999999", "999999999, 28, 28", "2, 999999999, 999999999, 999999999"})
            assertThatIOException()
                    .isThrownBy(() -> shades(npy(1, "'|u1'", false, shape, (byte) 1)))
                    .withMessageContaining("is it truncated?");
    }

    private void refused(byte[] file, String message) {
        assertThatIOException().isThrownBy(() -> shades(file)).withMessage(message);
    }

    @Test
    void classes_are_whole_numbers_one_an_image() throws IOException {
        InputStream in = new ByteArrayInputStream(npy(1, "'|u1'", false, "3, 1", (byte) 2, (byte) 0, (byte) 1));
        assertThat(Npy.header(in).classes(in, 100, 10)).containsExactly(2, 0, 1);
        InputStream wide = new ByteArrayInputStream(npy(1, "'|u1'", false, "3, 2", counting(6)));
        Npy array = Npy.header(wide);
        assertThatIOException()
                .isThrownBy(() -> array.classes(wide, 100, 10))
                .withMessage("it has 2 values for each image; a class is one");
        InputStream negative = new ByteArrayInputStream(npy(1, "'|i1'", false, "1,", (byte) -1));
        Npy signed = Npy.header(negative);
        assertThatIOException()
                .isThrownBy(() -> signed.classes(negative, 100, 10))
                .withMessage("classes must be whole numbers from 0 to 9, got -1");
    }

    @Test
    void damaged_arrays_are_read_or_refused_in_one_line() {
        byte[] whole = npy(2, "'<u2'", true, "3, 4, 2", counting(48));
        Random random = new Random(3);
        for (int round : IntStream.range(0, 20_000).toArray()) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                shades(round % 3 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            } catch (IOException refused) {
                assertThat(String.valueOf(refused.getMessage())).doesNotContain("\n");
            }
        }
    }
}
