package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.model.Best;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Scores a run by its own events: the metric as it was measured last, the discriminators' share of all turns, and the
 * means of p_real and p_fake over the last third.
 *
 * @param metric the name of the score, {@code frechet-distance}
 */
record RaceJudge(String metric) implements TrialJudge {
    static final ScoreColumn TURNS = new ScoreColumn("discriminatorTurns", "D turns %", 100, 0);
    static final ScoreColumn P_REAL = new ScoreColumn("pReal", "p_real", 1, 2);
    static final ScoreColumn P_FAKE = new ScoreColumn("pFake", "p_fake", 1, 2);

    /** The column by which the race is decided. */
    ScoreColumn deciding() {
        return new ScoreColumn(metric, Metrics.title(metric), 1, 4);
    }

    List<ScoreColumn> columns() {
        return List.of(deciding(), TURNS, P_REAL, P_FAKE);
    }

    @Override
    public Assessment assess(Path run, long seed, Consumer<String> notice) throws IOException {
        List<ObjectNode> events = JsonLines.read(new RunFolder(run).events());
        ObjectNode last = events.get(events.size() - 1);
        return new Assessment(
                List.of(
                        Best.value(last, metric),
                        discriminatorTurns(events),
                        late(events, P_REAL, last),
                        late(events, P_FAKE, last)),
                Optional.empty());
    }

    private static double discriminatorTurns(List<ObjectNode> events) {
        double discriminators = 0, all = 0;
        for (ObjectNode event : events)
            for (Map.Entry<String, JsonNode> player : event.path("players").properties()) {
                double turns = player.getValue().path("turns").asDouble();
                all += turns;
                if (!player.getKey().startsWith("generator")) discriminators += turns;
            }
        return all > 0 ? discriminators / all : Double.NaN;
    }

    private static double late(List<ObjectNode> events, ScoreColumn column, ObjectNode last) {
        long images = last.path("imagesSeen").asLong();
        return events.stream()
                .filter(event -> event.path(column.name()).isNumber()
                        && event.path("imagesSeen").asLong() > images * 2 / 3)
                .mapToDouble(event -> event.path(column.name()).asDouble())
                .average()
                .orElse(Double.NaN);
    }
}
