package io.github.gan4j.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as editors on all systems write it: UTF-8, with or without a byte order mark, and UTF-16 with one. */
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

    /** @throws IOException without a file name, when the bytes are neither */
    public static String of(byte[] bytes) throws IOException {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        Charset charset = first == 0xfeff || first == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("it is not text in UTF-8 or UTF-16; save it as UTF-8", e);
        }
    }
}
