package io.github.gan4j.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.global.torch;

/** The numbers of tensors as files have them. */
public final class TensorBytes {
    private TensorBytes() {}

    /** The numbers as this kind, on the CPU, side by side in order; the memory of the tensor itself where they lie so. */
    static org.bytedeco.pytorch.Tensor dense(Tensor tensor, torch.ScalarType kind) {
        // MPS has no numbers of 64 bits, so they come here as they are
        return tensor.handle.detach().cpu().to(kind).contiguous();
    }

    /** A copy of the numbers, row-major, as little-endian floats of 32 bits: those of every processor that libtorch is built for. */
    public static ByteBuffer of(Tensor tensor) {
        if (Tracer.active != null) Tracer.active.read(tensor, "TensorBytes.of");
        try (Scope scope = new Scope()) {
            org.bytedeco.pytorch.Tensor plain = dense(tensor, torch.ScalarType.Float);
            byte[] bytes = new byte[Math.toIntExact(Math.multiplyExact(plain.numel(), 4))];
            new BytePointer(plain.data_ptr()).get(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
