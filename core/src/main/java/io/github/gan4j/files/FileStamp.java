package io.github.gan4j.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When files and folders changed, and how long one of them is. Looking costs less than an exception for each that is absent. */
public record FileStamp(List<Long> changes, long length) {
    /** File systems tell times to two seconds or better. */
    private static final long DOUBTFUL_MILLIS = 2_000;

    /** Of nothing, unlike all others. */
    public static final FileStamp NEVER = new FileStamp(List.of(), -1);

    /** @param growing what others append to, of which the length tells more than the time; the others are replaced whole */
    public static FileStamp of(Path growing, Path... others) {
        File file = growing.toFile();
        List<Long> changes = new ArrayList<>(others.length + 1);
        changes.add(file.lastModified());
        for (Path other : others) changes.add(other.toFile().lastModified());
        return new FileStamp(List.copyOf(changes), file.length());
    }

    /** As it was written to JSON. */
    public static FileStamp of(JsonNode json) {
        List<Long> changes = new ArrayList<>();
        json.path("changes").forEach(change -> changes.add(change.asLong()));
        return new FileStamp(List.copyOf(changes), json.path("length").asLong());
    }

    /** When the last of them changed, in milliseconds of the system's clock; 0 where there is none. */
    public long newest() {
        return changes.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Itself, or {@link #NEVER} where the last change is so recent that another may leave no sign. */
    public FileStamp settled() {
        return System.currentTimeMillis() - newest() <= DOUBTFUL_MILLIS ? NEVER : this;
    }
}
