package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a race has used up, and how far its rounds go; kept in a file, so that it outlives the end of the program. */
final class Clock {
    private static final long MOST_BYTES = 1 << 12;

    private final Path file;
    private final List<Long> rounds = new ArrayList<>();
    private long images;
    private double seconds;

    /** @throws IOException in one line, when the file is damaged */
    Clock(Path file) throws IOException {
        this.file = file;
        if (Files.isRegularFile(file)) read();
    }

    private void read() throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) throw new IOException("more than " + MOST_BYTES + " bytes");
            ObjectNode kept = Json.parse(Files.readAllBytes(file));
            images = number(kept.path("images")).longValue();
            seconds = number(kept.path("seconds")).doubleValue();
            for (JsonNode round : kept.path("rounds")) rounds.add(number(round).longValue());
        } catch (IOException damaged) {
            throw new IOException(
                    file + ": is not the clock of a race (" + damaged.getMessage() + "); delete the folder", damaged);
        }
    }

    private static Number number(JsonNode node) throws IOException {
        if (!node.isNumber() || node.doubleValue() < 0)
            throw new IOException("it needs images, seconds and rounds, numbers of 0 or more");
        return node.numberValue();
    }

    /** How far the round goes, counted from 1, where that was decided before. */
    Optional<Long> round(int number) {
        return number <= rounds.size() ? Optional.of(rounds.get(number - 1)) : Optional.empty();
    }

    /** How many of the rounds that were decided so many images are enough for. */
    int reached(long seen) {
        return (int) rounds.stream().filter(images -> images <= seen).count();
    }

    void decided(long imagesOfNextRound) throws IOException {
        rounds.add(imagesOfNextRound);
        write();
    }

    /** Counts a heat: images that were trained and seconds that it took, measuring and writing too. */
    void spent(long trained, double took) throws IOException {
        images += trained;
        seconds += took;
        write();
    }

    /** Images that can still be trained, at the rate up to here; NaN while nothing is known of that. */
    double affordable(double allSeconds) {
        return images == 0 ? Double.NaN : images / seconds * Math.max(0, allSeconds - seconds);
    }

    private void write() throws IOException {
        ObjectNode kept =
                (ObjectNode) Json.tree(Json.object().put("images", images).put("seconds", seconds));
        ArrayNode all = kept.putArray("rounds");
        rounds.forEach(all::add);
        AtomicFile.writeString(file, kept.toPrettyString() + "\n");
    }
}
