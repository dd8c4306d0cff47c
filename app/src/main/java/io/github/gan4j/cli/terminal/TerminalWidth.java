package io.github.gan4j.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The width of the terminal, queried again now and then since windows are resized. Terminal libraries know it too, but they
 * intercept Ctrl-C, and with it the chance to end a run with a checkpoint.
 */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(10);

    private int columns = asked();
    private long when = System.nanoTime();

    int now() {
        if (System.nanoTime() - when > NANOS_BETWEEN) {
            columns = asked();
            when = System.nanoTime();
        }
        return columns;
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return of(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException noSuchProgram) {
            return USUAL;
        }
    }

    /** From rows and columns; 80 where they are not known. */
    static int of(String rowsAndColumns) {
        String[] numbers = rowsAndColumns.strip().split(" ");
        boolean known = numbers.length == 2 && numbers[1].matches("[1-9]\\d{0,4}");
        return known ? Integer.parseInt(numbers[1]) : USUAL;
    }
}
