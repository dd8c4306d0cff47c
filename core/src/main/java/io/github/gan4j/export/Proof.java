package io.github.gan4j.export;

import java.util.List;

/**
 * How much a written file differs from the network that was exported, on fixed inputs.
 *
 * @param file its name
 * @param format as {@link ExportFormat} says it
 * @param bytes of the file
 * @param ranBy what computed the file again
 * @param batches sizes of the batches that were compared; empty where only weights were
 * @param difference the largest of any number that came out; where an output goes beyond 1, as a share of its largest number
 * @param bound above which the file is not left behind
 */
public record Proof(
        String file, String format, long bytes, String ranBy, List<Integer> batches, double difference, double bound) {
    /** For weights and arithmetic of 32 bits. */
    static final double FULL = 1e-3;

    /** For weights of 16 bits. */
    static final double HALF = 2e-2;

    public Proof {
        batches = List.copyOf(batches);
    }

    /** Whether the file computes the same. */
    public boolean holds() {
        return difference <= bound;
    }
}
