package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How requests are read and answers are written. */
final class Replies {
    /** Slow senders take no more of the threads than these. */
    private static final Semaphore BODIES = new Semaphore(24);

    private static final long MOST_BODY_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final int MOST_JSON_BYTES = 1 << 20;

    private Replies() {}

    static void json(Context context, Object value) {
        context.contentType("application/json").header("Cache-Control", "no-store");
        context.result(
                value instanceof JsonNode node
                        ? node.toString()
                        : Json.tree(value).toString());
    }

    /** @throws Refusal when it is too long, IllegalArgumentException when it is no JSON object */
    static ObjectNode body(Context context) throws IOException {
        byte[] bytes = bytes(context, MOST_JSON_BYTES);
        if (bytes.length == 0) return Json.object();
        try {
            return Json.parse(bytes);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the request cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    /** @throws Refusal when there are more than {@code most} */
    static byte[] bytes(Context context, int most) throws IOException {
        if (!BODIES.tryAcquire()) throw new Refusal(503, "too many requests at once are sending their bodies");
        try {
            return withinDeadline(context.req().getInputStream(), most);
        } finally {
            BODIES.release();
        }
    }

    private static byte[] withinDeadline(InputStream body, int most) throws IOException {
        long until = System.nanoTime() + MOST_BODY_NANOS;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 14];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > most) throw Refusal.tooLarge("a request of this kind has at most " + most + " bytes");
            if (System.nanoTime() > until) throw new Refusal(408, "the body of the request came too slowly");
        }
        return bytes.toByteArray();
    }

    static void png(Context context, Picture picture) throws IOException {
        context.contentType("image/png").header("Cache-Control", "no-store").result(ImageFile.png(picture));
    }

    /** A picture as text, for JSON. */
    static String encoded(Picture picture) throws IOException {
        return Base64.getEncoder().encodeToString(ImageFile.png(picture));
    }

    /** The answer is kept as a file of this name, not shown. */
    static Context download(Context context, String name) {
        return context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** A file that a browser may keep as long as it is the same. */
    static void file(Context context, Path file, String type) throws IOException {
        String tag = Files.getLastModifiedTime(file).toMillis() + "-" + Files.size(file);
        if (!isKnown(context, tag)) context.contentType(type).result(Files.readAllBytes(file));
    }

    /** A JSON answer, or none where the browser has the same already. */
    static void unlessKnown(Context context, JsonNode value) {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        unlessKnown(context, Checksum.sha256(bytes).substring(0, 24), "application/json", bytes);
    }

    /** @param tag another for another answer at this address */
    static void unlessKnown(Context context, String tag, String type, byte[] bytes) {
        if (!isKnown(context, tag)) context.contentType(type).result(bytes);
    }

    /** Whether the browser has the answer with this tag already, which is then all of the answer. */
    static boolean isKnown(Context context, String tag) {
        String quoted = "\"" + tag + "\"";
        context.header("Cache-Control", "no-cache").header("ETag", quoted);
        boolean isKnown = quoted.equals(context.header("If-None-Match"));
        if (isKnown) context.status(304);
        return isKnown;
    }

    /** A whole number in a path, such as a moment. */
    static long whole(String text) {
        if (!text.matches("\\d{1,18}")) throw Refusal.missing("there is no '" + text + "'");
        return Long.parseLong(text);
    }
}
