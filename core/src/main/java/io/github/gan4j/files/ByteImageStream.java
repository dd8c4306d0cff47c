package io.github.gan4j.files;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes as an image stream whose end costs nothing: readers that ask for bytes behind the end of a cut file, once for each
 * pixel, would spend minutes in filling in stack traces. Or whose end is an error that no reader takes for the end of its
 * work, since some go on to make tables out of bits that are not there.
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
    private final boolean complete;

    ByteImageStream(byte[] bytes) {
        this(bytes, false);
    }

    /** @param complete whether nothing behind the end is ever asked for where the file is intact */
    ByteImageStream(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) return 0;
        int found = (int) Math.min(length, bytes.length - streamPos);
        if (found <= 0) return end();
        System.arraycopy(bytes, (int) streamPos, into, from, found);
        streamPos += found;
        return found;
    }

    private int end() throws IOException {
        if (complete) throw new IOException("it is cut short");
        return -1;
    }

    @Override
    public byte readByte() throws IOException {
        int read = read();
        if (read < 0) throw END;
        return (byte) read;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
