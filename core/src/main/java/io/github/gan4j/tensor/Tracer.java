package io.github.gan4j.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;

/**
 * Writes down the operations of one calculation. Every tensor that is made while it listens passes {@link #made}, so one
 * that no operation has claimed afterwards is of an operation that recordings do not know, and is refused by name as soon
 * as the result depends on it.
 */
final class Tracer {
    /** The recording under way, if any: all that operations look at as long as there is none. */
    static Tracer active;

    private final Thread thread = Thread.currentThread();
    private final Map<Tensor, Integer> known = new IdentityHashMap<>();
    private final Map<Tensor, String> names = new IdentityHashMap<>();
    private final Set<Tensor> fixed = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Tensor, String> unknown = new IdentityHashMap<>();
    private final Map<Integer, String> refused = new HashMap<>();
    private final List<RecordedInput> inputs = new ArrayList<>();
    private final Map<Integer, RecordedConstant> constants = new HashMap<>();
    private final Map<Integer, RecordedOperation> operations = new HashMap<>();
    private Optional<String> objection = Optional.empty();
    private boolean copying;
    private int values;

    private Tracer() {}

    static synchronized Recording traced(
            Map<String, Tensor> parameters, Map<String, Tensor> inputs, Supplier<Tensor> calculation) {
        Tracer tracer = new Tracer();
        parameters.forEach((name, tensor) -> tracer.names.put(tensor, name));
        inputs.forEach((name, tensor) -> tracer.input(tensor, name, kind(tensor)));
        active = tracer;
        try {
            return tracer.result(calculation.get());
        } finally {
            active = null;
        }
    }

    private static RecordedInput.Kind kind(Tensor tensor) {
        return tensor.handle.scalar_type().intern() == torch.ScalarType.Long
                ? RecordedInput.Kind.CLASSES
                : RecordedInput.Kind.GIVEN;
    }

    private boolean elsewhere() {
        return copying || Thread.currentThread() != thread;
    }

    /** A tensor has been made, nobody says yet how. */
    void made(Tensor tensor) {
        if (elsewhere()) return;
        unknown.put(tensor, StackWalker.getInstance().walk(frames -> frames.filter(frame -> !isInner(frame))
                .findFirst()
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                .orElse("an operation")));
    }

    private static boolean isInner(StackWalker.StackFrame frame) {
        return frame.getClassName().equals(Tracer.class.getName())
                || frame.getClassName().equals(Operation.class.getName())
                || !frame.getClassName().startsWith(Tracer.class.getPackageName() + ".")
                || frame.getMethodName().equals("<init>")
                || frame.getMethodName().contains("lambda$");
    }

    /** A tensor does not depend on inputs. */
    void fixed(Tensor tensor) {
        if (elsewhere()) return;
        unknown.remove(tensor);
        fixed.add(tensor);
    }

    /** A tensor has the numbers of another. */
    void same(Tensor tensor, Tensor other) {
        if (elsewhere() || tensor == other) return;
        unknown.remove(tensor);
        if (known.containsKey(other)) known.put(tensor, known.get(other));
        else if (unknown.containsKey(other)) unknown.put(tensor, unknown.get(other));
        else fixed.add(tensor);
        if (names.containsKey(other)) names.put(tensor, names.get(other));
    }

    /** A tensor has been drawn at random. */
    void drawn(Tensor tensor, RecordedInput.Kind kind) {
        if (elsewhere()) return;
        unknown.remove(tensor);
        long before = inputs.stream()
                .filter(input -> input.name().startsWith("noise"))
                .count();
        input(tensor, before == 0 ? "noise" : "noise" + (before + 1), kind);
    }

    private void input(Tensor tensor, String name, RecordedInput.Kind kind) {
        known.put(tensor, values);
        inputs.add(new RecordedInput(values++, name, kind, list(tensor.shape()), numbers(tensor)));
    }

    /** A tensor has come about by an operation. */
    void computed(Tensor tensor, Operator operator, double[] numbers, long[] sizes, Tensor... operands) {
        if (elsewhere()) return;
        unknown.remove(tensor);
        known.remove(tensor);
        if (Arrays.stream(operands).noneMatch(operand -> known.containsKey(operand) || unknown.containsKey(operand))) {
            fixed.add(tensor);
            return;
        }
        List<Integer> places = Arrays.stream(operands).map(this::place).toList();
        operations.put(
                values,
                new RecordedOperation(
                        operator,
                        places,
                        Arrays.stream(numbers).boxed().toList(),
                        list(sizes),
                        values,
                        list(tensor.shape())));
        known.put(tensor, values++);
    }

    private int place(Tensor operand) {
        Integer number = known.get(operand);
        if (number != null) return number;
        known.put(operand, values);
        if (unknown.containsKey(operand)) {
            refused.put(values, unknown.get(operand));
            return values++;
        }
        // now, since the scope that it belongs to may be closed by the end
        String name = names.getOrDefault(operand, "constant" + constants.size());
        constants.put(values, new RecordedConstant(values, name, list(operand.shape()), numbers(operand)));
        return values++;
    }

    /** Numbers are looked at: a decision that depends on them would be frozen. */
    void read(Tensor tensor, String method) {
        if (elsewhere() || !known.containsKey(tensor) && !unknown.containsKey(tensor)) return;
        if (constants.containsKey(known.getOrDefault(tensor, -1))) return;
        object("looks at the numbers of a tensor (" + method + ") while it computes");
    }

    /** Numbers are changed in place. */
    void changed(String method) {
        if (!elsewhere()) object("changes numbers in place (" + method + ")");
    }

    private void object(String what) {
        if (objection.isEmpty()) objection = Optional.of(what);
    }

    private float[] numbers(Tensor tensor) {
        boolean before = copying;
        copying = true;
        try {
            return tensor.toFloats();
        } finally {
            copying = before;
        }
    }

    private Recording result(Tensor output) {
        objection.ifPresent(what -> {
            throw new IllegalArgumentException("the network " + what + ", which cannot be written down");
        });
        if (!known.containsKey(output) && !unknown.containsKey(output))
            throw new IllegalArgumentException("the network's output does not depend on its input");
        int last = place(output);
        Set<Integer> needed = needed(last);
        needed.stream().filter(refused::containsKey).sorted().findFirst().ifPresent(number -> {
            throw new IllegalArgumentException("the network uses " + refused.get(number)
                    + ", an operation that has no form outside gan4j; known ones are "
                    + String.join(
                            ", ",
                            Arrays.stream(Operator.values())
                                    .map(Operator::toString)
                                    .toList()));
        });
        return new Recording(
                inputs.stream()
                        .filter(input -> isGiven(input) || needed.contains(input.number()))
                        .toList(),
                needed.stream()
                        .filter(constants::containsKey)
                        .sorted()
                        .map(constants::get)
                        .toList(),
                needed.stream()
                        .filter(operations::containsKey)
                        .sorted()
                        .map(operations::get)
                        .toList(),
                last,
                list(output.shape()),
                numbers(output));
    }

    private static boolean isGiven(RecordedInput input) {
        return input.kind() == RecordedInput.Kind.GIVEN || input.kind() == RecordedInput.Kind.CLASSES;
    }

    private Set<Integer> needed(int last) {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            int number = open.pop();
            if (needed.add(number) && operations.containsKey(number))
                open.addAll(operations.get(number).operands());
        }
        return needed;
    }

    private static List<Long> list(long... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
