package io.github.gan4j.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text as editors on all systems write it: UTF-8, with or without a byte order mark, and UTF-16. */
public final class PlainText {
    static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

    private PlainText() {}

    /** Bytes as UTF-8, where they are that. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    /** A name in an archive: UTF-8, and where it is not that, code page 437, in which all bytes have a meaning. */
    static String name(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> new String(bytes, CODE_PAGE_437));
    }

    /** Without a byte order mark, UTF-16 shows itself by the zero beside its first letter. */
    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 1 : bytes[0] & 0xff, second = bytes.length < 2 ? 1 : bytes[1] & 0xff;
        int both = first << 8 | second;
        if (both == 0xfeff || both == 0xfffe) return StandardCharsets.UTF_16;
        if (first == 0 == (second == 0)) return StandardCharsets.UTF_8;
        return first == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** A text without the byte order mark that editors may put before it. */
    static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** @throws IOException in one line that names the file, when it cannot be read or is neither */
    public static String in(Path file) throws IOException {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IOException(file + ": " + Reason.of(unreadable), unreadable);
        }
    }

    /** @throws IOException without a file name, when the bytes are neither */
    public static String of(byte[] bytes) throws IOException {
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return unmarked(text);
        } catch (CharacterCodingException e) {
            throw new IOException("it is not text in UTF-8 or UTF-16; save it as UTF-8", e);
        }
    }
}
