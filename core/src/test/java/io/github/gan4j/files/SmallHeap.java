package io.github.gan4j.files;

/** Makes images be decoded as if Java had less memory, until it is closed. */
public final class SmallHeap implements AutoCloseable {
    private final DecodingMemory before;

    private SmallHeap(DecodingMemory before) {
        this.before = before;
    }

    public static SmallHeap of(long bytes) {
        return new SmallHeap(DecodingMemory.share(new DecodingMemory(bytes)));
    }

    @Override
    public void close() {
        DecodingMemory.share(before);
    }
}
