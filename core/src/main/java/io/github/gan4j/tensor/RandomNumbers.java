package io.github.gan4j.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** Operations with random numbers beside drawing them. */
public final class RandomNumbers {
    private RandomNumbers() {}

    /**
     * Runs a calculation on the CPU with random numbers that are a pure function of seed and moment; those of the step
     * then go on as if nothing had been drawn.
     */
    public static Tensor forked(long seed, long moment, Supplier<Tensor> calculation) {
        return Scope.resultOf(() -> {
            Generator numbers = torch.getDefaultCPUGenerator();
            org.bytedeco.pytorch.Tensor before = numbers.get_state();
            try {
                numbers.set_current_seed(Engine.mixed(~seed, moment));
                return calculation.get();
            } finally {
                numbers.set_state(before);
            }
        });
    }

    /** Every number plus one of its own from N(0, deviation²). */
    public static Tensor withGaussianNoise(Tensor values, double deviation) {
        Tensor noise = new Tensor(torch.randn_like(values.handle)).drawn(RecordedInput.Kind.NORMAL_NOISE);
        return Operation.of("noise", () -> values.handle.add(noise.handle, new Scalar(deviation)), values)
                .recorded(Operator.ADD, deviation, values, noise);
    }

    /** Numbers uniform on [-1, 1] in the shape, kind and place of these. */
    public static Tensor uniformLike(Tensor values) {
        return new Tensor(torch.rand_like(values.handle))
                .drawn(RecordedInput.Kind.UNIFORM_NOISE)
                .times(2)
                .plus(-1);
    }

    /** Each number left out, which is 0, with probability {@code share}, or stretched to make up for those (Srivastava et al. 2014). */
    public static Tensor dropout(Tensor values, double share) {
        return Operation.of("dropout", () -> torch.dropout(values.handle, share, true), values);
    }
}
