package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One candidate with one seed: a run folder, and beside it what came out. What is there already is not done again, and a
 * longer heat goes on where a shorter one ended.
 *
 * @param folder of the race
 */
record Heat(Path folder, Candidate candidate, Plan plan, String score) {
    private static final long MOST_BYTES = 1 << 16;

    /** The name of its run folder. */
    static String name(Candidate candidate, long seed) {
        return String.format(Locale.ROOT, "%s-seed-%02d", candidate.name(), seed);
    }

    private String name() {
        return name(candidate, plan.seed());
    }

    private Path file() {
        return folder.resolve(name() + ".json");
    }

    /**
     * What a heat did.
     *
     * @param result nothing when somebody asked for the end
     * @param trained images, in this heat alone
     */
    record Played(Optional<HeatResult> result, long trained) {}

    /**
     * Trains as far as this, where that was not done before, and says what came out.
     *
     * @param length images, or seconds where no heat has shown yet how fast this machine is
     * @throws IllegalArgumentException in one line, when the plan as it is asks for something impossible; settings that do
     *     count as broken
     */
    Played run(StopPlan length, Consumer<Run> started, Consumer<String> notice) throws IOException {
        Optional<HeatResult> kept = kept();
        if (kept.isPresent() && (kept.get().broke() || kept.get().images() >= length.images()))
            return new Played(kept, 0);
        Path path = folder.resolve(name());
        Plan whole = plan.withStop(length);
        Consumer<String> told = line -> notice.accept(candidate.words() + ", seed " + plan.seed() + ": " + line);
        try (Run run = Run.startOrResume(whole, path, Optional.of(length), told)) {
            long before = run.training().images();
            started.accept(run);
            Ending ending = run.train(new Listener() {});
            long trained = run.training().images() - before;
            if (ending == Ending.ASKED) return new Played(Optional.empty(), trained);
            List<ObjectNode> events = JsonLines.read(run.folder().events());
            // a run that had ended already is not measured again
            double value = events.get(events.size() - 1).path(score).asDouble(Double.NaN);
            return new Played(Optional.of(written(HeatResult.of(run.training(), value, events))), trained);
        } catch (IOException broken) {
            if (!brokenPlayer(path)) throw broken;
            return broken(broken, length, told);
        } catch (IllegalArgumentException impossible) {
            if (candidate.settings().isEmpty()) throw impossible;
            return broken(impossible, length, told);
        }
    }

    private Played broken(Exception why, StopPlan length, Consumer<String> told) throws IOException {
        told.accept(why.getMessage());
        return new Played(Optional.of(written(HeatResult.ofBroken(length.images()))), 0);
    }

    private static boolean brokenPlayer(Path path) throws IOException {
        Path events = new RunFolder(path).events();
        if (!Files.isRegularFile(events)) return false;
        List<ObjectNode> lines = JsonLines.read(events);
        return !lines.isEmpty() && lines.get(lines.size() - 1).has("broken");
    }

    private HeatResult written(HeatResult result) throws IOException {
        AtomicFile.writeString(file(), result.toJson().toPrettyString() + "\n");
        return result;
    }

    /** What is there already. */
    Optional<HeatResult> kept() throws IOException {
        if (!Files.isRegularFile(file())) return Optional.empty();
        if (Files.size(file()) > MOST_BYTES) throw new IOException(file() + ": has more than " + MOST_BYTES + " bytes");
        try {
            return Optional.of(HeatResult.read(Json.parse(Files.readAllBytes(file()))));
        } catch (IOException damaged) {
            throw new IOException(
                    file() + ": is not a result of a race (" + damaged.getMessage() + "); delete it to race again");
        }
    }
}
