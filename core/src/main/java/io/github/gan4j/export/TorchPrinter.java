package io.github.gan4j.export;

import io.github.gan4j.model.TorchCall;
import io.github.gan4j.tensor.RecordedOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program as calls of PyTorch's operators, the same ones that gan4j itself makes, so that nothing differs. */
final class TorchPrinter {
    private static final TorchCall.Nothing NONE = new TorchCall.Nothing();
    private static final int CHANNELS_LAST = 2;
    private static final int DOUBLE = 7;
    private static final int FLOAT = 6;

    private final Program program;
    private final Map<Integer, String> names;
    private final List<TorchCall> calls = new ArrayList<>();

    private TorchPrinter(Program program, Map<Integer, String> names) {
        this.program = program;
        this.names = new HashMap<>(names);
    }

    /**
     * The calls in order; the result of the last is the output.
     *
     * @param names of inputs and constants
     */
    static List<TorchCall> printed(Program program, Map<Integer, String> names) {
        TorchPrinter printer = new TorchPrinter(program, names);
        for (RecordedOperation operation : program.operations())
            printer.names.put(operation.result(), printer.result(operation));
        return printer.calls;
    }

    private String result(RecordedOperation operation) {
        List<String> from = operation.operands().stream().map(names::get).toList();
        String first = from.get(0);
        return switch (operation.operator()) {
            case ADD ->
                operation.number(0) == 1
                        ? call("add", name(first), name(from.get(1)))
                        : call(
                                "add",
                                name(first),
                                name(from.get(1)),
                                new TorchCall.Keyword("alpha", operation.number(0)));
            case SUBTRACT -> call("sub", name(first), name(from.get(1)));
            case MULTIPLY -> call("mul", name(first), name(from.get(1)));
            case ADD_NUMBER -> call("add", name(first), operation.number(0));
            case MULTIPLY_NUMBER -> call("mul", name(first), operation.number(0));
            case NEGATE -> call("neg", name(first));
            case SQUARE -> call("square", name(first));
            case SQUARE_ROOT -> call("sqrt", name(first));
            case RELU -> call("relu", name(first));
            case LEAKY_RELU -> call("leaky_relu", name(first), operation.number(0));
            case TANH -> call("tanh", name(first));
            case SIGMOID -> call("sigmoid", name(first));
            case SOFTPLUS -> call("softplus", name(first));
            case SIGN -> call("sign", name(first));
            case CLAMP -> call("clamp", name(first), operation.number(0), operation.number(1));
            case MEAN -> call("mean", name(first));
            case SUM -> call("sum", name(first));
            case SUM_PER_SAMPLE -> call("sum", name(flat(first)), List.of(1L));
            case MEAN_OVER -> call("mean", name(first), operation.sizes(), true);
            case LENGTHS -> call("norm", name(first), 2, List.of(1L));
            case DIVIDE_PER_SAMPLE ->
                call(
                        "div",
                        name(first),
                        name(column(from.get(1), operation.shape().size())));
            case DEVIATION_OVER_BATCH -> deviation(first);
            case ALIKE -> alike(first);
            case LOG_SUM_EXP -> call("logsumexp", name(first), List.of(1L), true);
            case SOFTMAX -> call("softmax", name(first), 1);
            case RESHAPE -> call("reshape", name(first), operation.sizes());
            case FLATTEN -> flat(first);
            case NARROW -> call("narrow", name(first), operation.size(0), operation.size(1), operation.size(2));
            case CONCATENATE -> call("cat", new TorchCall.Names(from), operation.size(0));
            case JOIN -> joined(operation, first, from.get(1));
            case ONE_HOT -> converted(call("one_hot", name(first), operation.size(0)), FLOAT);
            case LINEAR -> call("linear", names(from));
            case CONVOLUTION ->
                call(
                        "conv2d",
                        name(pixelByPixel(first)),
                        name(from.get(1)),
                        bias(from),
                        pair(operation.size(0)),
                        pair(operation.size(1)),
                        pair(1),
                        operation.size(2));
            case TRANSPOSED_CONVOLUTION ->
                call(
                        "conv_transpose2d",
                        name(pixelByPixel(first)),
                        name(from.get(1)),
                        bias(from),
                        pair(operation.size(0)),
                        pair(operation.size(1)),
                        pair(operation.size(2)),
                        1,
                        pair(1));
            case BATCH_NORMALISATION ->
                call(
                        "batch_norm",
                        Stream.concat(Stream.of(names(from)), Stream.of(false, 0.1, operation.number(0), false))
                                .toArray());
            case RESIZE_NEAREST -> call("upsample_nearest2d", name(first), sizes(operation), factors(operation));
            case RESIZE_BILINEAR ->
                call("upsample_bilinear2d", name(first), sizes(operation), false, factors(operation));
            case ENLARGE_BICUBIC -> enlarged(operation, first, from.get(1));
            case AVERAGE_POOL -> call("avg_pool2d", name(first), pair(operation.size(0)), pair(operation.size(0)));
            case MAX_POOL -> call("max_pool2d", name(first), pair(operation.size(0)), pair(operation.size(0)));
            case MAXOUT ->
                call(
                        "amax",
                        name(call(
                                "reshape",
                                name(first),
                                List.of(-1L, operation.shape().get(1), operation.size(0)))),
                        List.of(2L));
            case PIXEL_SHUFFLE -> call("pixel_shuffle", name(first), operation.size(0));
            case PIXEL_UNSHUFFLE -> call("pixel_unshuffle", name(first), operation.size(0));
        };
    }

