package io.github.gan4j.tensor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** The native library under the tensors: how many threads it uses, its random numbers, its handling of tiny numbers. */
public final class Engine {
    private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([^,\\s]+)");
    private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    static {
        // JavaCPP's default limit, four times the heap, throws OutOfMemoryError at an innocent line; it also asks the
        // system for the memory in use at every allocation, which doubles the cost of small operations.
        if (System.getProperty(PHYSICAL_LIMIT) == null) System.setProperty(PHYSICAL_LIMIT, "0");
    }

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(Engine::prepareThisThread);

    private Engine() {}

    /**
     * Called by every {@link Scope}: sets up the computing thread once. When one side of a game wins, gradients sink
     * below 1e-38 and processors slow down four-fold on such denormal numbers, so they are flushed to zero. The flag
     * belongs to a thread; libtorch's worker threads take it from the thread that starts them.
     */
    static void prepare() {
        PREPARED.get();
    }

    private static boolean prepareThisThread() {
        Natives.require();
        Context.setFlushDenormal(true);
        repeatOnCards();
        return true;
    }

    /**
     * Lets cards compute the same convolutions in the same way every time, and fp32 be numbers of 32 bits: cuDNN would else try out
     * what is fastest just now, and round to 10 bits of mantissa.
     */
    private static void repeatOnCards() {
        try (PointerScope scope = new PointerScope()) {
            Context all = torch.globalContext();
            all.setBenchmarkCuDNN(false);
            all.setDeterministicCuDNN(true);
            for (torch.Float32Op operation : List.of(torch.Float32Op.CONV, torch.Float32Op.MATMUL))
                all.setFloat32Precision(torch.Float32Backend.CUDA, operation, torch.Float32Precision.IEEE);
        }
    }

    /**
     * Binds libtorch's threads. The number decides the last bits of results, so a run writes it into its plan. OpenBLAS,
     * which knows nothing of them, is left one: its own threads spin beside libtorch's on the same cores, and two cores
     * then multiply small matrices nine times slower than without.
     *
     * @param threads at least 1
     */
    public static void useThreads(int threads) {
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        prepare();
        torch.set_num_threads(threads);
        try (Scope scope = new Scope()) {
            openblas_nolapack.blas_set_num_threads(1);
        }
    }

    /** How many threads a large operation uses. */
    public static int threads() {
        prepare();
        return torch.get_num_threads();
    }

    /** The version of libtorch, as the library itself states it; empty where it does not. */
    public static String version() {
        prepare();
        try (BytePointer config = torch.show_config()) {
            Matcher stated = VERSION.matcher(config.getString());
            return stated.find() ? stated.group(1) : "";
        }
    }

    /** Starts the random numbers of this thread, which has its own from now on, anew; equal seeds give equal numbers. */
    public static void seed(long seed) {
        prepare();
        RandomNumbers.seed(seed);
    }

    /**
     * Starts the random numbers that belong to one moment of a run: a pure function of the run's seed and the moment,
     * so a resumed run needs no stored random state; each of several {@link Replicas} has numbers of its own. Mixed by
     * SplitMix64 (Steele, Lea and Flood 2014).
     */
    public static void seed(long seed, long moment) {
        seed(mixed(seed, moment));
    }

    static long mixed(long seed, long moment) {
        long mixed = mixed(mixed(seed) + moment);
        int replica = Replicas.number();
        return replica == 0 ? mixed : mixed(mixed + replica);
    }

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
