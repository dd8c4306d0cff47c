package io.github.gan4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.tensor.Operator;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.Recording;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known family of networks computes the same outside. */
class ParityTest {
    private static final int COUNT = 64;

    @TempDir
    Path folder;

    static List<Families.Family> families() {
        return Families.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void a_network_of_every_family_computes_the_same_in_every_format(Families.Family family) throws Exception {
        Optional<Families.Member> made = family.member().get();
        if (made.isEmpty()) return;
        try (Families.Member member = made.get()) {
            Program program = Program.of(member.exported(), member.side());
            Path onnx = folder.resolve("network.onnx"), script = folder.resolve("network.pt");
            Files.write(onnx, OnnxPrinter.printed(program, false, Map.of()));
            ScriptPrinter.write(script, program, false, Map.of());
            double largest = 0;
            for (int more : member.exported().inputs().get(0).anySize() ? new int[] {0, 8} : new int[] {0}) {
                Recording wanted = member.exported().recorded(COUNT, member.side() + more, member.side() + 2 * more);
                assertThat(spread(wanted.values()))
                        .as("a network that says something")
                        .isGreaterThan(1e-3);
                // of networks whose output has no bounds, relative to the largest number that comes out
                largest = Math.max(largest, difference(onnx, wanted) / Math.max(1, spread(wanted.values())));
                assertThat(difference(script, wanted)).isLessThanOrEqualTo(rounds(program) ? 1e-6 : 0);
            }
            if (Boolean.getBoolean("gan4j.figures")) System.out.println(family + ": " + largest);
            assertThat(largest).isLessThan(1e-5);
        }
    }

    private static double spread(float[] values) {
        DoubleSummaryStatistics all =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    /** Whether it has operations that are computed in another order here than in a script. */
    private static boolean rounds(Program program) {
        Set<Operator> reordered = EnumSet.of(Operator.ENLARGE_BICUBIC, Operator.TRANSPOSED_CONVOLUTION);
        return program.operations().stream().anyMatch(operation -> reordered.contains(operation.operator()));
    }

    static double difference(Path file, Recording wanted) throws Exception {
        try (ProgramFile written = ProgramFile.read(file);
                Scope scope = new Scope()) {
            List<Tensor> inputs =
                    wanted.inputs().stream().map(ParityTest::tensor).toList();
            Tensor found = written.apply(inputs);
            assertThat(found.shape())
                    .isEqualTo(wanted.shape().stream().mapToLong(s -> s).toArray());
            float[] values = found.toFloats();
            assertThat(values).hasSameSizeAs(wanted.values());
            return IntStream.range(0, values.length)
                    .mapToDouble(i -> Math.abs(values[i] - wanted.values()[i]))
                    .max()
                    .orElseThrow();
        }
    }

    private static Tensor tensor(RecordedInput input) {
        if (input.kind() != RecordedInput.Kind.CLASSES)
            return Tensor.of(
                    input.values(), input.shape().stream().mapToLong(s -> s).toArray());
        return Tensor.ofClasses(IntStream.range(0, input.values().length)
                .map(i -> (int) input.values()[i])
                .toArray());
    }
}
