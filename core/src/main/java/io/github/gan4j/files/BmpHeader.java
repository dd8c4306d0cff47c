package io.github.gan4j.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** What a BMP file says beside its pixels. */
final class BmpHeader {
    private static final int HEADER = 14, V5 = 124, EMBEDDED = 0x4d424544;

    private BmpHeader() {}

    static ImageFacts of(byte[] file) {
        return new ImageFacts(1, profile(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)), 1, 4);
    }

    private static Optional<byte[]> profile(ByteBuffer file) {
        if (file.capacity() < HEADER + V5 || file.getInt(HEADER) != V5 || file.getInt(HEADER + 56) != EMBEDDED)
            return Optional.empty();
        long from = HEADER + (file.getInt(HEADER + 112) & 0xffffffffL);
        long to = from + (file.getInt(HEADER + 116) & 0xffffffffL);
        boolean inside = to <= file.capacity() && from < to;
        return Optional.of(inside ? Arrays.copyOfRange(file.array(), (int) from, (int) to) : new byte[0]);
    }
}
