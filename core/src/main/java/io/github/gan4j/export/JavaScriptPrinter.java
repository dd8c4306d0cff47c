package io.github.gan4j.export;

import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.RecordedOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program as a JavaScript function of inputs and weights, in the operators of {@code operators.js}. */
final class JavaScriptPrinter {
    private JavaScriptPrinter() {}

    /**
     * {@code const network = (input, w) => …}, inputs and weights by their names.
     *
     * @throws IllegalArgumentException when it uses an operator that a page does not have
     */
    static String printed(Program program) {
        Map<Integer, String> names = new HashMap<>();
        for (RecordedInput input : program.inputs()) names.put(input.number(), "input." + input.name());
        program.constants().forEach(constant -> names.put(constant.number(), "w[\"" + constant.name() + "\"]"));
        StringBuilder text = new StringBuilder("const network = (input, w) => {\n");
        for (RecordedOperation operation : program.operations()) {
            List<String> from = operation.operands().stream().map(names::get).toList();
            String name = "v" + operation.result();
            text.append("  const " + name + " = " + call(operation, from) + ";\n");
            names.put(operation.result(), name);
        }
        return text.append("  return " + names.get(program.output()) + ";\n};\n")
                .toString();
    }

    private static String call(RecordedOperation operation, List<String> from) {
        return switch (operation.operator()) {
            case ADD -> call("add", from, operation.numbers());
            case SUBTRACT -> call("subtract", from);
            case MULTIPLY -> call("multiply", from);
            case ADD_NUMBER -> call("addNumber", from, operation.numbers());
            case MULTIPLY_NUMBER -> call("multiplyNumber", from, operation.numbers());
            case NEGATE -> call("negate", from);
            case SQUARE -> call("square", from);
            case SQUARE_ROOT -> call("squareRoot", from);
            case RELU -> call("relu", from);
            case LEAKY_RELU -> call("leakyRelu", from, operation.numbers());
            case TANH -> call("tanh", from);
            case SIGMOID -> call("sigmoid", from);
            case SOFTPLUS -> call("softplus", from);
            case SIGN -> call("sign", from);
            case CLAMP -> call("clamp", from, operation.numbers());
            case SUM_PER_SAMPLE -> call("sumPerSample", from);
            case MEAN_OVER -> call("meanOver", from, operation.sizes());
            case LENGTHS -> call("lengths", from);
            case DIVIDE_PER_SAMPLE -> call("dividePerSample", from);
            case LOG_SUM_EXP -> call("logSumExp", from);
            case SOFTMAX -> call("softmax", from);
            case RESHAPE -> call("reshape", from, operation.sizes());
            case FLATTEN -> call("flatten", from);
            case NARROW -> call("narrow", from, operation.sizes());
            case CONCATENATE -> call("concatenate", operation.sizes(), from);
            case JOIN -> call("join", from);
            case ONE_HOT -> call("oneHot", from, operation.sizes());
            case LINEAR -> call("linear", biased(from));
            case CONVOLUTION -> call("convolution", biased(from), operation.sizes());
            case TRANSPOSED_CONVOLUTION -> call("transposedConvolution", biased(from), operation.sizes());
            case BATCH_NORMALISATION -> call("batchNormalisation", from, operation.numbers());
            case RESIZE_NEAREST -> call("resizeNearest", from, operation.sizes());
            case RESIZE_BILINEAR -> call("resizeBilinear", from, operation.sizes());
            case AVERAGE_POOL -> call("averagePool", from, operation.sizes());
            case MAX_POOL -> call("maxPool", from, operation.sizes());
            case MAXOUT -> call("maxout", from, operation.sizes());
            case PIXEL_SHUFFLE -> call("pixelShuffle", from, operation.sizes());
            case PIXEL_UNSHUFFLE -> call("pixelUnshuffle", from, operation.sizes());
            // of discriminators and of images of any size, which have no page
            case MEAN, SUM, DEVIATION_OVER_BATCH, ALIKE, ENLARGE_BICUBIC ->
                throw new IllegalArgumentException(
                        "the network uses " + operation.operator() + ", which a page does not draw; leave out html");
        };
    }

    private static List<String> biased(List<String> from) {
        return from.size() > 2
                ? from
                : Stream.concat(from.stream(), Stream.of("null")).toList();
    }

    private static String call(String name, List<?>... arguments) {
        return Stream.of(arguments)
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
