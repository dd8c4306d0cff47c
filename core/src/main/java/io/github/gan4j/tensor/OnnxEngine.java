package io.github.gan4j.tensor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** ONNX Runtime, unpacked and loaded when the first file is opened; it computes on as many threads as {@link Engine}. */
final class OnnxEngine {
    private static final long LARGEST = Integer.MAX_VALUE;
    private static final String ELSEWHERE = "session.model_external_initializers_file_folder_path";
    private static final String MARK = "weights in other files are not read";
    /** The runtime can quote a whole operator in its reason. */
    private static final int LONGEST = 200;

    private static final String NOWHERE = "/nowhere/" + MARK;

    private OnnxEngine() {}

    /** @throws IOException in one line, when there is no such file, or it is not an ONNX file that can be read here */
    static OrtSession open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file");
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > LARGEST)
                throw new IOException(file + ": has " + channel.size() + " bytes, an ONNX file has at most " + LARGEST);
            return open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (OrtException cause) {
            throw new IOException(file + ": is not a readable ONNX file: " + reason(cause), cause);
        } catch (LinkageError cause) {
            throw new IOException(file + ": ONNX Runtime cannot be loaded: " + Natives.reason(cause), cause);
        }
    }

    /** @param content a whole ONNX file, directly in memory; not needed any more afterwards */
    private static OrtSession open(ByteBuffer content) throws IOException, OrtException {
        Natives.unpackOnnxRuntime();
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "gan4j");
        environment.setTelemetry(false);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Engine.threads());
            options.setInterOpNumThreads(1);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // threads that wait by spinning would take the cores from libtorch's
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            // a file is a network, not a way to other files of this machine
            options.addConfigEntry("session.load_model_format", "ONNX");
            options.addConfigEntry(ELSEWHERE, NOWHERE);
            return environment.createSession(content, options);
        }
    }

    static void close(Path file, OrtSession session) {
        try {
            session.close();
        } catch (OrtException stuck) {
            throw new IllegalStateException(file + ": cannot be closed: " + reason(stuck), stuck);
        }
    }

    /** Why it could not, in one line for people. */
    static String reason(OrtException cause) {
        String line = TensorException.firstLine(cause).replaceFirst("^Error code - \\w+ - message: ?", "");
        if (line.contains(MARK)) return "it keeps weights in other files, which are not read; save it as one file";
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + " …";
    }
}
