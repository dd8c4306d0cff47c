package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A function of several tensors that comes as a file, computed on the CPU. Whoever reads it closes it. */
public sealed interface ProgramFile extends AutoCloseable permits OnnxProgram, TorchScript {
    /** The texts in which files of other programs may name their classes. */
    List<String> CLASS_NAMES = List.of("classes", "class_names", "labels");

    /**
     * An input.
     *
     * @param shape batch first; -1 for a side of any length
     * @param whole whether it takes 64-bit whole numbers, else 32-bit numbers
     */
    record Input(String name, List<Long> shape, boolean whole) {
        /** Names and shapes, for a message. */
        public static String describe(List<Input> inputs) {
            return inputs.stream()
                    .map(input -> input.name() + " " + input.shape())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * ONNX where the name ends in {@code .onnx}, else TorchScript.
     *
     * @throws IOException in one line, when there is no such file or it is of another kind
     */
    static ProgramFile read(Path file) throws IOException {
        if (!NetworkFile.isOnnx(file)) return TorchScript.read(file);
        OnnxRuntime.require(file);
        return OnnxProgram.read(file);
    }

    /** In the order in which they are given; empty where the file does not tell. */
    List<Input> inputs();

    /** What the file says of itself. */
    Map<String, String> texts() throws IOException;

    /**
     * Its first output.
     *
     * @throws IOException in one line, when it cannot compute with such tensors
     */
    Tensor apply(List<Tensor> inputs) throws IOException;

    @Override
    void close();
}
