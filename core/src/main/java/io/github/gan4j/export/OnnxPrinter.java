package io.github.gan4j.export;

import static io.github.gan4j.export.OnnxGraph.ints;
import static io.github.gan4j.export.OnnxGraph.number;
import static io.github.gan4j.export.OnnxGraph.text;
import static io.github.gan4j.export.OnnxGraph.whole;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.gan4j.tensor.Operator;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.RecordedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A program in ONNX, operator set 18, with a free batch size. Inputs and outputs have 32 bits also where weights have 16. */
final class OnnxPrinter {
    static final int OPERATOR_SET = 18;

    private static final int FORMAT = 8;

    private final Program program;
    private final OnnxGraph graph;
    private final Map<Integer, String> names = new HashMap<>();

    private OnnxPrinter(Program program, boolean half) {
        this.program = program;
        this.graph = new OnnxGraph(half);
    }

    /**
     * The bytes of a whole file.
     *
     * @param half whether weights and arithmetic have 16 bits
     * @param metadata texts by their names
     */
    static byte[] printed(Program program, boolean half, Map<String, String> metadata) {
        OnnxPrinter printer = new OnnxPrinter(program, half);
        printer.print(half);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("gan4j")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(printer.graph.built());
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private void print(boolean half) {
        for (RecordedInput input : program.inputs()) {
            boolean classes = input.kind() == RecordedInput.Kind.CLASSES;
            graph.input(input.name(), classes, input.shape(), List.of("batch", "channels", "height", "width"));
            names.put(
                    input.number(),
                    half && !classes
                            ? graph.node("Cast", List.of(input.name()), whole("to", graph.numberType()))
                            : input.name());
        }
        for (RecordedOperation operation : program.operations()) {
            // operators of ONNX that know their numbers themselves leave constants without a use
            int used = operation.operator() == Operator.ENLARGE_BICUBIC
                    ? 1
                    : operation.operands().size();
            List<String> from =
                    operation.operands().stream().limit(used).map(this::name).toList();
            names.put(operation.result(), result(operation, from));
        }
        String name = program.network().output().name();
        graph.named(
                name,
                "Cast",
                List.of(names.get(program.output())),
                whole("to", TensorProto.DataType.FLOAT.getNumber()));
        graph.output(name, program.shape(), List.of("batch", "channels", "output_height", "output_width"));
    }

    private String name(int number) {
        return names.computeIfAbsent(number, unnamed -> {
            RecordedConstant constant = program.constant(number);
            return graph.numbers(constant.name(), constant.values(), constant.shape());
        });
    }

    private String result(RecordedOperation operation, List<String> from) {
        String first = from.get(0);
        return switch (operation.operator()) {
            case ADD -> graph.node("Add", List.of(first, scaled(from.get(1), operation.number(0))));
            case SUBTRACT -> graph.node("Sub", from);
            case MULTIPLY -> graph.node("Mul", from);
            case ADD_NUMBER -> graph.node("Add", List.of(first, graph.scalar(operation.number(0))));
            case MULTIPLY_NUMBER -> graph.node("Mul", List.of(first, graph.scalar(operation.number(0))));
            case NEGATE -> graph.node("Neg", from);
            case SQUARE -> graph.node("Mul", List.of(first, first));
            case SQUARE_ROOT -> graph.node("Sqrt", from);
            case RELU -> graph.node("Relu", from);
            case LEAKY_RELU -> graph.node("LeakyRelu", from, number("alpha", operation.number(0)));
            case TANH -> graph.node("Tanh", from);
            case SIGMOID -> graph.node("Sigmoid", from);
            case SOFTPLUS -> graph.node("Softplus", from);
            case SIGN -> graph.node("Sign", from);
            case CLAMP ->
                graph.node(
                        "Clip", List.of(first, graph.scalar(operation.number(0)), graph.scalar(operation.number(1))));
            case MEAN -> graph.node("ReduceMean", from, whole("keepdims", 0));
            case SUM -> graph.node("ReduceSum", from, whole("keepdims", 0));
            case SUM_PER_SAMPLE -> reduced("ReduceSum", flat(first), false, 1);
            case MEAN_OVER -> reduced("ReduceMean", first, true, sizes(operation));
            case LENGTHS -> reduced("ReduceL2", first, false, 1);
            case DIVIDE_PER_SAMPLE ->
                graph.node(
                        "Div",
                        List.of(first, column(from.get(1), operation.shape().size())));
            case DEVIATION_OVER_BATCH -> deviation(first);
            case ALIKE -> alike(first);
            case LOG_SUM_EXP -> reduced("ReduceLogSumExp", first, true, 1);
            case SOFTMAX -> graph.node("Softmax", from, whole("axis", 1));
            case RESHAPE -> reshaped(first, sizes(operation));
            case FLATTEN -> flat(first);
            case NARROW -> narrowed(first, operation.size(0), operation.size(1), operation.size(2));
            case CONCATENATE -> graph.node("Concat", from, whole("axis", operation.size(0)));
            case JOIN -> joined(operation, first, from.get(1));
            case ONE_HOT ->
                graph.node(
                        "OneHot",
                        List.of(
                                first,
                                graph.whole(operation.size(0)),
                                graph.numbers("zero_one_" + operation.result(), new float[] {0, 1}, List.of(2L))),
                        whole("axis", -1));
            case LINEAR -> linear(operation, from);
            case CONVOLUTION ->
                graph.node(
                        "Conv",
                        from,
                        pair("strides", operation.size(0)),
                        edge(operation.size(1)),
                        whole("group", operation.size(2)));
            case TRANSPOSED_CONVOLUTION ->
                graph.node(
                        "ConvTranspose",
                        from,
                        pair("strides", operation.size(0)),
                        edge(operation.size(1)),
                        pair("output_padding", operation.size(2)));
            case BATCH_NORMALISATION -> graph.node("BatchNormalization", from, number("epsilon", operation.number(0)));
            case RESIZE_NEAREST -> resizedNearest(operation, first);
            case RESIZE_BILINEAR ->
                resized(operation, first, text("mode", "linear"), text("coordinate_transformation_mode", "half_pixel"));
            case ENLARGE_BICUBIC ->
                graph.node(
                        "Resize",
                        List.of(first, "", graph.factors(1, 1, operation.size(0), operation.size(0))),
                        text("mode", "cubic"),
                        number("cubic_coeff_a", -0.5),
                        whole("exclude_outside", 1),
                        text("coordinate_transformation_mode", "half_pixel"));
            case AVERAGE_POOL -> pooled("AveragePool", operation, from);
            case MAX_POOL -> pooled("MaxPool", operation, from);
            case MAXOUT ->
                reduced("ReduceMax", reshaped(first, -1, operation.shape().get(1), operation.size(0)), false, 2);
            case PIXEL_SHUFFLE ->
                graph.node("DepthToSpace", from, whole("blocksize", operation.size(0)), text("mode", "CRD"));
            case PIXEL_UNSHUFFLE -> unshuffled(operation, first);
        };
    }

    private static long[] sizes(RecordedOperation operation) {
        return operation.sizes().stream().mapToLong(size -> size).toArray();
    }

    private static AttributeProto pair(String name, long size) {
        return ints(name, size, size);
    }

    private String pooled(String how, RecordedOperation operation, List<String> from) {
        return graph.node(how, from, pair("kernel_shape", operation.size(0)), pair("strides", operation.size(0)));
    }

    private static AttributeProto edge(long padding) {
        return ints("pads", padding, padding, padding, padding);
    }

    private String scaled(String value, double factor) {
        return factor == 1 ? value : graph.node("Mul", List.of(value, graph.scalar(factor)));
    }

    private String flat(String value) {
        return graph.node("Flatten", List.of(value), whole("axis", 1));
    }

    private String reduced(String operation, String value, boolean kept, long... dimensions) {
        return graph.node(operation, List.of(value, graph.whole(dimensions)), whole("keepdims", kept ? 1 : 0));
    }

    private String reshaped(String value, long... shape) {
        return graph.node("Reshape", List.of(value, graph.whole(shape)));
    }

    /** {@code [batch]} to {@code [batch, 1, …]}. */
    private String column(String value, int dimensions) {
        long[] shape = new long[dimensions];
        java.util.Arrays.fill(shape, 1);
        shape[0] = -1;
        return reshaped(value, shape);
    }

    private String narrowed(String value, long dimension, long start, long count) {
        return graph.node(
                "Slice", List.of(value, graph.whole(start), graph.whole(start + count), graph.whole(dimension)));
    }

    /** By its row for each sample, as further numbers or as maps that are constant. */
    private String joined(RecordedOperation operation, String values, String rows) {
        int number = operation.operand(0);
        if (operation.shape().size() == 2) return graph.node("Concat", List.of(values, rows), whole("axis", 1));
        long width = program.side(operation, operation.operand(1), 1);
        String maps = graph.node(
                "Expand",
                List.of(
                        reshaped(rows, -1, width, 1, 1),
                        graph.whole(1, 1, program.side(operation, number, 2), program.side(operation, number, 3))));
        return graph.node("Concat", List.of(values, maps), whole("axis", 1));
    }

    private String linear(RecordedOperation operation, List<String> from) {
        if (operation.shape().size() == 2) return graph.node("Gemm", from, whole("transB", 1));
        String turned = graph.node("Transpose", List.of(from.get(1)), ints("perm", 1, 0));
        String product = graph.node("MatMul", List.of(from.get(0), turned));
        return from.size() == 2 ? product : graph.node("Add", List.of(product, from.get(2)));
    }

    /** A whole factor as it is usual; others by the places of the pixels, which no rounding can move. */
    private String resizedNearest(RecordedOperation operation, String value) {
        if (operation.sizes().isEmpty()) {
            if (operation.numbers().stream().allMatch(factor -> factor == Math.rint(factor)))
                return nearest(value, operation.number(0), operation.number(1));
            throw new IllegalArgumentException("the network uses " + operation.operator() + " by factors of "
                    + operation.numbers() + " on images of any size, which has no form outside gan4j");
        }
        long height = program.side(operation, operation.operand(0), 2);
        long width = program.side(operation, operation.operand(0), 3);
        if (operation.size(0) % height == 0 && operation.size(1) % width == 0)
            return nearest(value, (double) operation.size(0) / height, (double) operation.size(1) / width);
        String rows =
                graph.node("Gather", List.of(value, graph.whole(places(height, operation.size(0)))), whole("axis", 2));
        return graph.node("Gather", List.of(rows, graph.whole(places(width, operation.size(1)))), whole("axis", 3));
    }

    private String nearest(String value, double height, double width) {
        return graph.node(
                "Resize",
                List.of(value, "", graph.factors(1, 1, height, width)),
                text("mode", "nearest"),
                text("nearest_mode", "floor"),
                text("coordinate_transformation_mode", "asymmetric"));
    }

    /** Where each pixel of a resized row comes from, in 32-bit arithmetic as libtorch computes it. */
    static long[] places(long before, long after) {
        float step = (float) before / after;
        return IntStream.range(0, Math.toIntExact(after))
                .mapToLong(i -> Math.min((long) (i * step), before - 1))
                .toArray();
    }

    private String resized(RecordedOperation operation, String value, AttributeProto... how) {
        List<AttributeProto> attributes = new ArrayList<>(List.of(how));
        List<String> inputs = new ArrayList<>(List.of(value, ""));
        if (operation.sizes().isEmpty()) {
            inputs.add(graph.factors(1, 1, operation.number(0), operation.number(1)));
        } else {
            inputs.add("");
            inputs.add(graph.whole(operation.size(0), operation.size(1)));
            attributes.add(ints("axes", 2, 3));
        }
        return graph.node("Resize", inputs, attributes.toArray(AttributeProto[]::new));
    }

    /** ONNX orders the channels by their place in the square first, PyTorch by the channel that they come from. */
    private String unshuffled(RecordedOperation operation, String value) {
        long factor = operation.size(0), channels = program.side(operation, operation.operand(0), 1);
        long[] order = new long[Math.toIntExact(channels * factor * factor)];
        for (int i = 0; i < order.length; i++) order[i] = i % (factor * factor) * channels + i / (factor * factor);
        String squares = graph.node("SpaceToDepth", List.of(value), whole("blocksize", factor));
        return graph.node("Gather", List.of(squares, graph.whole(order)), whole("axis", 1));
    }

    private String deviation(String value) {
        String flat = flat(value);
        String centred = graph.node("Sub", List.of(flat, reduced("ReduceMean", flat, true, 0)));
        String variance = reduced("ReduceMean", graph.node("Mul", List.of(centred, centred)), true, 0);
        String spread = graph.node("Sqrt", List.of(graph.node("Add", List.of(variance, graph.scalar(1e-8)))));
        String batch = graph.node(
                "Slice", List.of(graph.node("Shape", List.of(value)), graph.whole(0), graph.whole(1), graph.whole(0)));
        String shape = graph.node("Concat", List.of(batch, graph.whole(1)), whole("axis", 0));
        return graph.node("Expand", List.of(reduced("ReduceMean", spread, true, 0, 1), shape));
    }

    private String alike(String points) {
        String across = graph.node("Unsqueeze", List.of(points, graph.whole(1)));
        String down = graph.node("Unsqueeze", List.of(points, graph.whole(0)));
        String apart = graph.node("Abs", List.of(graph.node("Sub", List.of(across, down))));
        String distance = reduced("ReduceSum", apart, false, 3);
        String likeness = graph.node("Exp", List.of(graph.node("Neg", List.of(distance))));
        return reduced("ReduceSum", likeness, false, 1);
    }
}
