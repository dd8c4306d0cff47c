package io.github.gan4j.experiment;

import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Scores generated samples, and real ones, by the rule of a benchmark. */
interface BenchmarkJudge extends TrialJudge {
    /** Added to the seeds of real samples, which makes them others than any training has seen. */
    long UNSEEN = 0x7265616c73L;

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
}
