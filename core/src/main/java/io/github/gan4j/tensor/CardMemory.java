package io.github.gan4j.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Numbers of the processor on their way to a card. */
final class CardMemory {
    private CardMemory() {}

    /**
     * 32-bit numbers on a card, which fetches them from pinned memory while the processor goes on; libtorch keeps that memory until
     * the card has them.
     */
    static Tensor fetched(float[] values, Device card, long... shape) {
        Engine.prepare();
        TensorOptions pinned = new TensorOptions(torch.ScalarType.Float).pinned_memory(new BoolOptional(true));
        org.bytedeco.pytorch.Tensor here = torch.empty(shape, pinned, new MemoryFormatOptional());
        new FloatPointer(here.data_ptr()).put(values);
        return new Tensor(here.to(card.handle(), torch.ScalarType.Float, true, false, new MemoryFormatOptional()))
                .fixed();
    }
}
