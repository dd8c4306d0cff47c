package io.github.gan4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.Affine;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        run = folder.resolve("digits");
        Plan plan = Presets.read("mnist-conditional")
                .with("data", "strokes")
                .with("data.size", "16")
                .with("generator.network.width", "2")
                .with("discriminator.network.width", "2")
                .with("batchSize", "8")
                .with("threads", "1")
                .with("precision", "fp32")
                .with("stop.images", "64");
        try (Run training = Run.start(plan, run, line -> {})) {
            training.train(new Listener() {});
        }
    }

    /** A network of somebody's own. */
    private static final class Own extends Network {
        private final UnaryOperator<Tensor> function;

        Own(UnaryOperator<Tensor> function) {
            this.function = function;
        }

        @Override
        public Tensor apply(Tensor input, Pass pass) {
            return function.apply(input);
        }

        @Override
        public void describe(Summary summary) {
            summary.layer("own", 0, 0, summary.shape());
        }
    }

    private static ExportSubject own(Port input, UnaryOperator<Tensor> function) {
        Network network = new Own(function).allocate(Device.CPU);
        Port output = Port.output("result", "whatever comes out", -1, 1);
        return ExportSubject.of("own", ExportedNetwork.of(network, input, List.of(), output, Device.CPU), 8);
    }

    private static ExportSubject ofNumbers(UnaryOperator<Tensor> function) {
        return own(Port.numbers("latent", 6), function);
    }

    @Test
    void an_export_says_how_far_it_is_and_leaves_nothing_where_it_is_ended() throws IOException {
        Path to = Files.createDirectories(folder.resolve("ended")).resolve("files");
        Export wanted = Export.everything().in(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT);
        List<String> heard = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        assertThatThrownBy(() -> wanted.of(run, to, (doing, share) -> {
                    heard.add(doing);
                    shares.add(share);
                    if (doing.equals("running torchscript again")) throw new CancellationException("stopped");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(heard)
                .containsExactly(
                        "opening the network",
                        "recording the network",
                        "writing onnx",
                        "running onnx again",
                        "writing torchscript",
                        "running torchscript again");
        assertThat(shares).isSorted().endsWith(0.75);
        try (Stream<Path> left = Files.list(to.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_conditional_run_is_written_in_every_format_with_what_it_is() throws IOException {
        Path to = folder.resolve("all");
        List<Proof> proofs = Export.everything().of(run, to);
        assertThat(proofs).extracting(Proof::format).containsExactly("onnx", "torchscript", "safetensors");
        assertThat(proofs).allMatch(proof -> proof.difference() < 1e-5);
        try (Stream<Path> files = Files.list(to)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "generator.onnx",
                            "generator.pt",
                            "generator.html",
                            "model.safetensors",
                            "config.json",
                            "load.py",
                            "README.md",
                            "proof.json");
        }
        try (ProgramFile onnx = ProgramFile.read(to.resolve("generator.onnx"))) {
            assertThat(onnx.inputs()).extracting(ProgramFile.Input::name).containsExactly("latent", "label");
            assertThat(onnx.inputs().get(0).shape().get(0))
                    .as("a free batch size")
                    .isEqualTo(-1);
            assertThat(onnx.texts()).containsKeys("inputs", "output", "classes", "facts");
            assertThat(onnx.texts().get("classes")).contains("\"3\"");
        }
        assertThat(Files.readAllLines(to.resolve("load.py"))).hasSizeLessThanOrEqualTo(40);
        assertThat(Files.readString(to.resolve("README.md")))
                .startsWith("---\n")
                .contains(
                        "license: unknown", "pipeline_tag: unconditional-image-generation", "strokes", "Not measured");
        assertThat(Files.readString(to.resolve("generator.html"))).doesNotContain("http://", "https://", "{{");
    }

    @Test
    void weights_have_the_names_of_pytorch() throws IOException {
        Path to = folder.resolve("hub");
        Export.everything().in(ExportFormat.SAFETENSORS).of(run, to);
        String config = Files.readString(to.resolve("config.json"));
        assertThat(config)
                .contains(".weight\"", ".running_mean\"", ".running_var\"")
                .doesNotContain("scale\"");
    }

    @Test
    void half_of_the_bits_take_half_of_the_space_and_stay_within_the_stated_bound() throws IOException {
        Export half = new Export(
                Export.everything().formats(),
                true,
                false,
                ExportedPart.GENERATOR,
                0,
                Optional.empty(),
                false,
                line -> {});
        List<Proof> small = half.of(run, folder.resolve("half"));
        assertThat(small).allMatch(proof -> proof.bound() == 2e-2 && proof.difference() < 5e-3);
        List<Proof> large = Export.everything().of(run, folder.resolve("full"));
        assertThat(Files.size(folder.resolve("half/model.safetensors")))
                .isLessThan(Files.size(folder.resolve("full/model.safetensors")) * 6 / 10);
        assertThat(large).hasSameSizeAs(small);
    }

    @Test
    void a_folder_with_something_else_is_left_alone_and_an_export_is_replaced_when_asked() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> Export.everything().of(run, other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no export");
        ExportSubject subject = ofNumbers(Tensor::tanh);
        Path to = folder.resolve("twice");
        Export once = Export.everything().in(ExportFormat.ONNX);
        once.of(subject, to);
        assertThatThrownBy(() -> once.of(subject, to)).hasMessageContaining("--overwrite");
        Files.writeString(to.resolve("note.txt"), "mine");
        Export again = new Export(
                EnumSet.of(ExportFormat.TORCHSCRIPT),
                false,
                false,
                ExportedPart.GENERATOR,
                0,
                Optional.empty(),
                true,
                line -> {});
        again.of(subject, to);
        assertThat(to.resolve("own.pt")).exists();
        assertThat(to.resolve("own.onnx")).doesNotExist();
        assertThat(to.resolve("note.txt")).exists();
    }

    @Test
    void a_file_that_computes_otherwise_is_not_left_behind() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        ExportSubject fickle = ofNumbers(values -> values.plus(calls.incrementAndGet() > 2 ? 0.5 : 0));
        Path to = folder.resolve("fickle");
        assertThatThrownBy(() -> Export.everything().in(ExportFormat.ONNX).of(fickle, to))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("computes otherwise");
        assertThat(to).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("fickle"));
        }
    }

    @Test
    void a_network_of_ones_own_is_written_with_its_constants_and_views() throws IOException {
        ExportSubject subject = ofNumbers(values -> {
            Tensor frequencies = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 6);
            Tensor waves = values.times(frequencies).tanh().narrowed(1, 1, 4).reshaped(values.size(0), 2, 2);
            return Tensor.concatenated(
                            List.of(waves, waves.squared().plus(1).squareRoot().negated()), 1)
                    .flattened();
        });
        List<Proof> proofs = Export.everything()
                .in(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT)
                .of(subject, folder.resolve("own"));
        assertThat(proofs).extracting(Proof::difference).allMatch(difference -> difference < 1e-6);
    }

    @Test
    void noise_that_a_network_draws_is_an_input_of_its_file() throws IOException {
        ExportSubject subject = ofNumbers(values -> RandomNumbers.withGaussianNoise(values, 0.3));
        Path to = folder.resolve("noisy");
        Export.everything().in(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT).of(subject, to);
        try (ProgramFile onnx = ProgramFile.read(to.resolve("own.onnx"))) {
            assertThat(onnx.inputs()).extracting(ProgramFile.Input::name).containsExactly("latent", "noise");
        }
    }

    @Test
    void an_operation_without_a_form_elsewhere_is_refused_by_name() {
        float[] map = {1, 0, 0, 0, 1, 0};
        ExportSubject warped = own(Port.images("image", "any", 1, 8, 8, 1), images -> {
            Tensor maps = Tensor.concatenated(Collections.nCopies((int) images.size(0), Tensor.of(map, 1, 2, 3)), 0);
            return Affine.warped(images, maps);
        });
        assertThatThrownBy(() -> Export.everything().in(ExportFormat.ONNX).of(warped, folder.resolve("warped")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Affine");
    }

    @ParameterizedTest
    @CsvSource({"reads,looks at the numbers", "constant,does not depend on its input", "batch,while it computes"})
    void what_cannot_be_written_down_is_refused_with_the_reason(String what, String reason) {
        Map<String, UnaryOperator<Tensor>> networks = Map.of(
                "reads", values -> values.sum().value() > 0 ? values.times(2) : values.negated(),
                "constant", values -> Tensor.zeros(values.size(0), 3),
                "batch", values -> values.plus(Tensor.filled(1.0 / values.size(0), 1, 6)));
        assertThatThrownBy(() -> Export.everything()
                        .in(ExportFormat.ONNX)
                        .of(ofNumbers(networks.get(what)), folder.resolve("refused-" + what)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_page_is_for_generators_only() throws IOException {
        List<String> heard = new ArrayList<>();
        Export all = new Export(
                Export.everything().formats(),
                false,
                false,
                ExportedPart.DISCRIMINATOR,
                0,
                Optional.empty(),
                false,
                heard::add);
        List<Proof> proofs = all.of(run, folder.resolve("judge"));
        assertThat(proofs).hasSize(3);
        assertThat(heard).singleElement().asString().startsWith("no html: ");
        assertThat(folder.resolve("judge/discriminator.onnx")).exists();
    }

    @Test
    void halves_round_to_the_nearest() {
        for (float value : new float[] {0, 1, -1, 0.1f, 65504, 6e-8f, 1e-7f, 1.0005f, -3.14159f, 6.1e-5f})
            assertThat(half(HalfPrecision.bits(value)))
                    .isCloseTo(value, within(Math.max(3e-8f, Math.abs(value) / 2047)));
        assertThatThrownBy(() -> HalfPrecision.bits(70000)).hasMessageContaining("--half");
    }

    private static float half(short bits) {
        ByteBuffer data = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort(bits);
        return new StoredTensor("F16", new long[] {1}, data.flip()).asFloats()[0];
    }
}
