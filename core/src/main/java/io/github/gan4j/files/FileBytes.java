package io.github.gan4j.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file, read from where it lies without moving the channel, so that several threads may read. */
public final class FileBytes {
    private FileBytes() {}

    /** @throws EOFException when the file ends before */
    public static byte[] of(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) if (channel.read(bytes, from + bytes.position()) < 0) throw new EOFException();
        return bytes.array();
    }
}
