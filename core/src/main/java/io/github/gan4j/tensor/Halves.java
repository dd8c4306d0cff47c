package io.github.gan4j.tensor;

import java.util.List;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Two batches of one size as a single one, the first before the second. */
public final class Halves {
    private Halves() {}

    public static Tensor joined(Tensor first, Tensor second) {
        return Tensor.concatenated(List.of(first, second), 0);
    }

    /** Both again, without a copy: one operation, and one where it is differentiated. */
    public static List<Tensor> of(Tensor both) {
        TensorVector parts = torch.split(both.handle, both.size(0) / 2);
        return List.of(new Tensor(parts.get(0)), new Tensor(parts.get(1)));
    }
}
