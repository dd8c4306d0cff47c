package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a training that goes on, as they come in. However long it takes, it holds a bounded number of them. */
public final class Journal {
    private static final int MOST = 2000;

    private final List<Reading> readings = new ArrayList<>();

    /** Takes note of an event; events come in their order. */
    public void add(JsonNode event) {
        readings.add(Reading.of(event));
        // every second one of the older half is enough
        if (readings.size() > MOST) for (int i = MOST / 2; i > 0; i -= 2) readings.remove(i);
    }

    /** Forgets everything. */
    public void clear() {
        readings.clear();
    }

    /** All of it so far. */
    public History history() {
        return new History(readings);
    }
}
