package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static final List<String> DTYPES =
            List.of("F32", "F64", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL");

    @TempDir
    Path folder;

    private static StoredTensor random(Random random) {
        String dtype = DTYPES.get(random.nextInt(DTYPES.size()));
        long[] shape = random.longs(random.nextInt(4), 0, 5).toArray();
        byte[] data = new byte[(int) StoredTensor.bytes(dtype, shape)];
        random.nextBytes(data);
        return new StoredTensor(dtype, shape, ByteBuffer.wrap(data));
    }

    @Property(tries = 100, seed = "1")
    void everything_survives_the_way_to_a_file_and_back(
            @ForAll @Size(max = 12) Map<@StringLength(max = 20) String, @IntRange(max = 9999) Integer> seeds,
            @ForAll @Size(max = 3) Map<@StringLength(max = 9) String, @StringLength(max = 9) String> metadata)
            throws IOException {
        // lone surrogates are no text, and no format can hold them
        if (seeds.keySet().stream().anyMatch(SafetensorsTest::isNoText)) return;
        if (metadata.entrySet().stream().anyMatch(e -> isNoText(e.getKey()) || isNoText(e.getValue()))) return;
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        seeds.forEach((name, seed) -> tensors.put(name, random(new Random(seed))));
        Path file = Files.createTempFile("gan4j", ".safetensors");
        try {
            Safetensors.write(file, tensors, metadata);
            Safetensors.check(file);
            assertThat(Safetensors.read(file)).isEqualTo(new Safetensors.Contents(tensors, metadata));
            assertThat((ByteBuffer.wrap(Files.readAllBytes(file))
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getLong())
                            % 8)
                    .isZero();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isNoText(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Test
    void the_bytes_are_those_of_the_format_and_do_not_depend_on_the_order() throws IOException {
        StoredTensor bytes = new StoredTensor("U8", new long[] {3}, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        StoredTensor number = StoredTensor.of(new float[] {1});
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("a", bytes);
        tensors.put("w", number);
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(file, tensors, Map.of("made", "here"));
        byte[] written = Files.readAllBytes(file);
        String header = "{\"__metadata__\":{\"made\":\"here\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
                + "\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[4,7]}}";
        int length = written.length - 8 - 7;
        assertThat(new String(written, 8, length, StandardCharsets.UTF_8).stripTrailing())
                .isEqualTo(header);
        assertThat(length % 8).isZero();
        assertThat(Arrays.copyOfRange(written, 8 + length, written.length)).containsExactly(0, 0, 0x80, 0x3f, 1, 2, 3);
        Map<String, StoredTensor> turned = new LinkedHashMap<>();
        turned.put("w", number);
        turned.put("a", bytes);
        Safetensors.write(file, turned, Map.of("made", "here"));
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(Safetensors.read(file).tensors().get("w").floats()).containsExactly(1);
    }

    @Test
    void tensors_larger_than_one_piece_are_whole() throws IOException {
        float[] values = new float[700_000];
        for (int i = 0; i < values.length; i++) values[i] = i;
        Path file = folder.resolve("large.safetensors");
        Safetensors.write(file, Map.of("x", StoredTensor.of(values, 700, 1000)), Map.of());
        assertThat(Safetensors.read(file).tensors().get("x").floats()).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                | its header does not start with {
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]              | it is not valid JSON: *
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} {}         | it is not valid JSON: *
            {"a":1}                                                           | tensor 'a' does not have exactly dtype, shape and data_offsets
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}      | tensor 'a' does not have exactly dtype, shape and data_offsets
            {"a":{"dtype":"Q4","shape":[2],"data_offsets":[0,8]}}             | tensor 'a': unknown dtype 'Q4'; known: BF16, BOOL, F16, F32, F64, I16, I32, I64, I8, U8
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}           | tensor 'a': shape holds something that is not a size
            {"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}          | tensor 'a': shape holds something that is not a size
            {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}} | tensor 'a': shape holds something that is not a size
            {"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,8]}} | tensor 'a': shape [4611686018427387904] is too large to count
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}            | tensor 'a' takes 12 bytes by its shape and 8 by its offsets
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}            | tensor 'a': data_offsets are not a beginning and an end
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}            | tensor 'a' begins at byte 4 where the one before it ends at 0
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | tensor 'b' begins at byte 4 where the one before it ends at 8
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | it is not valid JSON: Duplicate*
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}            | its tensors take 4 bytes, got 8 behind the header
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}           | its tensors take 12 bytes, got 8 behind the header
            {"__metadata__":[]}                                               | its metadata are not an object
            {"__metadata__":{"a":1}}                                          | its metadata 'a' are not a text
            """)
    void a_header_that_lies_is_refused(String header, String message) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer whole = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(json.length).put(json);
        Path file = Files.write(folder.resolve("lies.safetensors"), whole.array());
        assertThatIOException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageStartingWith(file + ": not a whole safetensors file: " + message.replace("*", ""))
                .withMessageMatching("[^\n]*");
    }

    @ParameterizedTest
    @CsvSource({"-1", "9223372036854775807", "100000001", "9"})
    void a_header_longer_than_the_file_is_refused_before_it_is_read(long length) throws IOException {
        byte[] start = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        Path file = Files.write(folder.resolve("long.safetensors"), start);
        assertThatIOException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining("its header claims " + Long.toUnsignedString(length) + " bytes");
    }

    @Test
    void no_cut_is_ever_read() throws IOException {
        Path file = sample();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatIOException().as("cut to %d", length).isThrownBy(() -> Safetensors.read(file));
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatIOException().isThrownBy(() -> Safetensors.read(file));
    }

    @Test
    void flipped_bytes_give_contents_or_one_line() throws IOException {
        Path file = sample();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            byte[] flipped = whole.clone();
            for (int n = random.nextInt(3); n >= 0; n--)
                flipped[random.nextInt(whole.length - 20)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                Safetensors.read(file);
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith(file.toString()).hasLineCount(1);
            }
        }
    }

    private Path sample() throws IOException {
        Path file = folder.resolve("sample.safetensors");
        Map<String, StoredTensor> tensors = Map.of(
                "weight",
                StoredTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                "steps",
                new StoredTensor("I64", new long[0], ByteBuffer.allocate(8)));
        Safetensors.write(file, tensors, Map.of("format", "pt"));
        return file;
    }

    @Test
    void a_tensor_must_have_the_bytes_of_its_shape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredTensor("F16", new long[] {2, 3}, ByteBuffer.allocate(8)))
                .withMessage("F16[2, 3] has 12 bytes, got 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.write(
                        folder.resolve("x"), Map.of("__metadata__", StoredTensor.of(new float[0], 0)), Map.of()))
                .withMessage("a tensor cannot be named __metadata__");
    }

    @Test
    void a_missing_file_is_named() {
        Path missing = folder.resolve("no.safetensors");
        assertThatIOException()
                .isThrownBy(() -> Safetensors.read(missing))
                .withMessage(missing + ": cannot be read: no such file or folder");
    }
}
