package io.github.gan4j.studio;

import io.github.gan4j.files.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A generator that can be explored: that of a run, or one in a file beside the runs.
 *
 * @param path of the run folder, or of the file
 * @param run nothing for a file
 */
record Explorable(Path path, Optional<RunFolder> run) {
    static Explorable of(RunFolder run) {
        return new Explorable(run.path(), Optional.of(run));
    }

    static Explorable of(Path file) {
        return new Explorable(file, Optional.empty());
    }

    /** The moments at which it was kept, in images seen; of a file a single one, 0. */
    List<Long> moments() {
        return run.map(RunFolder::moments).orElse(List.of(0L));
    }

    /** Tells it from another that has taken its name. */
    String stamp() {
        return run.map(LatestModel::stamp)
                .orElseGet(() -> Long.toString(path.toFile().lastModified()));
    }

    /**
     * The checkpoint that is used, by images seen; 0 for a file.
     *
     * @throws Refusal when the run has none yet
     */
    long newest() {
        return run.map(LatestModel::newest).orElse(0L);
    }

    /**
     * The folder of the run.
     *
     * @throws Refusal when it is a file, which knows nothing of its training and keeps nothing
     */
    RunFolder folder() {
        return run.orElseThrow(() -> Refusal.conflict(
                path.getFileName() + " is a generator in a file; this needs the run that it was trained in"));
    }
}
