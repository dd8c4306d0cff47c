package io.github.gan4j.tensor;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Small ONNX files for tests, part by part; a size of 0 is left open. */
public final class OnnxFile {
    public static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    public static final int INT64 = TensorProto.DataType.INT64.getNumber();

    /** A part of a graph. */
    public interface Part extends Consumer<GraphProto.Builder> {}

    private OnnxFile() {}

    public static Path write(Path target, Part... parts) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("tried");
        for (Part part : parts) part.accept(graph);
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        try {
            return Files.write(target, model.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Part input(String name, int type, long... shape) {
        return graph -> graph.addInput(value(name, type, shape));
    }

    public static Part output(String name, int type, long... shape) {
        return graph -> graph.addOutput(value(name, type, shape));
    }

    /** {@code output = operation(inputs)}, {@code inputs} with commas between; whole numbers as attributes. */
    public static Part node(String operation, String inputs, String output, AttributeProto... attributes) {
        return graph -> graph.addNode(NodeProto.newBuilder()
                .setOpType(operation)
                .addAllInput(List.of(inputs.split(",")))
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    public static AttributeProto attribute(String name, long number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(number)
                .build();
    }

    public static Part weights(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) raw.putFloat(value);
        return graph -> graph.addInitializer(tensor(name, shape).setRawData(ByteString.copyFrom(raw.array())));
    }

    /** Weights that are in another file. */
    public static Part weightsIn(String file, String name, long... shape) {
        TensorProto.Builder tensor = tensor(name, shape).setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (List<String> entry : List.of(List.of("location", file), List.of("offset", "0")))
            tensor.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(entry.get(0)).setValue(entry.get(1)));
        return graph -> graph.addInitializer(tensor);
    }

    private static TensorProto.Builder tensor(String name, long... shape) {
        return TensorProto.newBuilder()
                .addAllDims(Arrays.stream(shape).boxed().toList())
                .setDataType(FLOAT)
                .setName(name);
    }

    private static ValueInfoProto value(String name, int type, long... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        for (long side : shape)
            sides.addDim(
                    side == 0
                            ? TensorShapeProto.Dimension.newBuilder()
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(side));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(sides)))
                .build();
    }
}
