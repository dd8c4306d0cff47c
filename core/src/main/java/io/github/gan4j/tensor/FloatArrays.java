package io.github.gan4j.tensor;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Numbers of Java as tensors of 32-bit numbers, each copied once. */
final class FloatArrays {
    private FloatArrays() {}

    /** On the processor. */
    static Tensor here(float[] values, long... shape) {
        Engine.prepare();
        return new Tensor(filled(torch.empty(shape), values)).fixed();
    }

    /** On a card, which fetches them from pinned memory while the processor goes on; libtorch keeps that memory until the card has them. */
    static Tensor onCard(float[] values, Device card, long... shape) {
        Engine.prepare();
        TensorOptions pinned = new TensorOptions(torch.ScalarType.Float).pinned_memory(new BoolOptional(true));
        var here = filled(torch.empty(shape, pinned, new MemoryFormatOptional()), values);
        return new Tensor(here.to(card.handle(), torch.ScalarType.Float, true, false, new MemoryFormatOptional()))
                .fixed();
    }

    private static org.bytedeco.pytorch.Tensor filled(org.bytedeco.pytorch.Tensor empty, float[] values) {
        if (empty.numel() != values.length)
            throw new IllegalArgumentException(values.length + " numbers do not make a tensor of "
                    + Arrays.toString(empty.sizes().vec().get()));
        if (values.length > 0) new FloatPointer(empty.data_ptr()).put(values);
        return empty;
    }
}
