package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.ExtraFilesMap;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.global.torch;

/** Writes TorchScript files: a program in source, and the numbers that it reads as {@code self.NAME}. */
public final class TorchScriptWriter {
    private TorchScriptWriter() {}

    /**
     * Writes a file.
     *
     * @param source the method {@code forward}
     * @param numbers by the names that they have in the source
     * @param half whether numbers are kept in 16 bits
     * @param texts further files inside, by their names
     * @throws IOException in one line, when libtorch does not understand the source or cannot write the file
     */
    public static void write(
            Path file, String source, Map<String, RecordedConstant> numbers, boolean half, Map<String, String> texts)
            throws IOException {
        try (Scope scope = new Scope()) {
            JitModule module = module(source, numbers, half);
            ExtraFilesMap inside = new ExtraFilesMap();
            texts.forEach((name, text) ->
                    inside.put(new org.bytedeco.javacpp.BytePointer(name), new org.bytedeco.javacpp.BytePointer(text)));
            module.save(file.toString(), inside);
        } catch (RuntimeException cause) {
            throw new IOException(file + ": TorchScript was not written: " + TensorException.firstLine(cause), cause);
        }
    }

    /** The program in memory. */
    static JitModule module(String source, Map<String, RecordedConstant> numbers, boolean half) {
        JitModule module = new JitModule(new QualifiedName("__torch__.Network"));
        numbers.forEach((name, constant) -> {
            long[] shape = constant.shape().stream().mapToLong(side -> side).toArray();
            Tensor tensor = Tensor.of(constant.values(), shape);
            module.register_buffer(name, half ? tensor.handle.to(torch.ScalarType.Half) : tensor.handle);
        });
        module.define(source);
        module.eval();
        return module;
    }
}
