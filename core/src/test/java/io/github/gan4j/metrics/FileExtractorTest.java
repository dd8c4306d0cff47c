package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.OnnxFile;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.ScriptFile;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileExtractorTest {
    @TempDir
    Path folder;

    @Test
    void a_plain_script_gets_colour_images_of_the_wanted_size() throws IOException {
        Path file = ScriptFile.write(folder.resolve("mean.pt"), """
                def forward(self, x):
                    assert x.size(1) == 3 and x.size(2) == 32 and x.size(3) == 32
                    return x.mean([2, 3])
                """);
        try (Extractor extractor = FileExtractor.of(file, OptionalInt.of(32))) {
            assertThat(extractor.name()).isEqualTo("mean.pt (-1 to 1, bilinear to 32x32)");
            float[] half = new float[784];
            Arrays.fill(half, -0.5f);
            Extraction seen = extractor.look(new Batch(1, SampleShape.image(1, 28, 28), half, new int[0]));
            assertThat(seen.features().values()).containsExactly(-0.5f, -0.5f, -0.5f);
            assertThat(extractor.look(new PenStrokes(1).batch(0, 60)).count()).isEqualTo(60);
        }
    }

    @Test
    void a_script_that_returns_features_is_asked_for_them_and_gets_whole_numbers() throws IOException {
        Path file = ScriptFile.write(folder.resolve("inception.pt"), """
                def forward(self, img, return_features : bool = False):
                    assert img.dtype == 0
                    x = img.to(6).flatten(2).mean(2)
                    if return_features:
                        return x
                    return x * 0.0
                """);
        try (Extractor extractor = FileExtractor.of(file, OptionalInt.of(32))) {
            assertThat(extractor.name()).isEqualTo("inception.pt (0 to 255, resized by the file)");
            Batch white = new Batch(1, SampleShape.image(3, 1, 2), new float[] {1, 1, 0, 0, -1, -1}, new int[0]);
            assertThat(extractor.look(white).features().values()).containsExactly(255, 128, 0);
        }
    }

    @Test
    void its_hash_is_that_of_the_file_and_of_how_images_are_prepared() throws IOException {
        Path one = ScriptFile.write(folder.resolve("one.pt"), "def forward(self, x):\n    return x.mean([2, 3])\n");
        Path two = ScriptFile.write(folder.resolve("two.pt"), "def forward(self, x):\n    return x.sum([2, 3])\n");
        try (Extractor small = FileExtractor.of(one, OptionalInt.of(32));
                Extractor again = FileExtractor.of(one, OptionalInt.of(32));
                Extractor large = FileExtractor.of(one, OptionalInt.of(64));
                Extractor other = FileExtractor.of(two, OptionalInt.of(32))) {
            assertThat(small.hash()).hasSize(16).isEqualTo(again.hash());
            assertThat(small.hash()).isNotEqualTo(large.hash()).isNotEqualTo(other.hash());
        }
        assertThatThrownBy(() -> FileExtractor.of(one, OptionalInt.of(0)))
                .hasMessage("an extractor's size must be within 1 and 4096 pixels, got 0");
    }

    /** Convolutions, rectified, and their means over the image. */
    private Path onnx(String name, float[] filters, long channels, long side) {
        return OnnxFile.write(
                folder.resolve(name),
                OnnxFile.input("x", OnnxFile.FLOAT, 0, channels, side, side),
                OnnxFile.weights("filters", filters, filters.length / 27, 3, 3, 3),
                OnnxFile.node("Conv", "x,filters", "seen"),
                OnnxFile.node("Relu", "seen", "positive"),
                OnnxFile.node("GlobalAveragePool", "positive", "y"),
                OnnxFile.output("y", OnnxFile.FLOAT, 0, filters.length / 27, 1, 1));
    }

    @Test
    void an_onnx_file_sees_what_the_same_layers_of_gan4j_see() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        float[] filters = new float[6 * 27];
        for (int i = 0; i < filters.length; i++) filters[i] = (float) random.nextDouble(-0.3, 0.3);
        Batch images = new PenStrokes(1).batch(0, 60);
        try (Extractor stated = FileExtractor.of(onnx("stated.onnx", filters, 3, 32), OptionalInt.empty());
                Extractor open = FileExtractor.of(onnx("open.onnx", filters, 0, 0), OptionalInt.of(32));
                Scope scope = new Scope()) {
            Tensor grey =
                    Tensor.of(images.values(), images.shape().dimensions(60)).resizedBilinear(32, 32);
            float[] wanted = Tensor.concatenated(List.of(grey, grey, grey), 1)
                    .convolved(Tensor.of(filters, 6, 3, 3, 3), List.of(), 1, 0, 1)
                    .relu()
                    .averagePooled(30)
                    .toFloats();
            Features seen = stated.look(images).features();
            assertThat(seen.width()).isEqualTo(6);
            assertThat(seen.values()).containsExactly(wanted, within(1e-5f));
            assertThat(open.look(images).features().values()).containsExactly(wanted, within(1e-5f));
            assertThat(stated.name()).isEqualTo("stated.onnx (-1 to 1, bilinear to 32x32)");
            assertThat(stated.hash()).hasSize(16).isNotEqualTo(open.hash());
        }
    }

    @Test
    void an_onnx_file_for_grey_images_gets_them_and_keeps_its_size() throws IOException {
        Path file = OnnxFile.write(
                folder.resolve("grey.onnx"),
                OnnxFile.input("x", OnnxFile.FLOAT, 0, 1, 2, 4),
                OnnxFile.node("Flatten", "x", "y"),
                OnnxFile.output("y", OnnxFile.FLOAT, 0, 8));
        try (Extractor extractor = FileExtractor.of(file, OptionalInt.empty())) {
            assertThat(extractor.name()).isEqualTo("grey.onnx (-1 to 1, bilinear to 4x2, grey)");
            Batch grey = new Batch(1, SampleShape.image(1, 1, 2), new float[] {0.5f, 0.5f}, new int[0]);
            assertThat(extractor.look(grey).features().values()).hasSize(8).containsOnly(0.5f);
            Batch colour = new Batch(1, SampleShape.image(3, 1, 2), new float[6], new int[0]);
            assertThatThrownBy(() -> extractor.look(colour))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasStackTraceContaining(file + ": looks at grey images, these are tensor [1, 3, 2, 4]");
        }
        assertThatThrownBy(() -> FileExtractor.of(file, OptionalInt.of(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        file + " looks at images of 4x2 pixels, which cannot be changed to 32; leave the size away");
    }
}
