package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScriptWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generators of other programs. */
class FileConventionTest {
    private static final String SPATIAL = "return torch.tanh(torch.conv_transpose2d(x, self.w))";

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    private Synthesizer script(String body, Long... shape) throws IOException {
        Path file = folder.resolve("generator.pt");
        long size = Arrays.stream(shape).reduce(1L, (a, b) -> a * b);
        float[] weights = new float[(int) size];
        Random random = new Random(3);
        for (int i = 0; i < weights.length; i++) weights[i] = (float) random.nextGaussian();
        TorchScriptWriter.write(
                file,
                "def forward(self, x):\n    " + body + "\n",
                Map.of("w", new RecordedConstant(0, "w", List.of(shape), weights)),
                false,
                Map.of());
        return ForeignGenerator.open(file, notices::add);
    }

    @Test
    void latents_with_two_sides_of_1_are_those_of_a_dcgan() throws IOException {
        try (Synthesizer generator = script(SPATIAL, 5L, 3L, 8L, 8L)) {
            assertThat(generator.latents().size()).isEqualTo(5);
            assertThat(generator.shape()).isEqualTo(SampleShape.image(3, 8, 8));
            assertThat(generator.samples(generator.latents().of(0, 3))).hasSize(3 * 3 * 64);
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void an_image_is_projected_onto_the_generator_of_a_torchscript_file() throws IOException {
        try (Synthesizer generator = script(SPATIAL, 4L, 1L, 8L, 8L)) {
            float[] wanted = generator.samples(generator.latents().of(77));
            Projector projector = new Projector(generator.first(), 20, 200);
            assertThat(projector.nearest(wanted).error()).isLessThan(projector.errorOfMean(wanted) / 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"'3, 4, 4'", "'4, 4, 3'", "'4, 4, 1'", "'1, 4, 4'"})
    void images_of_0_to_1_and_channels_last_become_ours(String sides) throws IOException {
        String body = "return torch.sigmoid(torch.linear(x, self.w)).view(x.size(0), " + sides + ")";
        int[] shape =
                Arrays.stream(sides.split(", ")).mapToInt(Integer::parseInt).toArray();
        boolean last = shape[0] == 4;
        int channels = last ? shape[2] : shape[0];
        try (Synthesizer generator = script(body, 16L * channels, 7L)) {
            assertThat(generator.shape()).isEqualTo(SampleShape.image(channels, 4, 4));
            assertThat(notices)
                    .containsExactly(
                            folder.resolve("generator.pt") + ": its images are in [0, 1]; taken as black to white");
            float[] latent = generator.latents().of(5), image = generator.samples(latent);
            Random random = new Random(3);
            for (int row = 0; row < 16 * channels; row++) {
                double sum = 0;
                for (float number : latent) sum += number * (float) random.nextGaussian();
                int at = last ? row % channels * 16 + row / channels : row;
                assertThat(image[at]).isCloseTo((float) (2 / (1 + Math.exp(-sum)) - 1), within(1e-5f));
            }
        }
    }

    @Test
    void points_stay_as_they_are() throws IOException {
        try (Synthesizer generator = script("return 30 * torch.linear(x, self.w)", 2L, 7L)) {
            assertThat(generator.shape()).isEqualTo(SampleShape.point(2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "255 * torch.sigmoid(torch.linear(x, self.w)).view(x.size(0), 1, 4, 4)|makes images of shades from .* to 2.*;"
                        + " they must be in \\[-1, 1\\] or in \\[0, 1\\]",
                "torch.linear(x, self.w).view(x.size(0), 2, 2, 4)|makes \\[2, 2, 4\\] from a latent, neither .*",
                "torch.conv_transpose2d(x, self.w.view(1, 1, 112, 1), dilation=2)[:, :, :3]|takes no latents .*",
                "(torch.linear(x, self.w) / 0).view(x.size(0), 1, 4, 4)|makes images of shades from .*"
            })
    void what_makes_no_images_is_refused_in_a_line(String body, String line) {
        assertThatThrownBy(() -> script("return " + body, 16L, 7L))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("[^ ]*generator.pt: " + line);
    }

    @Test
    void an_onnx_file_for_a_fixed_number_of_latents_makes_any_number_of_samples() throws IOException {
        Path file = folder.resolve("fixed.onnx");
        Files.write(file, reshaped(new long[] {3, 4, 1, 1}, new long[] {3, 1, 2, 2}));
        try (Synthesizer generator = ForeignGenerator.open(file, notices::add)) {
            assertThat(generator.shape()).isEqualTo(SampleShape.image(1, 2, 2));
            for (int count : new int[] {1, 3, 7}) {
                float[] latents = generator.latents().of(10, count);
                float[] wanted = new float[latents.length];
                for (int i = 0; i < wanted.length; i++) wanted[i] = (float) Math.tanh(latents[i]);
                assertThat(generator.samples(latents))
                        .usingComparatorWithPrecision(1e-6f)
                        .containsExactly(wanted);
            }
            try (Scope scope = new Scope()) {
                Tensor latents = Tensor.of(generator.latents().of(0, 3), 3, 4);
                assertThatThrownBy(() -> generator.samples(latents))
                        .hasMessageStartingWith("an ONNX file has no derivatives");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x, y", "y, x", "labels, x", "x, y: Tensor, psi: float = 1.0"})
    void a_torchscript_file_may_take_class_numbers(String arguments) throws IOException {
        String label = arguments.startsWith("labels") ? "labels" : "y";
        Path file = folder.resolve("conditional.pt");
        float[] weights = {1, 0, 0, 1, 1, 1, 0, 0}, shifts = {0, 0, 1, 1, -1, -1};
        TorchScriptWriter.write(
                file,
                "def forward(self, " + arguments
                        + "):\n    return torch.tanh(torch.linear(torch.add(x, torch.embedding(self.e, " + label
                        + ")), self.w)).view(-1, 1, 2, 2)\n",
                Map.of(
                        "e", new RecordedConstant(0, "e", List.of(3L, 2L), shifts),
                        "w", new RecordedConstant(1, "w", List.of(4L, 2L), weights)),
                false,
                Map.of());
        try (Synthesizer generator = ForeignGenerator.open(file, notices::add)) {
            assertThat(generator.labelNames()).containsExactly("0", "1", "2");
            float[] latents = generator.latents().of(5, 2);
            float[] made = generator.samples(latents, new int[] {2, 1});
            assertThat(made[0]).isCloseTo((float) Math.tanh(latents[0] - 1), within(1e-6f));
            assertThat(made[5]).isCloseTo((float) Math.tanh(latents[3] + 1), within(1e-6f));
            assertThatThrownBy(() -> generator.mixtures(latents, new float[] {.5f, .5f, 0, 1, 0, 0}))
                    .hasMessage("a generator in a file makes one class at a time, not mixtures");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "torch.add(torch.linear(x, self.w), torch.reshape(y, [-1, 1])).view(-1, 1, 4, 4)|x, y|does not tell how many"
                        + " classes it has, since it takes any number; the metadata of an ONNX file, or an extra file .*",
                "torch.linear(torch.cat([x, y], 1), self.w)|x, y|takes 7 numbers, latents and a row of classes side by side,"
                        + " and nothing tells how many of them are classes; an extra file classes = .* can name them",
                "torch.linear(torch.cat([x, y, y, y], 1), self.w[:, :6])|x, y|takes no latents .* with 64-bit class"
                        + " numbers .* or rows .*",
                "torch.linear(x, self.w)|x, y, w|its forward must take latents, or latents and classes, got x, y, w"
            })
    void a_file_that_does_not_tell_its_classes_is_refused_in_a_line(String body, String arguments, String line)
            throws IOException {
        Path file = folder.resolve("generator.pt");
        TorchScriptWriter.write(
                file,
                "def forward(self, " + arguments + "):\n    return " + body + "\n",
                Map.of("w", new RecordedConstant(0, "w", List.of(16L, 7L), new float[112])),
                false,
                Map.of());
        assertThatThrownBy(() -> ForeignGenerator.open(file, notices::add))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("[^ ]*generator.pt: " + line);
    }

    @ParameterizedTest
    @CsvSource({"'x, y', 0", "'y, x', 0", "'x, y', 3"})
    void a_torchscript_file_may_take_rows_of_classes(String arguments, int named) throws IOException {
        Path file = folder.resolve("rows.pt");
        float[] weights = {1, 0, 0, 1, 1, 1, 0, 0}, shifts = {0, 0, 0, 0, 1, 1, 1, 1, -1, -1, -1, -1};
        TorchScriptWriter.write(
                file,
                "def forward(self, " + arguments
                        + "):\n    return torch.tanh(torch.linear(x, self.w) + torch.matmul(y, self.e)).view(-1, 1, 2, 2)\n",
                Map.of(
                        "e", new RecordedConstant(0, "e", List.of(3L, 4L), shifts),
                        "w", new RecordedConstant(1, "w", List.of(4L, 2L), weights)),
                false,
                named > 0 ? Map.of("class_names", "cat, dog, fox") : Map.of());
        try (Synthesizer generator = ForeignGenerator.open(file, notices::add)) {
            assertThat(generator.labelNames())
                    .isEqualTo(named > 0 ? List.of("cat", "dog", "fox") : List.of("0", "1", "2"));
            float[] latents = generator.latents().of(5, 2);
            float[] made = generator.samples(latents, new int[] {2, 1});
            assertThat(made[0]).isCloseTo((float) Math.tanh(latents[0] - 1), within(1e-6f));
            assertThat(made[5]).isCloseTo((float) Math.tanh(latents[3] + 1), within(1e-6f));
        }
    }

    @Test
    void rows_of_classes_beside_the_latents_are_told_apart_by_the_names_of_the_classes() throws IOException {
        Path file = folder.resolve("joined.pt");
        float[] weights = new float[16 * 7];
        for (int i = 0; i < 16; i++) weights[7 * i + i % 7] = 1;
        TorchScriptWriter.write(
                file,
                "def forward(self, z, y):\n    return torch.tanh(torch.linear(torch.cat([z, y], 1), self.w)).view(-1, 1, 4, 4)\n",
                Map.of("w", new RecordedConstant(0, "w", List.of(16L, 7L), weights)),
                false,
                Map.of("classes", "[\"cat\", \"dog\", \"fox\"]"));
        try (Synthesizer generator = ForeignGenerator.open(file, notices::add)) {
            assertThat(generator.latents().size()).isEqualTo(4);
            float[] made = generator.samples(generator.latents().of(1), new int[] {1});
            assertThat(Arrays.copyOfRange(made, 4, 7))
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(0, (float) Math.tanh(1), 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"cat\", \"dog\", \"fox\"]", "cat, dog, fox", "{\"0\": \"cat\", \"1\": \"dog\", \"2\": \"fox\"}"
            })
    void an_onnx_file_may_take_rows_of_classes_and_name_them(String names) throws IOException {
        Path file = folder.resolve("rows.onnx");
        Files.write(file, shifted("y", names));
        try (Synthesizer generator = ForeignGenerator.open(file, notices::add)) {
            assertThat(generator.labelNames()).containsExactly("cat", "dog", "fox");
            float[] latents = generator.latents().of(5, 3);
            float[] made = generator.samples(latents, new int[] {2, 0, 1});
            for (int i = 0; i < 6; i++)
                assertThat(made[i])
                        .isCloseTo((float) Math.tanh(latents[i] + (i < 2 ? 3 : i < 4 ? 1 : 2)), within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y|cat, dog|names 2 classes, but takes rows of 3",
                "style|cat|nothing tells which of its two inputs is the class: .* got z \\[2, 2\\] and style \\[2, 3\\]",
                "y|[cat|its metadata classes is not JSON: .*"
            })
    void an_onnx_file_whose_classes_are_unclear_is_refused_in_a_line(String input, String names, String line)
            throws IOException {
        Path file = folder.resolve("rows.onnx");
        Files.write(file, shifted(input, names));
        assertThatThrownBy(() -> ForeignGenerator.open(file, notices::add))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("[^ ]*rows.onnx: " + line);
    }

    /** Points: the hyperbolic tangent of two latents plus 1, 2 or 3, by a row of three classes; for two at once. */
    private static byte[] shifted(String classes, String names) {
        TensorProto.Builder shifts = TensorProto.newBuilder()
                .setName("shifts")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(3)
                .addDims(2);
        for (float shift : new float[] {1, 1, 2, 2, 3, 3}) shifts.addFloatData(shift);
        return model(GraphProto.newBuilder()
                        .setName("network")
                        .addInput(numbers("z", 2, 2))
                        .addInput(numbers(classes, 2, 3))
                        .addOutput(numbers("point", 2, 2))
                        .addInitializer(shifts)
                        .addNode(node("MatMul", "shift", classes, "shifts"))
                        .addNode(node("Add", "moved", "z", "shift"))
                        .addNode(node("Tanh", "point", "moved")))
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("classes").setValue(names))
                .build()
                .toByteArray();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static ModelProto.Builder model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(18))
                .setGraph(graph);
    }

    /** The hyperbolic tangent of its input, in another shape. */
    private static byte[] reshaped(long[] from, long[] to) {
        TensorProto.Builder sides = TensorProto.newBuilder()
                .setName("sides")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(to.length);
        for (long side : to) sides.addInt64Data(side);
        return model(GraphProto.newBuilder()
                        .setName("network")
                        .addInput(numbers("z", from))
                        .addOutput(numbers("image", to))
                        .addInitializer(sides)
                        .addNode(node("Tanh", "h", "z"))
                        .addNode(node("Reshape", "image", "h", "sides")))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto numbers(String name, long... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : sides)
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(side));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
