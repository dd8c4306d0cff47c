package io.github.gan4j.experiment;

import io.github.gan4j.model.TrainedGenerator;
import java.io.IOException;

/** Says how good samples are by the rules of one benchmark. One thread at a time; whoever opened it closes it. */
interface Judge extends AutoCloseable {
    /**
     * What it says of a generator.
     *
     * @param seed of the latents: other seeds, other samples
     */
    Verdict of(TrainedGenerator generator, long seed) throws IOException;

    /** What it says of real samples, as many: the best that a generator can be expected to reach. */
    Verdict ofReals(long seed) throws IOException;

    @Override
    default void close() {}
}
