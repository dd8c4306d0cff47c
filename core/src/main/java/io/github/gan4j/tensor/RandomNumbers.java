package io.github.gan4j.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/**
 * Random numbers of the thread that draws them: its own once it has started them, as every training does, so that nobody's
 * depend on when others draw; before that those of the process. Those of cards are one for the process.
 */
public final class RandomNumbers {
    private static final ThreadLocal<GeneratorOptional> OWN = new ThreadLocal<>();

    private RandomNumbers() {}

    /** From now on this thread draws from these. */
    static void useHere(GeneratorOptional numbers) {
        OWN.set(numbers);
    }

    /** Starts those of this thread anew. */
    static void seed(long seed) {
        if (Replicas.current() == 0) torch.manual_seed(seed); // cards too
        if (OWN.get() == null) useHere(beyondScopes());
        try (Scope scope = new Scope()) {
            OWN.get().get().set_current_seed(seed);
        }
    }

    /** A generator that lives as long as its thread. */
    private static GeneratorOptional beyondScopes() {
        try (PointerScope scope = new PointerScope()) {
            return new GeneratorOptional(torch.createCPUGenerator()).retainReference();
        }
    }

    private static Generator here() {
        GeneratorOptional own = OWN.get();
        return own == null ? torch.getDefaultCPUGenerator() : own.get();
    }

    private static GeneratorOptional source() {
        GeneratorOptional own = OWN.get();
        return own == null ? new GeneratorOptional() : own;
    }

    /** Those of the device for what is not on the CPU. */
    private static GeneratorOptional source(Tensor like) {
        return like.handle.is_cpu() ? source() : new GeneratorOptional();
    }

    static org.bytedeco.pytorch.Tensor normal(long... shape) {
        return torch.randn(shape, source());
    }

    /** On [0, 1). */
    static org.bytedeco.pytorch.Tensor uniform(long... shape) {
        return torch.rand(shape, source());
    }

    /**
     * Runs a calculation on the CPU with random numbers that are a pure function of seed and moment; those of the step
     * then go on as if nothing had been drawn.
     */
    public static Tensor forked(long seed, long moment, Supplier<Tensor> calculation) {
        return Scope.resultOf(() -> {
            Generator numbers = here();
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
        Tensor noise =
                new Tensor(torch.randn_like(values.handle, source(values))).drawn(RecordedInput.Kind.NORMAL_NOISE);
        return Operation.of("noise", () -> values.handle.add(noise.handle, new Scalar(deviation)), values)
                .recorded(Operator.ADD, deviation, values, noise);
    }

    /** Numbers uniform on [-1, 1] in the shape, kind and place of these. */
    public static Tensor uniformLike(Tensor values) {
        return new Tensor(torch.rand_like(values.handle, source(values)))
                .drawn(RecordedInput.Kind.UNIFORM_NOISE)
                .times(2)
                .plus(-1);
    }

    /** Each number left out, which is 0, with probability {@code share}, or stretched to make up for those (Srivastava et al. 2014). */
    public static Tensor dropout(Tensor values, double share) {
        if (share == 0) return values;
        org.bytedeco.pytorch.Tensor kept = torch.empty_like(values.handle).bernoulli_(1 - share, source(values));
        return Operation.of("dropout", () -> values.handle.mul(kept.div_(new Scalar(1 - share))), values);
    }
}
