package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one seed of one recipe came to.
 *
 * @param images seen in training
 * @param seconds of training
 * @param scores one number for each measure of the benchmark, in order
 */
record Result(long seed, long images, double seconds, List<Double> scores) {
    private static final long MOST_BYTES = 1 << 16;

    Result {
        scores = List.copyOf(scores);
    }

    void write(Path file) throws IOException {
        ObjectNode json = Json.object();
        json.put("seed", seed).put("images", images).put("seconds", seconds);
        ArrayNode numbers = json.putArray("scores");
        scores.forEach(numbers::add);
        AtomicFile.writeString(file, json.toPrettyString());
    }

    /** @throws IOException in one line, when the file is damaged */
    static Result read(Path file, int measures) throws IOException {
        if (Files.size(file) > MOST_BYTES) throw damaged(file, "it is too large");
        ObjectNode json;
        try {
            json = Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw damaged(file, e.getMessage());
        }
        List<Double> scores = new ArrayList<>();
        for (JsonNode score : json.path("scores")) scores.add(score.asDouble(Double.NaN));
        if (scores.size() != measures || scores.stream().anyMatch(score -> Double.isNaN(score)))
            throw damaged(file, "it needs " + measures + " scores");
        return new Result(
                json.path("seed").asLong(),
                json.path("images").asLong(),
                json.path("seconds").asDouble(),
                scores);
    }

    private static IOException damaged(Path file, String why) {
        return new IOException(file + ": is not a result of this benchmark (" + why + "); delete it to judge again");
    }
}
