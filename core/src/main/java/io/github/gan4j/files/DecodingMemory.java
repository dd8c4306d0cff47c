package io.github.gan4j.files;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * How much of Java's memory may go into images that are being decoded. Whoever asks waits for the turn of those before, so
 * that what is read never depends on how many processors read it; an image that fits into no share is refused.
 */
public final class DecodingMemory {
    private static final int UNIT = 1 << 10;

    private static DecodingMemory shared =
            new DecodingMemory(Runtime.getRuntime().maxMemory());

    private final long heap;
    private final int units;
    private final Semaphore pixels;
    private final Semaphore files;

    /** Something that is done while memory is kept for it. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** An image that this Java has too little memory for: no fault of the image, so it must not be left out. */
    public static final class TooLittle extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        TooLittle(String message) {
            super(message);
        }
    }

    /** @param heap bytes of Java's memory; a quarter is shared by many images, and one alone may take half */
    DecodingMemory(long heap) {
        this.heap = heap;
        units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, heap / 4 / UNIT));
        pixels = new Semaphore(units, true);
        files = new Semaphore(units, true);
    }

    static DecodingMemory shared() {
        return shared;
    }

    /** For tests: the memory of another Java from here on; returns the one before. */
    static DecodingMemory share(DecodingMemory other) {
        DecodingMemory before = shared;
        shared = other;
        return before;
    }

    /**
     * Decodes an image when its turn comes.
     *
     * @throws TooLittle in one line with the setting that helps
     */
    <T> T decoding(long bytes, String name, Work<T> work) throws IOException {
        return during(pixels, bytes, name, work);
    }

    /**
     * Reads a file when its turn comes, and decodes it within that turn; never the other way round, so that nobody waits for
     * somebody who waits for him.
     */
    <T> T reading(long bytes, String name, Work<T> work) throws IOException {
        return during(files, bytes, name, work);
    }

    /**
     * Refuses what takes more memory at once than may go into a single image.
     *
     * @throws TooLittle in one line with the setting that helps
     */
    public static void require(long bytes, String name) {
        if (bytes > shared.heap / 2) throw shared.tooLittle(name, bytes);
    }

    private <T> T during(Semaphore free, long bytes, String name, Work<T> work) throws IOException {
        if (bytes > heap / 2) throw tooLittle(name, bytes);
        int wanted = (int) Math.min(units, bytes / UNIT + 1);
        free.acquireUninterruptibly(wanted);
        try {
            return work.done();
        } catch (OutOfMemoryError e) {
            throw tooLittle(name, bytes);
        } finally {
            free.release(wanted);
        }
    }

    private TooLittle tooLittle(String name, long bytes) {
        long wanted = Math.max(2 * bytes, heap + heap / 2) >> 28; // in steps of 256 MiB
        return new TooLittle(name + ": reading it needs about " + (bytes >> 20) + " MiB at once, and Java has "
                + (heap >> 20) + " MiB for everything; give it more, as in GAN4J_JAVA_OPTIONS=-Xmx" + 256 * (wanted + 1)
                + "m");
    }
}
