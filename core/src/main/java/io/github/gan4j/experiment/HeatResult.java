package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What one seed of one candidate came to.
 *
 * @param images seen
 * @param seconds of training
 * @param score by the metric of the race; NaN where a player broke
 * @param discriminatorTurns part of all turns that discriminators took
 * @param pReal mean over the last third of the run
 * @param pFake the same of fakes
 */
record HeatResult(long images, double seconds, double score, double discriminatorTurns, double pReal, double pFake) {
    static HeatResult of(Training training, double score, List<ObjectNode> events) {
        double[] turns = new double[2];
        for (ObjectNode event : events)
            for (Map.Entry<String, JsonNode> player : event.path("players").properties())
                turns[player.getKey().startsWith("generator") ? 1 : 0] +=
                        player.getValue().path("turns").asDouble();
        double all = turns[0] + turns[1];
        return new HeatResult(
                training.images(),
                training.seconds(),
                score,
                all > 0 ? turns[0] / all : Double.NaN,
                late(events, "pReal", training.images()),
                late(events, "pFake", training.images()));
    }

    static HeatResult ofBroken(long images) {
        return new HeatResult(images, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    boolean broke() {
        return Double.isNaN(score);
    }

    private static double late(List<ObjectNode> events, String key, long images) {
        return events.stream()
                .filter(event ->
                        event.path(key).isNumber() && event.path("imagesSeen").asLong() > images * 2 / 3)
                .mapToDouble(event -> event.path(key).asDouble())
                .average()
                .orElse(Double.NaN);
    }

    ObjectNode toJson() {
        return (ObjectNode) Json.tree(Json.object()
                .put("images", images)
                .put("seconds", seconds)
                .put("score", score)
                .put("discriminatorTurns", discriminatorTurns)
                .put("pReal", pReal)
                .put("pFake", pFake));
    }

    static HeatResult read(ObjectNode json) throws IOException {
        if (!json.path("images").isIntegralNumber() || !json.has("score"))
            throw new IOException("it needs images and score");
        return new HeatResult(
                json.path("images").asLong(),
                json.path("seconds").asDouble(),
                json.path("score").asDouble(Double.NaN),
                json.path("discriminatorTurns").asDouble(Double.NaN),
                json.path("pReal").asDouble(Double.NaN),
                json.path("pFake").asDouble(Double.NaN));
    }
}
