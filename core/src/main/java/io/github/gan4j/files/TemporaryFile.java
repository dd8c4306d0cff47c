package io.github.gan4j.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a file holds, unpacked into a temporary file that is deleted when this is closed, or at once where the system can do
 * without its name.
 *
 * @param of the file that is unpacked, for messages
 */
public record TemporaryFile(Path of, FileChannel channel) implements Closeable {
    /** Nothing that is unpacked may come to more. */
    private static final long MOST_BYTES = 64L << 30;

    /** The trouble is with the temporary file, not with what is unpacked. */
    public static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1;

        Unwritable(Path of, IOException cause) {
            super(
                    of + ": cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ": " + Reason.of(cause)
                            + "; unpack it yourself, or name another folder with GAN4J_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                    cause);
        }
    }

    /** An empty one. */
    public static TemporaryFile of(Path path) throws IOException {
        try {
            Path file = Files.createTempFile("gan4j-", ".tmp");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            try {
                Files.delete(file);
            } catch (IOException later) {
                // Windows deletes it when it is closed
            }
            return new TemporaryFile(path, channel);
        } catch (IOException e) {
            throw new Unwritable(path, e);
        }
    }

    /** Writes bytes behind those before. */
    public void append(ByteBuffer bytes) throws IOException {
        try {
            if (channel.position() + bytes.remaining() <= MOST_BYTES) {
                while (bytes.hasRemaining()) channel.write(bytes);
                return;
            }
        } catch (IOException e) {
            throw new Unwritable(of, e);
        }
        throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
    }

    /** Some of its bytes; may be called by several threads. */
    public byte[] bytes(long from, int length) throws IOException {
        return FileBytes.of(channel, from, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
