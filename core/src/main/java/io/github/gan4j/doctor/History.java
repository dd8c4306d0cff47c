package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The signals of a training over images seen, oldest first. */
public record History(List<Observation> observations) {
    /** More observations say no more about a training, and each of them takes time. */
    private static final int MOST = 200;

    /** Neighbours are averaged where there are more than 200. */
    public History {
        int together = (observations.size() + MOST - 1) / MOST;
        observations = together <= 1 ? List.copyOf(observations) : merged(observations, together);
    }

    /** Those of events. */
    public static History of(List<? extends JsonNode> events) {
        return new History(events.stream().map(Observation::of).toList());
    }

    private static List<Observation> merged(List<Observation> all, int together) {
        List<Observation> merged = new ArrayList<>();
        for (int from = 0; from < all.size(); from += together)
            merged.add(mean(all.subList(from, Math.min(all.size(), from + together))));
        return List.copyOf(merged);
    }

    private static Observation mean(List<Observation> few) {
        Map<Signal, Double> means = new EnumMap<>(Signal.class);
        for (Signal sign : Signal.values())
            few.stream()
                    .flatMapToDouble(observation -> observation.number(sign).stream())
                    .average()
                    .ifPresent(mean -> means.put(sign, mean));
        Observation last = few.get(few.size() - 1);
        return new Observation(last.imagesSeen(), last.share(), few.stream().allMatch(Observation::finite), means);
    }

    int size() {
        return observations.size();
    }

    /** The window that ends at an observation. */
    Window at(int moment) {
        return Window.at(this, moment);
    }

    /** How many observations have an examination of samples. */
    long examinations() {
        return observations.stream()
                .filter(observation ->
                        observation.number(Signal.CLUSTER_DISTANCE).isPresent())
                .count();
    }

    /** The images seen at the first moment from which on every number is finite or not, as the last one is. */
    long lastChangeOfFinite() {
        boolean now = observations.get(size() - 1).finite();
        return IntStream.iterate(size() - 1, i -> i >= 0, i -> i - 1)
                .takeWhile(i -> observations.get(i).finite() == now)
                .mapToLong(i -> observations.get(i).imagesSeen())
                .reduce((later, earlier) -> earlier)
                .orElseThrow();
    }
}
