package io.github.gan4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What one of several processes writes on standard output, as it comes, less the lines of Gloo: it prints what it is connected to,
 * has no setting against that, and {@code --json} would not be JSON with them.
 */
final class RankOutput {
    private static final byte[] GLOO = "[Gloo] ".getBytes(StandardCharsets.US_ASCII);
    private static final int WITHIN_LINE = -1;

    private final PrintStream to;
    private boolean dropped;
    private int matched;

    private RankOutput(PrintStream to) {
        this.to = to;
    }

    /** Passes everything on until it ends. */
    static void pass(InputStream from, PrintStream to) {
        RankOutput output = new RankOutput(to);
        byte[] some = new byte[8192];
        try (from) {
            for (int count = from.read(some); count >= 0; count = from.read(some)) {
                for (int i = 0; i < count; i++) output.next(some[i]);
                to.flush();
            }
        } catch (IOException ended) {
            // with its process
        }
        output.heldBack();
        to.flush();
    }

    private void next(byte one) {
        boolean begins = matched >= 0 && matched < GLOO.length && one == GLOO[matched];
        if (begins) {
            matched++;
            dropped = matched == GLOO.length;
            return;
        }
        if (!dropped) {
            heldBack();
            to.write(one);
        }
        if (one == '\n') {
            dropped = false;
            matched = 0;
        }
    }

    /** What looked like the beginning of such a line, and was not. */
    private void heldBack() {
        if (!dropped && matched > 0) to.write(GLOO, 0, matched);
        matched = WITHIN_LINE;
    }
}
