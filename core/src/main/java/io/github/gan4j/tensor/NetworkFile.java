package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A function from a tensor to a tensor that comes as a file, computed on the CPU. Whoever reads it closes it. */
public sealed interface NetworkFile extends AutoCloseable permits TorchScript, Onnx {
    /**
     * ONNX where the name ends in {@code .onnx}, else TorchScript.
     *
     * @throws IOException in one line, when there is no such file or it is of another kind
     */
    static NetworkFile read(Path file) throws IOException {
        return isOnnx(file) ? onnx(file) : TorchScript.read(file);
    }

    /**
     * An ONNX file of this kind, whatever its name.
     *
     * @throws IOException in one line, when there is no such file, it is of another kind or ONNX Runtime is missing
     */
    static Onnx onnx(Path file) throws IOException {
        OnnxRuntime.require(file);
        return Onnx.read(file);
    }

    /** Whether a file of this name is read as ONNX. */
    static boolean isOnnx(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /**
     * Its output for a tensor; the first where it has several.
     *
     * @throws IOException in one line, when it cannot compute with such a tensor or gives none
     */
    Tensor apply(Tensor input) throws IOException;

    @Override
    void close();
}
