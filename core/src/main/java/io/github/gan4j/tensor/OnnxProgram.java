package io.github.gan4j.tensor;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function of several tensors that comes as an ONNX file, computed by ONNX Runtime on the CPU: inputs of 32-bit numbers or
 * 64-bit whole numbers, a first output of 32-bit numbers. One thread at a time; whoever reads it closes it.
 */
public final class OnnxProgram implements ProgramFile {
    private static final long MOST_NUMBERS = 1L << 28;

    private final Path file;
    private final OrtSession session;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final String output;

    private OnnxProgram(Path file, OrtSession session) throws OrtException, IOException {
        this.file = file;
        this.session = session;
        for (NodeInfo input : session.getInputInfo().values()) inputs.put(input.getName(), input(input));
        output = session.getOutputInfo().keySet().iterator().next();
    }

    private Input input(NodeInfo node) throws IOException {
        if (node.getInfo() instanceof TensorInfo tensor
                && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.INT64))
            return new Input(
                    node.getName(),
                    Arrays.stream(tensor.getShape()).boxed().toList(),
                    tensor.type == OnnxJavaType.INT64);
        throw new IOException(file + ": its input " + node.getName()
                + " must be 32-bit numbers or 64-bit whole numbers, got " + node.getInfo());
    }

    /** @throws IOException in one line, when there is no such file, or it is not an ONNX file of the kind that is read */
    static OnnxProgram read(Path file) throws IOException {
        OrtSession session = OnnxEngine.open(file);
        try {
            return new OnnxProgram(file, session);
        } catch (IOException | OrtException | RuntimeException refused) {
            OnnxEngine.close(file, session);
            if (refused instanceof OrtException cause)
                throw new IOException(file + ": is not a readable ONNX file: " + OnnxEngine.reason(cause), cause);
            if (refused instanceof IOException cause) throw cause;
            throw (RuntimeException) refused;
        }
    }

    @Override
    public List<Input> inputs() {
        return List.copyOf(inputs.values());
    }

    @Override
    public Map<String, String> texts() throws IOException {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException cause) {
            throw new IOException(file + ": its metadata cannot be read: " + OnnxEngine.reason(cause), cause);
        }
    }

    @Override
    public Tensor apply(List<Tensor> given) throws IOException {
        if (given.size() != inputs.size())
            throw new IOException(file + ": has " + inputs.size() + " inputs, got " + given.size());
        Map<String, OnnxTensor> feed = new HashMap<>();
        try {
            int place = 0;
            for (Input input : inputs.values()) feed.put(input.name(), fed(input, given.get(place++)));
            try (OrtSession.Result result = session.run(feed, Set.of(output))) {
                return found((OnnxTensor) result.get(0));
            }
        } catch (OrtException cause) {
            throw new IOException(file + ": cannot compute with " + given + ": " + OnnxEngine.reason(cause), cause);
        } finally {
            feed.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor fed(Input input, Tensor given) throws OrtException {
        float[] numbers = given.toFloats();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (!input.whole()) return OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), given.shape());
        long[] whole = new long[numbers.length];
        for (int i = 0; i < whole.length; i++) whole[i] = (long) numbers[i];
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(whole), given.shape());
    }

    private Tensor found(OnnxTensor output) throws IOException {
        TensorInfo info = output.getInfo();
        if (info.type != OnnxJavaType.FLOAT || info.getNumElements() > MOST_NUMBERS)
            throw new IOException(file + ": its first output must be at most " + MOST_NUMBERS + " 32-bit numbers, got "
                    + info.getNumElements() + " of " + info.type);
        float[] values = new float[Math.toIntExact(info.getNumElements())];
        output.getFloatBuffer().get(values);
        return Tensor.of(values, info.getShape());
    }

    @Override
    public void close() {
        OnnxEngine.close(file, session);
    }
}
