package io.github.gan4j.files;

import java.io.EOFException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes as an image stream whose end costs nothing: readers that ask for bytes behind the end of a cut file, once for each
 * pixel, would spend minutes in filling in stack traces.
 */
final class ByteImageStream extends ImageInputStreamImpl {
    private static final EOFException END = new EOFException() {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    };

    private final byte[] bytes;

    ByteImageStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        bitOffset = 0;
        if (length == 0) return 0;
        int found = (int) Math.min(length, bytes.length - streamPos);
        if (found <= 0) return -1;
        System.arraycopy(bytes, (int) streamPos, into, from, found);
        streamPos += found;
        return found;
    }

    @Override
    public byte readByte() throws EOFException {
        int read = read();
        if (read < 0) throw END;
        return (byte) read;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
