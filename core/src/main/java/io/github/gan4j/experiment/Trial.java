package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One plan trained with one seed: the run folder {@code seed-01}, its result {@code seed-01.json} and, where the judge
 * draws one, the picture {@code seed-01.png}.
 *
 * @param folder of the candidate
 * @param title of the candidate
 * @param plan with the seed and the length of the trial
 */
record Trial(Path folder, String title, Plan plan) {
    private static final String PLAN = "plan.yaml";

    /** The run folder. */
    Path run() {
        return folder.resolve(String.format(Locale.ROOT, "seed-%02d", plan.seed()));
    }

    Path picture() {
        return run().resolveSibling(run().getFileName() + ".png");
    }

    private Path result() {
        return run().resolveSibling(run().getFileName() + ".json");
    }

    /** The result of an earlier session. */
    Optional<TrialResult> kept(List<ScoreColumn> columns) throws IOException {
        return Files.isRegularFile(result()) ? Optional.of(TrialResult.read(result(), columns)) : Optional.empty();
    }

    TrialResult keep(TrialResult result) throws IOException {
        Files.createDirectories(folder);
        result.write(result());
        return result;
    }

    /** What the run has recorded; nothing where training never began. */
    List<ObjectNode> events() throws IOException {
        Path file = new RunFolder(run()).events();
        return Files.isRegularFile(file) ? JsonLines.read(file) : List.of();
    }

    /** Whether training ended because a loss or gradient was not finite. */
    boolean broke() throws IOException {
        List<ObjectNode> events = events();
        return !events.isEmpty() && events.get(events.size() - 1).has("broken");
    }

    /** The listener with the candidate and the seed in front of each notice. */
    Consumer<String> notices(Consumer<String> notice) {
        return line -> notice.accept(title + ", seed " + plan.seed() + ": " + line);
    }

    /**
     * Takes the lock of an experiment's folder, and writes its plan there or compares it with the plan there: results of
     * different plans have no common mean.
     *
     * @param terms what else must not change, a line each
     * @throws IllegalArgumentException in one line, when the folder holds trials of another plan or on other terms
     * @throws IOException in one line, when it holds files but no experiment, or another program works in it
     */
    static FolderLock claim(Path folder, Plan plan, List<String> terms) throws IOException {
        boolean begun =
                Files.isRegularFile(folder.resolve(PLAN)) || Files.isRegularFile(folder.resolve(RaceClock.FILE));
        FolderLock lock = begun ? FolderLock.take(folder) : FolderLock.takeFree(folder);
        try {
            AtomicFile.removeLeftovers(folder);
            requireSame(folder, plan, terms);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void requireSame(Path folder, Plan plan, List<String> terms) throws IOException {
        Path file = folder.resolve(PLAN);
        String comments = terms.stream().map(term -> "# " + term + "\n").collect(Collectors.joining());
        if (!Files.exists(file)) {
            AtomicFile.writeString(file, plan.toYaml() + comments);
            return;
        }
        List<String> differences = Plan.differences(Plan.read(file), plan);
        if (!differences.isEmpty())
            throw new IllegalArgumentException(folder + " holds trials of another plan (" + differences.get(0)
                    + (differences.size() > 1 ? " and " + (differences.size() - 1) + " more" : "")
                    + "); give another --out, or delete it");
        if (!Files.readString(file).endsWith(comments))
            throw new IllegalArgumentException(
                    folder + " holds a race of other settings; give another --out, or delete it");
    }
}
