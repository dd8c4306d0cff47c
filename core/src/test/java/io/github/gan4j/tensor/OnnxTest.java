package io.github.gan4j.tensor;

import static io.github.gan4j.tensor.OnnxFile.FLOAT;
import static io.github.gan4j.tensor.OnnxFile.INT64;
import static io.github.gan4j.tensor.OnnxFile.attribute;
import static io.github.gan4j.tensor.OnnxFile.input;
import static io.github.gan4j.tensor.OnnxFile.node;
import static io.github.gan4j.tensor.OnnxFile.output;
import static io.github.gan4j.tensor.OnnxFile.weights;
import static io.github.gan4j.tensor.OnnxFile.weightsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTest {
    private static final OnnxFile.Part IMAGES = input("x", FLOAT, 0, 3, 0, 0);

    @TempDir
    Path folder;

    private static float[] random(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-1, 1);
        return values;
    }

    /** A convolution, rectified, its means over the image, and a linear layer of them. */
    private Path network(String name, long images) {
        return OnnxFile.write(
                folder.resolve(name),
                input("x", FLOAT, images, 3, 0, 0),
                weights("filters", random(8 * 3 * 9), 8, 3, 3, 3),
                weights("matrix", random(5 * 8), 5, 8),
                weights("bias", random(5), 5),
                node("Conv", "x,filters", "seen"),
                node("Relu", "seen", "positive"),
                node("GlobalAveragePool", "positive", "means"),
                node("Flatten", "means", "flat"),
                node("Gemm", "flat,matrix,bias", "y", attribute("transB", 1)),
                output("y", FLOAT, images, 5));
    }

    @Test
    void it_computes_what_the_same_layers_of_gan4j_compute() throws IOException {
        try (Onnx onnx = Onnx.read(network("open.onnx", 0));
                Scope scope = new Scope()) {
            assertThat(onnx.channels()).hasValue(3);
            assertThat(onnx.height()).isEmpty();
            Tensor images = Tensor.of(random(7 * 3 * 64), 7, 3, 8, 8);
            Tensor filters = Tensor.of(random(8 * 3 * 9), 8, 3, 3, 3);
            Tensor means = images.convolved(filters, List.of(), 1, 0, 1).relu().averagePooled(6);
            float[] wanted = means.flattened()
                    .linear(Tensor.of(random(5 * 8), 5, 8), Tensor.of(random(5), 5))
                    .toFloats();
            assertThat(onnx.apply(images).toFloats()).containsExactly(wanted, within(1e-5f));
        }
    }

    @Test
    void a_file_for_so_many_images_at_once_gets_them_in_parts() throws IOException {
        try (Onnx open = Onnx.read(network("open.onnx", 0));
                Onnx four = Onnx.read(network("four.onnx", 4));
                Scope scope = new Scope()) {
            Tensor images = Tensor.of(random(6 * 3 * 64), 6, 3, 8, 8);
            Tensor seen = four.apply(images);
            assertThat(seen.shape()).containsExactly(6, 5);
            assertThat(seen.toFloats()).containsExactly(open.apply(images).toFloats(), within(1e-6f));
        }
    }

    @Test
    void the_first_of_several_outputs_counts() throws IOException {
        Path file = OnnxFile.write(
                folder.resolve("two.onnx"),
                IMAGES,
                node("Flatten", "x", "second"),
                node("Neg", "second", "first"),
                output("first", FLOAT, 0, 0),
                output("second", FLOAT, 0, 0));
        try (NetworkFile onnx = NetworkFile.read(file);
                Scope scope = new Scope()) {
            assertThat(onnx.apply(Tensor.filled(0.5, 1, 3, 1, 1)).toFloats()).containsExactly(-0.5f, -0.5f, -0.5f);
        }
    }

    @Test
    void grey_images_become_colour_but_colour_ones_never_grey() throws IOException {
        Path grey = OnnxFile.write(
                folder.resolve("grey.onnx"),
                input("x", FLOAT, 0, 1, 0, 0),
                node("Flatten", "x", "y"),
                output("y", FLOAT, 0, 0));
        try (Onnx colour = Onnx.read(network("open.onnx", 0));
                Onnx onnx = Onnx.read(grey);
                Scope scope = new Scope()) {
            assertThat(colour.apply(Tensor.zeros(2, 1, 8, 8)).shape()).containsExactly(2, 5);
            assertThatThrownBy(() -> onnx.apply(Tensor.zeros(2, 3, 8, 8)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(grey + ": looks at grey images, these are tensor [2, 3, 8, 8]");
            assertThatThrownBy(() -> colour.apply(Tensor.zeros(2, 3, 2, 2)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(folder.resolve("open.onnx") + ": cannot compute with tensor [2, 3, 2, 2]: ")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void nothing_native_stays_behind() throws IOException {
        try (Onnx onnx = Onnx.read(network("open.onnx", 0))) {
            float[] image = random(3 * 64);
            long before = 0;
            for (int i = 0; i < 5; i++) {
                try (Scope scope = new Scope()) {
                    onnx.apply(Tensor.of(image, 1, 3, 8, 8));
                }
                if (i == 1) before = Pointer.totalCount();
            }
            // fewer where the garbage collector frees meanwhile what an earlier failure left
            assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
        }
    }

    private void refused(String message, OnnxFile.Part... parts) {
        Path file = OnnxFile.write(folder.resolve("refused.onnx"), parts);
        assertThatThrownBy(() -> {
                    try (Onnx onnx = Onnx.read(file);
                            Scope scope = new Scope()) {
                        onnx.apply(Tensor.zeros(2, 3, 4, 4));
                    }
                })
                .isInstanceOf(IOException.class)
                .message()
                .isEqualTo(file + ": " + message);
    }

    @Test
    void inputs_and_outputs_of_other_kinds_are_refused_with_what_is_needed() {
        OnnxFile.Part same = node("Identity", "x", "y");
        String needed =
                "its input must be [images, 1 or 3 channels, height, width] of 32-bit numbers, no side above 4096";
        refused(needed + ", got FLOAT [-1, 3]", input("x", FLOAT, 0, 3), same, output("y", FLOAT, 0, 3));
        refused(
                needed + ", got INT64 [-1, 3, 4, 4]",
                input("x", INT64, 0, 3, 4, 4),
                same,
                output("y", INT64, 0, 3, 4, 4));
        refused(
                needed + ", got FLOAT [-1, 224, 224, 3]",
                input("x", FLOAT, 0, 224, 224, 3),
                same,
                output("y", FLOAT, 0, 224, 224, 3));
        refused(
                "has 2 inputs, one of images is needed",
                IMAGES,
                input("z", FLOAT, 0, 3, 0, 0),
                node("Add", "x,z", "y"),
                output("y", FLOAT, 0, 3, 0, 0));
        refused(
                "its first output must be 32-bit numbers, got INT64 [4]",
                IMAGES,
                node("Shape", "x", "y"),
                output("y", INT64, 4));
        refused(
                "its first output must have a row of 1 to 4194304 numbers for each of 2 images, got []",
                IMAGES,
                node("ReduceMean", "x", "y", attribute("keepdims", 0)),
                output("y", FLOAT));
    }

    @Test
    void weights_in_another_file_are_not_read() throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[12]);
        refused(
                "is not a readable ONNX file: it keeps weights in other files, which are not read; save it as one file",
                IMAGES,
                weightsIn("weights.bin", "w", 1, 3, 1, 1),
                node("Add", "x,w", "y"),
                output("y", FLOAT, 0, 3, 0, 0));
    }

    @Test
    void what_is_no_onnx_is_named_in_one_line() throws IOException {
        Path none = folder.resolve("none.onnx");
        assertThatThrownBy(() -> Onnx.read(none))
                .isInstanceOf(IOException.class)
                .hasMessage(none + ": no such file");
        for (byte[] content : new byte[][] {{}, "hello".getBytes(), new byte[1000]}) {
            Path file = Files.write(folder.resolve("other.onnx"), content);
            assertThatThrownBy(() -> Onnx.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": is not a readable ONNX file: ")
                    .message()
                    .doesNotContain("\n");
        }
        Path cut = network("cut.onnx", 0);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 500));
        assertThatThrownBy(() -> Onnx.read(cut)).isInstanceOf(IOException.class).hasMessageStartingWith(cut + ": ");
    }
}
