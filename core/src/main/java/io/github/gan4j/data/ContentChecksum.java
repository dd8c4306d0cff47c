package io.github.gan4j.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up what identifies a data source: the first 16 hexadecimal digits of a SHA-256. */
final class ContentChecksum {
    private final MessageDigest digest;

    ContentChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(String text) {
        return new ContentChecksum().add(text).value();
    }

    ContentChecksum add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** Texts are preceded by their length, so that "ab", "c" and "a", "bc" differ. */
    ContentChecksum add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length).add(bytes, 0, bytes.length);
    }

    ContentChecksum add(int number) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(number).array(), 0, Integer.BYTES);
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
