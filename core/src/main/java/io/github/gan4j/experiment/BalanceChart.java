package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Chart;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** p_real above p_fake over images seen, a line for each candidate, which is a mean over its seeds. */
final class BalanceChart {
    /** As many as there are colours. */
    private static final int MOST = 7;

    private static final int PARTS = 60;
    private static final int GAP = 8;

    private BalanceChart() {}

    /**
     * Draws the candidates that stand first.
     *
     * @param folder of the race
     * @throws IOException in one line, also where this Java cannot draw
     */
    static void write(Path folder, List<CandidateResults> entries, Path target) throws IOException {
        Map<String, List<ObjectNode>> events = new LinkedHashMap<>();
        for (CandidateResults one : entries.subList(0, Math.min(MOST, entries.size())))
            events.put(
                    one.candidate().title(),
                    events(folder.resolve(one.candidate().name()), one));
        Picture reals = chart("p_real: what the discriminator believes of reals", events, "pReal")
                .drawn(target);
        Picture fakes =
                chart("p_fake: what it believes of fakes", events, "pFake").drawn(target);
        ImageFile.writePng(target, Picture.grid(List.of(reals, fakes), 1, GAP));
    }

    /** Of all seeds that began to train. */
    private static List<ObjectNode> events(Path folder, CandidateResults one) throws IOException {
        List<ObjectNode> events = new ArrayList<>();
        for (TrialResult result : one.results()) {
            Trial trial = new Trial(
                    folder,
                    one.candidate().title(),
                    one.candidate().plan().withSeed(result.seed()));
            Path file = new RunFolder(trial.run()).events();
            if (Files.isRegularFile(file)) events.addAll(JsonLines.read(file));
        }
        return events;
    }

    private static Chart chart(String title, Map<String, List<ObjectNode>> events, String key) {
        double most = events.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.path("pReal").isNumber())
                .mapToDouble(BalanceChart::images)
                .max()
                .orElse(0);
        Chart.Series[] series = events.entrySet().stream()
                .map(one -> mean(one.getKey(), one.getValue(), key, most))
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
                .mapToDouble(events -> events.stream().collect(Collectors.averagingDouble(event -> event.path(key)
                        .asDouble())))
                .toArray();
    }

    private static double images(ObjectNode event) {
        return event.path("imagesSeen").asDouble();
    }
}
