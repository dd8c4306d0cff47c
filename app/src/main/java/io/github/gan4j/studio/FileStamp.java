package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When files and folders changed, and how long one of them is. Looking costs less than an exception for each that is absent. */
record FileStamp(List<Long> changes, long length) {
    private static final long DOUBTFUL_MILLIS = 2_000;

    /** Of nothing, unlike all others. */
    static final FileStamp NEVER = new FileStamp(List.of(), -1);

    /** @param growing what others append to, of which the length tells more than the time; the others are replaced whole */
    static FileStamp of(Path growing, Path... others) {
        File file = growing.toFile();
        List<Long> changes = new ArrayList<>(others.length + 1);
        changes.add(file.lastModified());
        for (Path other : others) changes.add(other.toFile().lastModified());
        return new FileStamp(List.copyOf(changes), file.length());
    }

    /** Whether a change at {@code changed} is so recent at {@code now}, both in milliseconds, that another may have left no sign. */
    static boolean isDoubtful(long changed, long now) {
        return now - changed <= DOUBTFUL_MILLIS;
    }

    /** As it was written to JSON. */
    static FileStamp of(JsonNode json) {
        List<Long> changes = new ArrayList<>();
        json.path("changes").forEach(change -> changes.add(change.asLong()));
        return new FileStamp(List.copyOf(changes), json.path("length").asLong());
    }

    /** When the last of them changed, in milliseconds of the system's clock. */
    long newest() {
        return changes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
