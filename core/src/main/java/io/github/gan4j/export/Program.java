package io.github.gan4j.export;

import io.github.gan4j.tensor.Operator;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.RecordedOperation;
import io.github.gan4j.tensor.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a network does to a batch of any size: what several recordings of it, of different sizes, have in common. A side that
 * differs between them is {@link Port#FREE}.
 *
 * @param network that was recorded
 * @param inputs those of the network, then the noise that it draws
 * @param output the number of the value that comes out
 * @param shape of the output
 */
public record Program(
        ExportedNetwork network,
        List<RecordedInput> inputs,
        List<RecordedConstant> constants,
        List<RecordedOperation> operations,
        int output,
        List<Long> shape) {
    private static final long FREE = Port.FREE;

    /**
     * Records a network with batches of two sizes and, where its images may have any size, of several heights and widths.
     *
     * @param side the usual height and width of images of any size
     * @throws IllegalArgumentException in one line, when it cannot be written down for every batch
     */
    public static Program of(ExportedNetwork network, long side) {
        List<Recording> all = new ArrayList<>();
        all.add(network.recorded(2, side, side));
        all.add(network.recorded(3, side, side));
        if (network.inputs().stream().anyMatch(Port::anySize)) {
            long more = network.inputs().get(0).multiple();
            all.add(network.recorded(2, side + more, side));
            all.add(network.recorded(2, side, side + 2 * more));
        }
        Recording first = all.get(0);
        for (Recording other : all) requireSame(first, other);
        List<Map<Integer, List<Long>>> shapes =
                all.stream().map(Program::shapes).toList();
        return new Program(
                network,
                IntStream.range(0, first.inputs().size())
                        .mapToObj(i -> input(i, all))
                        .toList(),
                first.constants(),
                IntStream.range(0, first.operations().size())
                        .mapToObj(i -> operation(
                                all.stream().map(r -> r.operations().get(i)).toList(), shapes))
                        .toList(),
                first.output(),
                free(all.stream().map(Recording::shape).toList()));
    }

    private static RecordedInput input(int place, List<Recording> all) {
        RecordedInput first = all.get(0).inputs().get(place);
        List<Long> shape =
                free(all.stream().map(each -> each.inputs().get(place).shape()).toList());
        return new RecordedInput(first.number(), first.name(), first.kind(), shape, first.values());
    }

    private static void requireSame(Recording first, Recording other) {
        boolean same = first.operations().size() == other.operations().size()
                && first.inputs().size() == other.inputs().size()
                && first.constants().size() == other.constants().size()
                && first.output() == other.output();
        for (int i = 0; same && i < first.operations().size(); i++) {
            RecordedOperation one = first.operations().get(i),
                    two = other.operations().get(i);
            same = one.operator() == two.operator()
                    && one.operands().equals(two.operands())
                    && one.numbers().equals(two.numbers())
                    && one.result() == two.result()
                    && one.shape().size() == two.shape().size();
        }
        if (!same)
            throw new IllegalArgumentException("the network computes otherwise for inputs of shape " + sizes(other)
                    + " than for " + sizes(first) + ", so it cannot be written down for all");
        for (int i = 0; i < first.constants().size(); i++) {
            RecordedConstant one = first.constants().get(i),
                    two = other.constants().get(i);
            if (!Arrays.equals(one.values(), two.values()) || !one.shape().equals(two.shape()))
                throw new IllegalArgumentException("the network makes " + one.name() + " of shape " + one.shape()
                        + " while it computes, and makes it otherwise for inputs of shape " + sizes(other)
                        + ", so it cannot be written down for all");
        }
    }

    private static String sizes(Recording recording) {
        return recording.inputs().stream()
                .map(input -> input.shape().toString())
                .toList()
                .toString();
    }

    private static Map<Integer, List<Long>> shapes(Recording recording) {
        Map<Integer, List<Long>> shapes = new HashMap<>();
        recording.inputs().forEach(input -> shapes.put(input.number(), input.shape()));
        recording.constants().forEach(constant -> shapes.put(constant.number(), constant.shape()));
        recording.operations().forEach(operation -> shapes.put(operation.result(), operation.shape()));
        return shapes;
    }

    private static RecordedOperation operation(List<RecordedOperation> all, List<Map<Integer, List<Long>>> shapes) {
        RecordedOperation first = all.get(0);
        List<Long> sizes = free(all.stream().map(RecordedOperation::sizes).toList());
        List<Long> shape = free(all.stream().map(RecordedOperation::shape).toList());
        List<Double> numbers = first.numbers();
        if (sizes.contains(FREE) && !sizes.equals(first.sizes())) {
            boolean resize =
                    first.operator() == Operator.RESIZE_NEAREST || first.operator() == Operator.RESIZE_BILINEAR;
            if (resize) {
                numbers = ratios(all, shapes);
                sizes = List.of();
            } else if (first.operator() != Operator.RESHAPE
                    || sizes.stream().filter(size -> size == FREE).count() > 1)
                throw new IllegalArgumentException("the network uses " + first.operator()
                        + " with sizes that follow the input (" + first.sizes() + " and others),"
                        + " which cannot be written down for every size");
        }
        return new RecordedOperation(first.operator(), first.operands(), numbers, sizes, first.result(), shape);
    }

    /** How many times higher and wider images become, the same in all recordings. */
    private static List<Double> ratios(List<RecordedOperation> all, List<Map<Integer, List<Long>>> shapes) {
        List<List<Double>> found = IntStream.range(0, all.size())
                .mapToObj(i -> {
                    List<Long> before = shapes.get(i).get(all.get(i).operand(0));
                    return Stream.of(0, 1)
                            .map(j -> (double) all.get(i).size(j) / before.get(j + 2))
                            .toList();
                })
                .distinct()
                .toList();
        if (found.size() > 1)
            throw new IllegalArgumentException("the network resizes images of different sizes by different factors "
                    + found + ", which cannot be written down for every size");
        return found.get(0);
    }

    private static List<Long> free(List<List<Long>> all) {
        List<Long> first = all.get(0);
        return IntStream.range(0, first.size())
                .mapToObj(i -> all.stream().allMatch(each -> each.get(i).equals(first.get(i))) ? first.get(i) : FREE)
                .toList();
    }

    /** The constant of this number. */
    RecordedConstant constant(int number) {
        return constants.stream()
                .filter(constant -> constant.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The shape of a value. */
    List<Long> shapeOf(int number) {
        return Stream.of(
                        inputs.stream()
                                .filter(input -> input.number() == number)
                                .map(RecordedInput::shape),
                        constants.stream()
                                .filter(constant -> constant.number() == number)
                                .map(RecordedConstant::shape),
                        operations.stream()
                                .filter(operation -> operation.result() == number)
                                .map(RecordedOperation::shape))
                .flatMap(found -> found)
                .findFirst()
                .orElseThrow();
    }

    /** A side of a value that must not be free. */
    long side(RecordedOperation operation, int number, int dimension) {
        long side = shapeOf(number).get(dimension);
        if (side == FREE)
            throw new IllegalArgumentException("the network uses " + operation.operator()
                    + " on images of any size, which has no form outside gan4j");
        return side;
    }

    /** How many numbers the constants have in all. */
    public long constantCount() {
        return constants.stream()
                .mapToLong(constant -> constant.values().length)
                .sum();
    }
}
