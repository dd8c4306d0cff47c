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
        TemporaryFile unpacked = TemporaryFile.of(path);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path), PIECE), PIECE)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece))
                unpacked.append(ByteBuffer.wrap(piece, 0, read));
            return unpacked.channel();
        } catch (IOException e) {
            unpacked.close();
            throw e instanceof TemporaryFile.Unwritable
                    ? e
                    : new IOException(path + ": cannot be unpacked: " + Reason.of(e), e);
        }
    }
}
