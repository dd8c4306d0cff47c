package io.github.gan4j.files;

import java.io.IOException;
import java.io.InputStream;

/** A file inside an archive, read within a bound. */
public final class Archived {
    private Archived() {}

    /** Opens a file inside an archive. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * All bytes of a file.
     *
     * @param name of the file, for messages
     * @param most how many bytes it may have, whatever it claims
     * @throws IOException in one line that begins with the name, whatever is wrong with the archive
     */
    public static byte[] bytes(String name, int most, Opening opening) throws IOException {
        byte[] bytes;
        try (InputStream in = opening.open()) {
            bytes = in.readNBytes(most + 1);
        } catch (IOException | RuntimeException damaged) {
            throw new IOException(name + ": cannot be read: " + Reason.of(damaged), damaged);
        }
        if (bytes.length > most) throw new IOException(name + ": is longer than the " + most + " bytes that are read");
        return bytes;
    }
}
