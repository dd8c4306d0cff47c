package io.github.gan4j.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A graph of ONNX in the making: nodes in order, and the numbers that they need. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    private final boolean half;
    private int made;

    /** @param half whether numbers have 16 bits */
    OnnxGraph(boolean half) {
        this.half = half;
    }

    int numberType() {
        return (half ? TensorProto.DataType.FLOAT16 : TensorProto.DataType.FLOAT).getNumber();
    }

    GraphProto built() {
        return graph.build();
    }

    /** An attribute of whole numbers. */
    static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) attribute.addInts(value);
        return attribute.build();
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto number(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    /** Adds a node; its result has a name of its own. */
    String node(String operation, List<String> inputs, AttributeProto... attributes) {
        String result = "v" + made++;
        named(result, operation, inputs, attributes);
        return result;
    }

    /** Adds a node whose result has the name given. */
    void named(String result, String operation, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operation)
                .setName(operation + "_" + graph.getNodeCount())
                .addAllInput(inputs)
                .addOutput(result)
                .addAllAttribute(List.of(attributes)));
    }

    /** Numbers that nodes read, in 16 bits where the graph's have those. */
    String numbers(String name, float[] values, List<Long> shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) data.putShort(HalfPrecision.bits(value));
            else data.putFloat(value);
        }
        return initializer(name, numberType(), data.flip(), shape);
    }

    /** One number. */
    String scalar(double value) {
        return numbers("n" + made++, new float[] {(float) value}, List.of());
    }

    /** Whole numbers that nodes read. */
    String whole(long... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) data.putLong(value);
        return initializer(
                "i" + made++, TensorProto.DataType.INT64.getNumber(), data.flip(), List.of((long) values.length));
    }

    /** 32-bit numbers, whatever the graph's are. */
    String factors(double... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) data.putFloat((float) value);
        return initializer(
                "f" + made++, TensorProto.DataType.FLOAT.getNumber(), data.flip(), List.of((long) values.length));
    }

    private String initializer(String name, int type, ByteBuffer data, List<Long> shape) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(type)
                .addAllDims(shape)
                .setRawData(ByteString.copyFrom(data)));
        return name;
    }

    void input(String name, boolean whole, List<Long> shape, List<String> sides) {
        graph.addInput(value(name, whole, shape, sides));
    }

    void output(String name, List<Long> shape, List<String> sides) {
        graph.addOutput(value(name, false, shape, sides));
    }

    private static ValueInfoProto value(String name, boolean whole, List<Long> shape, List<String> sides) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.size(); i++) {
            TensorShapeProto.Dimension.Builder side = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(
                    shape.get(i) == Port.FREE ? side.setDimParam(sides.get(i)) : side.setDimValue(shape.get(i)));
        }
        int type = (whole ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT).getNumber();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
                .build();
    }
}
