package io.github.gan4j.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/** Files compressed with gzip. */
final class Gzip {
    private static final int PIECE = 1 << 16;

    /** No archive that is unpacked may come to more. */
    private static final long MOST_BYTES = 64L << 30;

    private Gzip() {}

    static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    static FileChannel channel(Path path) throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    /**
     * What a file holds in a temporary file that is deleted when the channel is closed, or at once where the system can do
     * without its name.
     */
    static FileChannel unpacked(Path path) throws IOException {
        FileChannel channel = temporary(path);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path), PIECE), PIECE)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (channel.size() > MOST_BYTES)
                    throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
                write(channel, ByteBuffer.wrap(piece, 0, read));
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e instanceof Unwritable
                    ? new IOException(path + ": " + e.getMessage(), e)
                    : new IOException(path + ": cannot be unpacked: " + Reason.of(e), e);
        }
    }

    private static FileChannel temporary(Path path) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            file = Files.createTempFile("gan4j-", ".tar");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            try {
                Files.delete(file);
            } catch (IOException later) {
                // Windows deletes it when it is closed
            }
            return channel;
        } catch (IOException e) {
            throw new IOException(path + ": " + unwritable(e).getMessage(), e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Unwritable unwritable(IOException e) {
        return new Unwritable(
                "cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ": " + Reason.of(e)
                        + "; unpack it yourself, or name another folder with GAN4J_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                e);
    }

    /** The trouble is with the temporary file, not with the archive. */
    private static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1;

        Unwritable(String message, IOException cause) {
            super(message, cause);
        }
    }
}
