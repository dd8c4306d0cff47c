package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The numbers of a training over images seen, oldest first. */
public record History(List<Reading> readings) {
    /** More moments say no more about how a training goes, and every one of them takes time. */
    private static final int MOST = 200;

    /** Neighbours are put together where there are more than 200. */
    public History {
        int together = (readings.size() + MOST - 1) / MOST;
        readings = together <= 1 ? List.copyOf(readings) : merged(readings, together);
    }

    /** What events tell. */
    public static History of(List<? extends JsonNode> events) {
        return new History(events.stream().map(Reading::of).toList());
    }

    private static List<Reading> merged(List<Reading> all, int together) {
        List<Reading> merged = new ArrayList<>();
        for (int from = 0; from < all.size(); from += together)
            merged.add(mean(all.subList(from, Math.min(all.size(), from + together))));
        return List.copyOf(merged);
    }

    private static Reading mean(List<Reading> few) {
        Map<Sign, Double> means = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values())
            few.stream()
                    .flatMapToDouble(reading -> reading.number(sign).stream())
                    .average()
                    .ifPresent(mean -> means.put(sign, mean));
        Reading last = few.get(few.size() - 1);
        return new Reading(last.imagesSeen(), last.share(), few.stream().allMatch(Reading::finite), means);
    }

    int size() {
        return readings.size();
    }

    /** What can be seen at one of the moments, looking back. */
    Window at(int moment) {
        return new Window(this, moment);
    }

    /** The images seen at the first moment from which on every number is finite or not, as the last one is. */
    long lastChangeOfFinite() {
        boolean now = readings.get(size() - 1).finite();
        return IntStream.iterate(size() - 1, i -> i >= 0, i -> i - 1)
                .takeWhile(i -> readings.get(i).finite() == now)
                .mapToLong(i -> readings.get(i).imagesSeen())
                .reduce((later, earlier) -> earlier)
                .orElseThrow();
    }
}
