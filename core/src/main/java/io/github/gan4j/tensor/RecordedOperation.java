package io.github.gan4j.tensor;

import java.util.List;

/**
 * One operation of a {@link Recording}. Values are known by their numbers.
 *
 * @param operands in the order that the operator states
 * @param numbers that the operator states
 * @param sizes that the operator states
 * @param result the number of the value that comes out
 * @param shape of the result
 */
public record RecordedOperation(
        Operator operator,
        List<Integer> operands,
        List<Double> numbers,
        List<Long> sizes,
        int result,
        List<Long> shape) {
    public int operand(int place) {
        return operands.get(place);
    }

    public double number(int place) {
        return numbers.get(place);
    }

    public long size(int place) {
        return sizes.get(place);
    }
}
