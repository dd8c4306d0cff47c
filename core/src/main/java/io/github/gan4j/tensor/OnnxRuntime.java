package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Path;

/** Whether ONNX Runtime is there: 75 MB that only ONNX files need, and therefore an optional dependency. */
final class OnnxRuntime {
    private OnnxRuntime() {}

    /** Called before the first class that mentions it is loaded. @throws IOException in one line, where it is missing */
    static void require(Path file) throws IOException {
        try {
            Class<?> found = Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxRuntime.class.getClassLoader());
            // it may lie on the class path of a program whose other parts are modules
            OnnxRuntime.class.getModule().addReads(found.getModule());
        } catch (ClassNotFoundException missing) {
            throw new IOException(
                    file + ": ONNX files need ONNX Runtime, which is not on the class path; add the dependency"
                            + " com.microsoft.onnxruntime:onnxruntime, whose version io.github.gan4j:gan4j-bom knows",
                    missing);
        }
    }
}
