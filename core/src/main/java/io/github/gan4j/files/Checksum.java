package io.github.gan4j.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums as lower-case hexadecimal digits: SHA-256, and MD5 for what was published with it. */
public final class Checksum {
    private Checksum() {}

    /** The checksum of these bytes. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
    }

    /** The checksum of a file, read in pieces. */
    public static String sha256(Path file) throws IOException {
        return of(file, "SHA-256");
    }

    /** The MD5 of a file, read in pieces: good against accidents, not against people. */
    public static String md5(Path file) throws IOException {
        return of(file, "MD5");
    }

    private static String of(Path file, String algorithm) throws IOException {
        MessageDigest digest = digest(algorithm);
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) digest.update(piece, 0, read);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + Reason.of(e), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
