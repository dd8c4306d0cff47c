package io.github.gan4j.experiment;

import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Scores generated samples, and real ones, by the rule of a benchmark. */
interface BenchmarkJudge extends TrialJudge {
    /** Added to the seeds of real samples, which makes them others than any training has seen. */
    long UNSEEN = 0x7265616c73L;

    int AT_ONCE = 1000;

    /**
     * Scores samples of a generator.
     *
     * @param seed of the latents: other seeds, other samples
     */
    Assessment assess(TrainedGenerator generator, long seed) throws IOException;

    /** Scores as many real samples: the best that a generator can be expected to reach. */
    Assessment assessReals(long seed) throws IOException;

    @Override
    default Assessment assess(Path run, long seed, Consumer<String> notice) throws IOException {
        try (TrainedGenerator generator = TrainedGenerator.open(run, notice)) {
            return assess(generator, seed);
        }
    }

    /** Samples of latents that no picture of a training shows: those have seeds below a million. */
    static float[] samples(TrainedGenerator generator, long seed, int first, int count) {
        return generator.samples(generator.latents().of(1_000_000 * (seed + 1) + first, count));
    }

    /** The first samples, {@code [count, numbers]} flattened. */
    static float[] samples(TrainedGenerator generator, long seed, int count) {
        int width = generator.shape().size();
        float[] all = new float[Math.multiplyExact(count, width)];
        for (int first = 0; first < count; first += AT_ONCE) {
            float[] part = samples(generator, seed, first, Math.min(AT_ONCE, count - first));
            System.arraycopy(part, 0, all, first * width, part.length);
        }
        return all;
    }
}
