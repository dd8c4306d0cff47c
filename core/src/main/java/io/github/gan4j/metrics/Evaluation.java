package io.github.gan4j.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What metrics say of some generated samples, and everything that decides whether it can be compared.
 *
 * @param about one line for people: whose samples these are
 * @param reals one line for people: what they were compared with
 * @param realsChecksum of the data that the reals are from
 * @param split which part of it the reals are, and which the floor is from
 * @param extractor its name, and how it prepares images
 * @param extractorHash identifies everything that decides what the extractor sees
 * @param leftOut metrics that could not be computed, with the reason
 */
public record Evaluation(
        String about,
        String reals,
        String realsChecksum,
        String split,
        String extractor,
        String extractorHash,
        List<Judgement> judgements,
        List<String> leftOut) {
    private static final long MOST_BYTES = 1 << 20;

    public Evaluation {
        judgements = List.copyOf(judgements);
        leftOut = List.copyOf(leftOut);
    }

    /** The judgement by this name of a score. */
    public Optional<Judgement> judgement(String name) {
        return judgements.stream()
                .filter(judgement -> judgement.score().name().equals(name))
                .findFirst();
    }

    /** A table for people. */
    public String table() {
        return EvaluationTable.of(this);
    }

    /** As JSON; {@link #read} understands it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("about", about)
                .put("reals", reals)
                .put("realsChecksum", realsChecksum)
                .put("split", split)
                .put("extractor", extractor)
                .put("extractorHash", extractorHash);
        for (Judgement judgement : judgements) {
            ObjectNode row = json.withArray("scores").addObject();
            write(judgement.score(), row);
            write(judgement.floor(), row.putObject("floor"));
        }
        leftOut.forEach(json.putArray("leftOut")::add);
        return (ObjectNode) Json.tree(json);
    }

    /** Writes the JSON whole or not at all. */
    public void write(Path target) throws IOException {
        AtomicFile.writeString(target, toJson().toPrettyString() + "\n");
    }

    private static void write(Score score, ObjectNode row) {
        row.put("name", score.name())
                .put("value", score.value())
                .put("better", score.better().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("reals", score.reals())
                .put("fakes", score.fakes());
        score.interval().ifPresent(found -> row.putObject("interval")
                .put("low", found.low())
                .put("high", found.high())
                .put("method", found.method()));
        score.notes().forEach(row.putArray("notes")::add);
    }

    /**
     * Reads what {@code gan4j evaluate --json} wrote.
     *
     * @throws IOException in one line, when it is something else
     */
    public static Evaluation read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file");
        if (Files.size(file) > MOST_BYTES)
            throw new IOException(file + ": has more than the " + MOST_BYTES + " bytes of an evaluation");
        try {
            ObjectNode json = Json.parse(Files.readAllBytes(file));
            List<Judgement> judgements = new ArrayList<>();
            for (JsonNode row : json.path("scores"))
                judgements.add(new Judgement(score(row), score(row.path("floor"))));
            if (judgements.isEmpty()) throw new IllegalArgumentException("it holds no scores");
            return new Evaluation(
                    json.path("about").asText(),
                    json.path("reals").asText(),
                    json.path("realsChecksum").asText(),
                    json.path("split").asText(),
                    json.path("extractor").asText(),
                    json.path("extractorHash").asText(),
                    judgements,
                    texts(json.path("leftOut")));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new IOException(file + ": is no evaluation that gan4j has written: " + wrong.getMessage(), wrong);
        }
    }

    private static Score score(JsonNode row) {
        JsonNode interval = row.path("interval");
        return new Score(
                row.path("name").asText(),
                row.path("value").asDouble(),
                Better.valueOf(
                        row.path("better").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                row.path("reals").asInt(),
                row.path("fakes").asInt(),
                interval.isObject()
                        ? Optional.of(new Interval(
                                interval.path("low").asDouble(),
                                interval.path("high").asDouble(),
                                interval.path("method").asText()))
                        : Optional.empty(),
                texts(row.path("notes")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) texts.add(text.asText());
        return texts;
    }
}
