package io.github.gan4j.experiment;

import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time that a race has used and the rounds it has decided, kept in a file so that they outlive the program.
 *
 * @param images trained by all candidates and seeds
 * @param seconds of these trainings, with measuring and writing
 * @param rounds images of each round decided so far
 */
record RaceClock(long images, double seconds, List<Long> rounds) {
    static final String FILE = "clock.json";

    RaceClock {
        rounds = List.copyOf(rounds);
        if (images < 0 || seconds < 0 || rounds.stream().anyMatch(round -> round < 0))
            throw new IllegalArgumentException("images, seconds and rounds must be 0 or more");
    }

    /** @throws IOException in one line, when the file is damaged */
    static RaceClock read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return new RaceClock(0, 0, List.of());
        try {
            return Json.read(file, RaceClock.class);
        } catch (IOException damaged) {
            throw new IOException(damaged.getMessage() + "; delete the folder of the race", damaged);
        }
    }

    /** Images of a round, counted from 1, where that was decided before. */
    Optional<Long> round(int number) {
        return number <= rounds.size() ? Optional.of(rounds.get(number - 1)) : Optional.empty();
    }

    /** The number of decided rounds that this number of images is enough for. */
    int reached(long seen) {
        return (int) rounds.stream().filter(round -> round <= seen).count();
    }

    RaceClock withRound(long images) {
        List<Long> more = new ArrayList<>(rounds);
        more.add(images);
        return new RaceClock(this.images, seconds, more);
    }

    RaceClock withTrial(long trained, double took) {
        return new RaceClock(images + trained, seconds + took, rounds);
    }

    /** Images that can still be trained, at the rate up to here; NaN while no rate is known. */
    double affordable(double allSeconds) {
        return images == 0 ? Double.NaN : images / seconds * Math.max(0, allSeconds - seconds);
    }
}
