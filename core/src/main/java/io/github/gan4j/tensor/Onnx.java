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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A network that looks at images and comes as an ONNX file, computed by ONNX Runtime. It has one input,
 * {@code [images, channels, height, width]} of 32-bit numbers with 1 or 3 channels, of which any may be left open, and a
 * first output with a row of 32-bit numbers for each image. Weights kept in other files beside it are not read.
 */
public final class Onnx implements NetworkFile {
    private static final int MOST = 4096;
    private static final int WIDEST = 1 << 22;

    private final Path file;
    private final OrtSession session;
    private final String input;
    private final String output;
    private final long[] shape;

    private Onnx(Path file, OrtSession session) throws OrtException, IOException {
        this.file = file;
        this.session = session;
        Collection<NodeInfo> inputs = session.getInputInfo().values();
        if (inputs.size() != 1) throw refused("has " + inputs.size() + " inputs, one of images is needed");
        NodeInfo only = inputs.iterator().next();
        input = only.getName();
        shape = ofNumbers(only) ? ((TensorInfo) only.getInfo()).getShape() : new long[0];
        if (!isOfImages(shape))
            throw refused("its input must be [images, 1 or 3 channels, height, width] of 32-bit numbers, no side above "
                    + MOST + ", got " + described(only));
        NodeInfo first = session.getOutputInfo().values().stream()
                .findFirst()
                .orElseThrow(() -> refused("has no output; a row of numbers for each image is needed"));
        output = first.getName();
        if (!ofNumbers(first)) throw refused("its first output must be 32-bit numbers, got " + described(first));
    }

    /** @throws IOException in one line, when there is no such file, or it is not an ONNX file of the kind that is read */
    static Onnx read(Path file) throws IOException {
        try {
            return of(file, OnnxEngine.open(file));
        } catch (OrtException cause) {
            throw new IOException(file + ": is not a readable ONNX file: " + OnnxEngine.reason(cause), cause);
        }
    }

    private static Onnx of(Path file, OrtSession session) throws IOException, OrtException {
        try {
            return new Onnx(file, session);
        } catch (IOException | OrtException | RuntimeException cause) {
            session.close();
            throw cause;
        }
    }

    private static boolean ofNumbers(NodeInfo value) {
        return value.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    }

    private static boolean isOfImages(long[] shape) {
        return shape.length == 4
                && Arrays.stream(shape).allMatch(side -> side != 0 && side <= MOST)
                && (shape[1] < 0 || shape[1] == 1 || shape[1] == 3);
    }

    private static String described(NodeInfo value) {
        return value.getInfo() instanceof TensorInfo tensor
                ? tensor.type + " " + Arrays.toString(tensor.getShape())
                : "no tensor";
    }

    private IOException refused(String what) {
        return new IOException(file + ": " + what);
    }

    /** How many channels its images have, 1 or 3; empty where it takes any. */
    public OptionalInt channels() {
        return stated(1);
    }

    /** Pixels from top to bottom; empty where it takes any. */
    public OptionalInt height() {
        return stated(2);
    }

    /** Pixels from left to right; empty where it takes any. */
    public OptionalInt width() {
        return stated(3);
    }

    private OptionalInt stated(int dimension) {
        return shape[dimension] < 0 ? OptionalInt.empty() : OptionalInt.of((int) shape[dimension]);
    }

    /**
     * Grey images become colour where it looks at colour. Files that state how many images they take at once get them in
     * such parts, the last one filled up with zeros.
     */
    @Override
    public Tensor apply(Tensor given) throws IOException {
        boolean asColour = shape[1] == 3 && given.size(1) == 1;
        Tensor images = asColour ? Tensor.concatenated(List.of(given, given, given), 1) : given;
        if (shape[1] == 1 && images.size(1) != 1) throw refused("looks at grey images, these are " + images);
        long[] size = images.shape();
        int count = Math.toIntExact(size[0]), each = Math.toIntExact(images.count() / count);
        int part = shape[0] < 0 ? count : (int) shape[0];
        float[] numbers = images.toFloats();
        List<Tensor> rows = new ArrayList<>();
        try {
            for (int from = 0; from < count; from += part) {
                long[] taken = size.clone();
                taken[0] = part;
                float[] these = Arrays.copyOfRange(numbers, from * each, Math.multiplyExact(from + part, each));
                rows.add(rows(these, taken).narrowed(0, 0, Math.min(part, count - from)));
            }
        } catch (OrtException cause) {
            throw new IOException(file + ": cannot compute with " + images + ": " + OnnxEngine.reason(cause), cause);
        }
        return Tensor.concatenated(rows, 0);
    }

    private Tensor rows(float[] images, long[] size) throws OrtException, IOException {
        try (OnnxTensor given =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images), size);
                OrtSession.Result result = session.run(Map.of(input, given), Set.of(output))) {
            OnnxTensor seen = (OnnxTensor) result.get(0);
            long[] found = seen.getInfo().getShape();
            long all = seen.getInfo().getNumElements();
            if (found.length < 2 || found[0] != size[0] || all < 1 || all / size[0] > WIDEST)
                throw refused("its first output must have a row of 1 to " + WIDEST + " numbers for each of " + size[0]
                        + " images, got " + Arrays.toString(found));
            float[] values = new float[Math.toIntExact(all)];
            seen.getFloatBuffer().get(values);
            return Tensor.of(values, found);
        }
    }

    @Override
    public void close() {
        OnnxEngine.close(file, session);
    }
}
