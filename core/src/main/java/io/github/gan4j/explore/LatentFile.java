package io.github.gan4j.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Latents in a JSON file: an object whose {@code latents} is a list of lists of numbers, and which may tell more. What
 * {@code project} and {@code mix} write, and {@code sample}, {@code walk} and {@code mix} read.
 */
public final class LatentFile {
    private static final String KEY = "latents";
    private static final long MOST_BYTES = 256L << 20;

    private LatentFile() {}

    /**
     * All latents of a file.
     *
     * @param size how many numbers each must have
     * @throws IOException in one line that names the file
     */
    public static List<float[]> read(Path file, int size) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file");
        if (Files.size(file) > MOST_BYTES)
            throw new IOException(file + ": a file of latents has at most " + MOST_BYTES + " bytes");
        try {
            JsonNode rows = Json.parse(Files.readAllBytes(file)).path(KEY);
            if (!rows.isArray() || rows.isEmpty())
                throw new IOException("it has no latents; expected {\"latents\": [[0.1, -1.2, ...], ...]}");
            List<float[]> latents = new ArrayList<>();
            for (JsonNode row : rows) latents.add(latent(row, size));
            return latents;
        } catch (IOException wrong) {
            throw new IOException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static float[] latent(JsonNode row, int size) throws IOException {
        if (!row.isArray() || row.size() != size)
            throw new IOException("a latent of this generator has " + size + " numbers, got "
                    + (row.isArray()
                            ? String.valueOf(row.size())
                            : row.getNodeType().name().toLowerCase(Locale.ROOT)));
        float[] latent = new float[size];
        for (int i = 0; i < size; i++) {
            latent[i] = row.get(i).floatValue();
            if (!row.get(i).isNumber() || !Float.isFinite(latent[i]))
                throw new IOException("a latent has finite numbers only, got " + row.get(i));
        }
        return latent;
    }

    /** Writes latents, whole or not at all, after everything else that the file holds, a record or an object. */
    public static void write(Path file, Object more, List<float[]> latents) throws IOException {
        ObjectNode whole = (ObjectNode) Json.tree(more);
        whole.set(KEY, Json.tree(latents));
        Json.write(file, whole);
    }
}
