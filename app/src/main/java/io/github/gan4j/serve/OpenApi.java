package io.github.gan4j.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the routes as OpenAPI 3.0. */
final class OpenApi {
    private static final byte[] DOCUMENT = read();

    private OpenApi() {}

    private static byte[] read() {
        try (InputStream stream = OpenApi.class.getResourceAsStream("openapi.json")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] document() {
        return DOCUMENT;
    }
}