    private String call(String operator, Object... arguments) {
        String result = "v" + calls.size();
        calls.add(new TorchCall(result, operator, List.of(arguments)));
        return result;
    }

    private static TorchCall.Name name(String name) {
        return new TorchCall.Name(name);
    }

    private static Object[] names(List<String> from) {
        return from.stream().map(TorchPrinter::name).toArray();
    }

    private static Object bias(List<String> from) {
        return from.size() > 2 ? name(from.get(2)) : NONE;
    }

    private static List<Long> pair(long size) {
        return List.of(size, size);
    }

    private static Object sizes(RecordedOperation operation) {
        return operation.sizes().isEmpty() ? NONE : operation.sizes();
    }

    private static Object factors(RecordedOperation operation) {
        return operation.sizes().isEmpty() ? operation.numbers() : NONE;
    }

    private String flat(String value) {
        return call("flatten", name(value), 1, -1);
    }

    private String pixelByPixel(String value) {
        return call("contiguous", name(value), new TorchCall.Keyword("memory_format", CHANNELS_LAST));
    }

    private String converted(String value, int type) {
        return call("to", name(value), new TorchCall.Keyword("dtype", type));
    }

    private String column(String value, int dimensions) {
        List<Long> shape = new ArrayList<>(Collections.nCopies(dimensions, 1L));
        shape.set(0, -1L);
        return call("reshape", name(value), shape);
    }

    private String joined(RecordedOperation operation, String values, String rows) {
        if (operation.shape().size() == 2) return call("cat", new TorchCall.Names(List.of(values, rows)), 1);
        int number = operation.operand(0);
        long width = program.side(operation, operation.operand(1), 1);
        String flat = call("reshape", name(rows), List.of(-1L, width, 1L, 1L));
        String maps = call(
                "expand",
                name(flat),
                List.of(-1L, width, program.side(operation, number, 2), program.side(operation, number, 3)));
        return call("cat", new TorchCall.Names(List.of(values, maps)), 1);
    }

    private String deviation(String values) {
        String variance = call("var", name(values), List.of(0L), false, false);
        String all = call("mean", name(call("sqrt", name(call("add", name(variance), 1e-8)))));
        String first = call("narrow", name(flat(values)), 1, 0, 1);
        return call("expand_as", name(all), name(first));
    }

    private String alike(String points) {
        String across = call("unsqueeze", name(points), 1), down = call("unsqueeze", name(points), 0);
        String apart = call("sum", name(call("abs", name(call("sub", name(across), name(down))))), List.of(3L));
        return call("sum", name(call("exp", name(call("neg", name(apart))))), List.of(1L));
    }

    /** Every channel by itself, in 64 bits; what the taps within the image sum to, the same way from ones. */
    private String enlarged(RecordedOperation operation, String images, String kernel) {
        long factor = operation.size(0);
        long channels = program.side(operation, operation.operand(0), 1);
        String wide = converted(images, DOUBLE);
        String kernels = converted(kernel, DOUBLE);
        String copies = call("repeat", name(kernels), List.of(channels, 1L, 1L, 1L));
        String sums = shuffled(wide, copies, channels, factor);
        String weights = shuffled(call("ones_like", name(wide)), copies, channels, factor);
        return converted(call("div", name(sums), name(weights)), FLOAT);
    }

    private String shuffled(String images, String kernels, long channels, long factor) {
        String taps = call("conv2d", name(images), name(kernels), NONE, pair(1), pair(2), pair(1), channels);
        return call("pixel_shuffle", name(taps), factor);
    }
}
