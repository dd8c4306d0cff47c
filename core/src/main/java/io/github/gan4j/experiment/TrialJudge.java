package io.github.gan4j.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Scores what a trial has trained. One thread at a time; whoever opened it closes it. */
interface TrialJudge extends AutoCloseable {
    /**
     * Scores a run that has ended.
     *
     * @param seed of the trial
     * @param notice hears one line about everything odd
     */
    Assessment assess(Path run, long seed, Consumer<String> notice) throws IOException;

    @Override
    default void close() {}
}
