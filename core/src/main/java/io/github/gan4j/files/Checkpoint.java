package io.github.gan4j.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A run at one moment: numbers in a safetensors file, everything else in a JSON file that vouches for both.
 *
 * @param file the safetensors file; the JSON lies beside it
 * @param metadata whatever training put there, not interpreted here
 */
public record Checkpoint(Path file, long imagesSeen, long step, ObjectNode metadata) {
    private static final int MOST_JSON_BYTES = 16 << 20;

    /** Its name inside the run folder: {@code checkpoints/000012800.safetensors}. */
    public String name() {
        return shown(file);
    }

    /** The tensors of this checkpoint. */
    public Safetensors.Contents read() throws IOException {
        return Safetensors.read(file);
    }

    /** Writes the JSON that makes a checkpoint of a safetensors file; it comes last, so that it commits. */
    void commit() throws IOException {
        ObjectNode json = Json.object()
                .put("imagesSeen", imagesSeen)
                .put("step", step)
                .put("bytes", Files.size(file))
                .put("sha256", Checksum.sha256(file));
        json.set("metadata", Json.tree(metadata));
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        json.put("seal", seal(Json.parse(text)));
        AtomicFile.writeString(json(file), json.toPrettyString() + "\n");
    }

    /** The checksum of the JSON itself without its seal, as it is read back. */
    private static String seal(ObjectNode json) {
        return Checksum.sha256(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Path json(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    /**
     * The checkpoint of this safetensors file, verified byte by byte.
     *
     * @throws DamagedException in a few words that name the damaged file relative to the run folder
     * @throws IOException in one line, when a file cannot be read for another reason
     */
    static Checkpoint verified(Path file) throws IOException {
        ObjectNode json = sealed(json(file));
        // a disk that does not answer is no missing file
        if (Files.notExists(file)) throw new DamagedException(shown(file) + ": is missing");
        long bytes = Files.size(file);
        if (bytes != json.path("bytes").asLong())
            throw new DamagedException(shown(file) + ": has " + bytes + " bytes, expected "
                    + json.path("bytes").asLong());
        if (!Checksum.sha256(file).equals(json.path("sha256").asText()))
            throw new DamagedException(shown(file) + ": checksum differs from the one in its json");
        Safetensors.check(file);
        long imagesSeen = json.path("imagesSeen").asLong();
        if (!file.getFileName().toString().startsWith(Checkpoints.name(imagesSeen) + "."))
            throw new DamagedException(shown(file) + ": was saved at " + imagesSeen + " images and renamed since");
        return new Checkpoint(file, imagesSeen, json.path("step").asLong(), json.withObject("metadata"));
    }

    private static ObjectNode sealed(Path file) throws IOException {
        byte[] text = text(file);
        try {
            ObjectNode json = Json.parse(text);
            JsonNode seal = json.remove("seal");
            boolean whole = seal != null && seal.asText().equals(seal(json));
            if (!whole) throw new IOException("its contents differ from its seal");
            return json;
        } catch (IOException e) {
            throw new DamagedException(shown(file) + ": " + Reason.of(e), e);
        }
    }

    private static byte[] text(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_JSON_BYTES)
                throw new DamagedException(shown(file) + ": has more than " + MOST_JSON_BYTES + " bytes");
            return Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            throw new DamagedException(shown(file) + ": " + Reason.of(absent), absent);
        } catch (DamagedException tooLong) {
            throw tooLong;
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /** The last two names of a path: {@code checkpoints/000012800.json}. */
    static String shown(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }
}
