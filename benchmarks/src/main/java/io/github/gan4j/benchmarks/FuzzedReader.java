package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A reader of files and sound files for it to start from.
 *
 * @param ending of the file that is read, or its name within a folder of its own
 * @param least megabytes that a reading may allocate, whatever the file
 * @param multiple bytes that it may allocate beyond for each byte of the file
 */
record FuzzedReader(String name, String ending, List<byte[]> seeds, int least, int multiple, Reading reading) {
    /** Reads one file. */
    @FunctionalInterface
    interface Reading {
        void of(Path file) throws IOException;
    }

    long most(int length) {
        return ((long) least << 20) + (long) multiple * length;
    }
}
