package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by PyTorch itself ({@code pytorch/make.py} in the resources), and hostile ones made by hand. */
class PyTorchFileTest {
    /** Protocol 2. */
    private static final String START = "\u0080\u0002";

    /** A storage named 0 of four floats, as a reference. */
    private static final String STORAGE =
            "(" + text("storage") + "ctorch\nFloatStorage\n" + text("0") + text("cpu") + "K\u0004tQ";

    @TempDir
    Path folder;

    private static Path made(String name) {
        return Path.of("src/test/resources/io/github/gan4j/files/pytorch").resolve(name);
    }

    private static String text(String text) {
        return "X" + (char) text.length() + "\0\0\0" + text;
    }

    private static String whole(int number) {
        return "J" + (char) (number & 255) + (char) (number >> 8 & 255) + (char) (number >> 16 & 255)
                + (char) (number >> 24 & 255);
    }

    private static String tensor(String storage, String offset, String shape, String strides) {
        return "ctorch._utils\n_rebuild_tensor_v2\n(" + storage + offset + shape + strides
                + "\u0089ccollections\nOrderedDict\n)RtR";
    }

    /** A zip as torch.save writes it, with a pickle in Latin-1. */
    private Path file(String pickle, Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("archive/data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1));
        more.forEach((name, bytes) -> entries.put("archive/" + name, bytes));
        Path file = folder.resolve("file.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().length);
                CRC32 crc = new CRC32();
                crc.update(each.getValue());
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
        return file;
    }

    private Path file(String pickle) throws IOException {
        return file(pickle, Map.of("data/0", new byte[16]));
    }

    @Test
    void a_state_dictionary_has_its_names_in_their_order() throws IOException {
        Map<String, StoredTensor> tensors = PyTorchFile.read(made("netG.pth"));
        assertThat(tensors.keySet())
                .startsWith(
                        "main.0.weight",
                        "main.1.weight",
                        "main.1.bias",
                        "main.1.running_mean",
                        "main.1.running_var",
                        "main.1.num_batches_tracked",
                        "main.3.weight");
        assertThat(tensors.get("main.0.weight")).hasToString("F32[4, 16, 4, 4]");
        assertThat(tensors.get("main.1.num_batches_tracked")).hasToString("I64[]");
    }

    @Test
    void views_of_any_kind_and_numbers_of_any_width_are_read() throws IOException {
        Map<String, StoredTensor> tensors = PyTorchFile.read(made("everything.pth"));
        assertThat(tensors.get("model.weight").asFloats()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(tensors.get("model.transposed").shape()).containsExactly(4, 3);
        assertThat(tensors.get("model.transposed").asFloats()).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertThat(tensors.get("model.row").asFloats()).containsExactly(4, 5, 6, 7);
        assertThat(tensors.get("model.column").asFloats()).containsExactly(2, 6, 10);
        assertThat(tensors.get("model.step").asFloats()).containsExactly(1, 2, 9, 10);
        assertThat(tensors.get("half").asFloats())
                .containsExactly(1.5f, -2, (float) (Math.pow(2, -24)), 65504, Float.POSITIVE_INFINITY);
        assertThat(tensors.get("bfloat16").asFloats()[2]).isBetween(2.98e38f, 3.02e38f);
        assertThat(tensors.get("double").asFloats()).containsExactly(0.1f);
        assertThat(tensors.get("long").data().getLong()).isEqualTo(7);
        assertThat(tensors.get("parameter").asFloats()).containsExactly(1, 1);
        assertThat(tensors.get("empty").shape()).containsExactly(0, 3);
        assertThat(tensors.keySet()).contains("list.0", "list.1.0").doesNotContain("epoch", "name");
    }

    @Test
    void a_safetensors_file_is_none_whatever_the_length_of_its_header(@TempDir Path folder) throws IOException {
        boolean asPickle = false;
        for (int length = 1; length <= 512; length += 8) {
            Path file = folder.resolve(length + ".safetensors");
            Safetensors.write(file, Map.of("a".repeat(length), StoredTensor.of(new float[1], 1)), Map.of());
            asPickle |= Files.readAllBytes(file)[0] == (byte) 0x80;
            assertThat(PyTorchFile.isOne(file)).isFalse();
        }
        assertThat(asPickle).isTrue();
        assertThat(PyTorchFile.isOne(made("legacy.pth"))).isTrue();
    }

    @Test
    void the_old_format_and_whole_modules_are_refused() {
        assertThatThrownBy(() -> PyTorchFile.read(made("legacy.pth")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "legacy.pth: not a file of PyTorch weights: it is in the format before PyTorch 1.6");
        assertThatThrownBy(() -> PyTorchFile.read(made("module.pth")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it wants to use torch.nn.modules.linear.Linear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos\nsystem\n(X\u0005\0\0\0touchtR.",
                "cposix\nsystem\nX\u0002\0\0\0id\u0085R.",
                "c__builtin__\neval\n(tR.",
                "cbuiltins\nexec\n(tR.",
                "ctorch\nload\n(tR.",
                "ctorch._utils\n_rebuild_tensor\n(tR.",
                "ctorch\nFloatStorage \n.",
                "cjava.lang\nRuntime\n(tR.",
                "ccopy_reg\n_reconstructor\n(tR.",
                "cdecimal\nDecimal\n(tR."
            })
    void whatever_a_pickle_wants_to_use_beside_tensors_is_refused_by_name(String evil) {
        assertThatThrownBy(() -> PyTorchFile.read(file(START + evil)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it wants to use " + evil.substring(1, evil.indexOf('\n')) + ".")
                .hasMessageContaining("nothing of it was executed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i", "o", "\u0081", "\u0092", "\u0093", "\u0082", "\u008b", "B", "T", "P", "\u0096", "V", "2"})
    void instructions_that_torch_never_writes_are_refused(String instruction) {
        assertThatThrownBy(() -> PyTorchFile.read(file(START + "}" + instruction + "os\nsystem\n.")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is none that torch.save writes");
    }

    @Test
    void a_text_longer_than_the_file_takes_no_memory() {
        assertThatThrownBy(() -> PyTorchFile.read(file(START + "X\u00ff\u00ff\u00ff\u007f" + "a.")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a text in it is longer than the file");
    }

    @Test
    void a_tensor_by_hand_is_read() throws IOException {
        assertThat(PyTorchFile.read(file(
                                START + tensor(STORAGE, "K\0", "K\u0002K\u0002\u0086", "K\u0002K\u0001\u0086") + "."))
                        .get("tensor"))
                .hasToString("F32[2, 2]");
    }

    @Test
    void views_beyond_their_storage_are_refused_before_memory_is_taken() {
        String big = whole(1 << 30);
        for (String view : new String[] {
            tensor(STORAGE, "K\u0001", "K\u0004\u0085", "K\u0001\u0085"),
            tensor(STORAGE, "K\0", "K\u0002\u0085", "K\u0004\u0085"),
            tensor(STORAGE, "K\0", big + "\u0085", "K\0\u0085"),
            tensor(STORAGE, "K\0", big + big + big + "\u0087", "K\0K\0K\0\u0087"),
            tensor(STORAGE, whole(-1), "K\u0001\u0085", "K\u0001\u0085"),
            tensor(STORAGE, "K\0", whole(-1) + "\u0085", "K\u0001\u0085"),
            tensor(STORAGE, "K\0", "K\u0002K\u0002\u0086", "K\u0002\u0085"),
            tensor("K\0", "K\0", "K\u0002\u0085", "K\u0001\u0085"),
            tensor(STORAGE.replace("K\u0004tQ", big + "tQ"), "K\0", "K\u0001\u0085", "K\u0001\u0085"),
            tensor(STORAGE.replace(text("0"), text("../0")), "K\0", "K\u0001\u0085", "K\u0001\u0085")
        })
            assertThatThrownBy(() -> PyTorchFile.read(file(START + view + ".")))
                    .as(view)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not a file of PyTorch weights");
    }

    @Test
    void dictionaries_in_themselves_and_ever_more_of_them_end() {
        String inItself = "}q\0" + text("a") + "h\0s.";
        assertThatThrownBy(() -> PyTorchFile.read(file(START + inItself)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nested more than");
        String keyInItself = "]q\0h\0ah\0K\u0001" + "}h\0h\0s.";
        assertThatThrownBy(() -> PyTorchFile.read(file(START + keyInItself))).isInstanceOf(IOException.class);
        StringBuilder doubling = new StringBuilder("]q\0");
        for (char i = 1; i < 15; i++) {
            doubling.append("]q").append(i);
            for (int times = 0; times < 16; times++)
                doubling.append('h').append((char) (i - 1)).append('a');
        }
        assertThatThrownBy(() -> PyTorchFile.read(file(START + doubling + ".")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1000000 values");
    }

    @Test
    void damaged_files_are_refused_in_one_line() throws IOException {
        byte[] whole = Files.readAllBytes(made("everything.pth"));
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            if (i % 4 == 0) damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
            else for (int k = 0; k < 3; k++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Path file = folder.resolve("damaged.pth");
            Files.write(file, damaged);
            try {
                PyTorchFile.read(file);
            } catch (IOException refused) {
                assertThat(refused.getMessage()).startsWith(file + ": not a file of PyTorch weights: ");
                assertThat(refused.getMessage().lines()).hasSize(1);
            }
        }
    }

    @Test
    void a_compressed_entry_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/data.pkl"));
            zip.write(new byte[1 << 20]);
        }
        Path file = folder.resolve("bomb.pth");
        Files.write(file, bytes.toByteArray());
        assertThatThrownBy(() -> PyTorchFile.read(file)).hasMessageContaining("data.pkl is compressed");
    }
}
