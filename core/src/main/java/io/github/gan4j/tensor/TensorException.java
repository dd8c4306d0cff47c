package io.github.gan4j.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operation that its operands do not allow: names the operation, the shapes and the reason in one line. */
public final class TensorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TensorException(String message, RuntimeException cause) {
        super(message, cause);
    }

    /** libtorch's messages carry a C++ stack trace and the list of all kernels; only the first line is for people. */
    static TensorException of(String operation, RuntimeException cause, Tensor... operands) {
        String shapes = Stream.of(operands).map(t -> Arrays.toString(t.shape())).collect(Collectors.joining(" and "));
        String why = OutOfMemory.line(cause).orElseGet(() -> firstLine(cause));
        return new TensorException(operation + " of " + shapes + ": " + why, cause);
    }

    static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
