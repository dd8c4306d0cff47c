package io.github.gan4j.tensor;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one calculation did to its inputs: every operation in order, and the constants that entered. Whatever does not
 * depend on an input is a constant, and operations without influence on the result are not part of it.
 *
 * @param operations in an order in which they can be computed
 * @param output the number of the value that came out
 * @param shape of the output
 * @param values of the output, for comparison
 */
public record Recording(
        List<RecordedInput> inputs,
        List<RecordedConstant> constants,
        List<RecordedOperation> operations,
        int output,
        List<Long> shape,
        float[] values) {

    /**
     * Runs a calculation on this thread and writes down its operations. Random numbers that it draws become inputs.
     *
     * @param parameters constants by their names
     * @param inputs by their names, 32-bit numbers or class numbers
     * @throws IllegalArgumentException in one line, when the result depends on an operation that recordings do not know,
     *     or the calculation looks at numbers or changes them in place
     */
    public static Recording of(
            Map<String, Tensor> parameters, Map<String, Tensor> inputs, Supplier<Tensor> calculation) {
        try (Scope scope = new Scope()) {
            return Scope.withoutGradients(() -> Tracer.traced(parameters, inputs, calculation));
        }
    }
}
