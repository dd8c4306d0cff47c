package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.global.torch;

/** In what numbers convolutions and products are computed; weights and optimizers stay in 32 bits always. */
public enum Precision {
    /** 32-bit floating point. */
    FP32,
    /** Products of bfloat16 numbers: 8 bits of exponent, 8 of mantissa, about twice as fast where hardware has it. */
    BF16;

    /**
     * The precision that a plan names: {@code auto}, {@code fp32} or {@code bf16}.
     *
     * @throws IllegalArgumentException when the name is unknown
     */
    public static Precision named(String name) {
        return switch (name) {
            case "auto" -> fastest();
            case "fp32" -> FP32;
            case "bf16" -> BF16;
            default ->
                throw new IllegalArgumentException(
                        "unknown precision '" + name + "'; known precisions: auto, fp32, bf16");
        };
    }

    /** The same for this device: {@code auto} is bf16 on CUDA, whose cards multiply it, and fp32 on MPS. */
    public static Precision named(String name, Device device) {
        if (!name.equals("auto") || device.isCpu()) return named(name);
        return device.kind() == Device.Kind.CUDA ? BF16 : FP32;
    }

    /** bf16 only where the processor multiplies it in hardware: by its flags, or by a short race where there are none. */
    static Precision fastest() {
        try {
            String flags = Files.readString(Path.of("/proc/cpuinfo"));
            return flags.contains("avx512_bf16") || flags.contains("amx_bf16") || flags.contains(" bf16") ? BF16 : FP32;
        } catch (IOException noSuchFile) {
            return race();
        }
    }

    private static Precision race() {
        try (Scope scope = new Scope()) {
            Tensor wide = Tensor.zeros(512, 512).plus(0.5);
            Tensor narrow = wide.toBfloat16();
            return multiplications(narrow) > 1.3 * multiplications(wide) ? BF16 : FP32;
        }
    }

    private static int multiplications(Tensor matrix) {
        matrix.linear(matrix);
        int done = 0;
        for (long end = System.nanoTime() + 50_000_000L; System.nanoTime() < end; done++) {
            try (Scope scope = new Scope()) {
                matrix.linear(matrix);
            }
        }
        return done;
    }

    /** Computes in this precision on the given device until it is closed. */
    public Cast on(Device device) {
        return new Cast(this == BF16, device);
    }

    /**
     * Automatic casting on this thread while it is open. libtorch would remember the narrow copies of weights, but for all
     * threads at once: what one of them forgets or casts again would change the last bits of another's gradients.
     */
    public static final class Cast implements AutoCloseable {
        private final boolean active;
        private final torch.DeviceType device;
        private final boolean before;

        private Cast(boolean active, Device device) {
            Engine.prepare();
            this.active = active;
            this.device = device.type();
            this.before = active && torch.is_autocast_enabled(this.device);
            if (!active) return;
            torch.set_autocast_dtype(this.device, torch.ScalarType.BFloat16);
            torch.set_autocast_enabled(this.device, true);
            torch.set_autocast_cache_enabled(false);
        }

        @Override
        public void close() {
            if (!active) return;
            torch.set_autocast_enabled(device, before);
        }
    }
}
