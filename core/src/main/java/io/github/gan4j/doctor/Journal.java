package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The observations of a running training; their number stays bounded. */
public final class Journal {
    private static final int MOST = 2000;

    private final List<Observation> observations = new ArrayList<>();

    /** Adds an event; events come in order, and one of the same moment takes the place of the last. */
    public void add(JsonNode event) {
        Observation next = Observation.of(event);
        int last = observations.size() - 1;
        if (last >= 0 && observations.get(last).imagesSeen() == next.imagesSeen()) observations.remove(last);
        observations.add(next);
        // every second one of the older half is enough
        if (observations.size() > MOST) for (int i = MOST / 2; i > 0; i -= 2) observations.remove(i);
    }

    /** Forgets everything. */
    public void clear() {
        observations.clear();
    }

    /** All of it so far. */
    public History history() {
        return new History(observations);
    }
}
