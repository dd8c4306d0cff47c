package io.github.gan4j.tensor;

/** The side of a tensor that a {@link Tracer} hears of: one look at a field where nobody records. */
abstract sealed class Recordable permits Tensor {
    private static final double[] NO_NUMBERS = {};
    private static final long[] NO_SIZES = {};

    Recordable() {
        if (Tracer.active != null) Tracer.active.made((Tensor) this);
    }

    /** Made by an operator from operands. */
    Tensor recorded(Operator operator, Tensor... operands) {
        if (Tracer.active != null) Tracer.active.computed((Tensor) this, operator, NO_NUMBERS, NO_SIZES, operands);
        return (Tensor) this;
    }

    /** Made by an operator that has a number. */
    Tensor recorded(Operator operator, double number, Tensor... operands) {
        if (Tracer.active != null) Tracer.active.computed((Tensor) this, operator, numbers(number), NO_SIZES, operands);
        return (Tensor) this;
    }

    /** Made by an operator that has numbers. */
    Tensor recorded(Operator operator, double[] numbers, Tensor... operands) {
        if (Tracer.active != null) Tracer.active.computed((Tensor) this, operator, numbers, NO_SIZES, operands);
        return (Tensor) this;
    }

    /** Made by an operator that has sizes. */
    Tensor recorded(Operator operator, long[] sizes, Tensor... operands) {
        if (Tracer.active != null) Tracer.active.computed((Tensor) this, operator, NO_NUMBERS, sizes, operands);
        return (Tensor) this;
    }

    /** Made without any tensor. */
    Tensor fixed() {
        if (Tracer.active != null) Tracer.active.fixed((Tensor) this);
        return (Tensor) this;
    }

    /** Drawn at random. */
    Tensor drawn(RecordedInput.Kind kind) {
        if (Tracer.active != null) Tracer.active.drawn((Tensor) this, kind);
        return (Tensor) this;
    }

    /** Of the same numbers as another. */
    Tensor same(Tensor other) {
        if (Tracer.active != null) Tracer.active.same((Tensor) this, other);
        return (Tensor) this;
    }

    static double[] numbers(double... numbers) {
        return numbers;
    }

    static long[] sizes(long... sizes) {
        return sizes;
    }
}
