package io.github.gan4j.tensor;

import org.bytedeco.pytorch.global.torch;

/** The highest numbers of a row. */
public final class TopK {
    private TopK() {}

    /** The places of the {@code count} highest of {@code [n]} numbers, highest first: {@code [count]}, to pick by. */
    public static Tensor places(Tensor values, long count) {
        return Operation.of(
                "the highest " + count, () -> values.handle.detach().topk(count).get1(), values);
    }

    /** The numbers at these places of {@code [n]}, differentiable by the numbers. */
    public static Tensor picked(Tensor values, Tensor places) {
        return Operation.of("picking", () -> torch.index_select(values.handle, 0, places.handle), values, places);
    }
}
