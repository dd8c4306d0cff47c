package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Chart;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * p_real above p_fake over images seen, a line for each candidate, which is a mean over its seeds.
 *
 * @param events of all seeds, by the titles of the candidates
 */
record BalanceChart(Map<String, List<ObjectNode>> events) {
    /** As many as there are colours. */
    static final int MOST = 7;

    private static final int PARTS = 60;
    private static final int GAP = 8;

    /** @throws IOException in one line, also where this Java cannot draw */
    void write(Path target) throws IOException {
        Picture reals = chart("p_real: what the discriminator believes of reals", RaceJudge.P_REAL)
                .drawn(target);
        Picture fakes =
                chart("p_fake: what it believes of fakes", RaceJudge.P_FAKE).drawn(target);
        ImageFile.writePng(target, Picture.grid(List.of(reals, fakes), 1, GAP));
    }

    private Chart chart(String title, ScoreColumn belief) {
        double most = events.values().stream()
                .flatMap(List::stream)
                .mapToDouble(BalanceChart::images)
                .max()
                .orElse(0);
        Chart.Series[] series = events.entrySet().stream()
                .map(one -> mean(one.getKey(), one.getValue(), belief.name(), most))
                .toArray(Chart.Series[]::new);
        return Chart.of(title, "images seen", "probability of being real", series)
                .within(0, 1)
                .guidedBy(0.5);
    }

    /** Means over equal parts of the longest line; a part without an event is a gap that is closed. */
    private static Chart.Series mean(String name, List<ObjectNode> events, String key, double most) {
        Map<Integer, List<ObjectNode>> parts = events.stream()
                .filter(event -> event.path(key).isNumber())
                .collect(Collectors.groupingBy(
                        event -> (int) Math.min(PARTS - 1, images(event) / most * PARTS),
                        TreeMap::new,
                        Collectors.toList()));
        return new Chart.Series(name, means(parts, "imagesSeen"), means(parts, key));
    }

    private static double[] means(Map<Integer, List<ObjectNode>> parts, String key) {
        return parts.values().stream()
                .map(part -> part.stream().collect(Collectors.averagingDouble(event -> event.path(key)
                        .asDouble())))
                .mapToDouble(mean -> mean)
                .toArray();
    }

    private static double images(ObjectNode event) {
        return event.path("imagesSeen").asDouble();
    }
}
