package io.github.gan4j.studio;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The model of the run that is being used: opened when first asked for, again when its run has a newer checkpoint, and
 * closed when that of another run is asked for. One thread at a time uses it.
 */
final class LatestModel<M extends AutoCloseable> implements AutoCloseable {
    private final Workshop workshop;
    private final Opener<M> opener;
    private Optional<Open<M>> open = Optional.empty();

    /** Opens a model from the newest intact checkpoint of a run. */
    @FunctionalInterface
    interface Opener<M> {
        M open(Path run) throws IOException;
    }

    /** What is done with a model. */
    @FunctionalInterface
    interface Action<M, T> {
        T with(M model) throws Exception;
    }

    private record Open<M>(Path run, String state, M model) {}

    LatestModel(Workshop workshop, Opener<M> opener) {
        this.workshop = workshop;
        this.opener = opener;
    }

    /**
     * The checkpoint that is used of a run, by images seen.
     *
     * @throws Refusal when it has none yet
     */
    static long newest(RunFolder folder) {
        List<Long> moments = folder.moments();
        if (moments.isEmpty())
            throw Refusal.conflict(folder.path().getFileName() + " has no checkpoint yet, so there is nothing to use");
        return moments.get(moments.size() - 1);
    }

    /** Tells a run from another that has taken its name. */
    static String stamp(RunFolder folder) {
        return Long.toString(folder.plan().toFile().lastModified());
    }

    /** @throws IOException in one line, when there is no intact checkpoint, or no such model in the run */
    synchronized <T> T use(RunFolder folder, Action<M, T> action) throws Exception {
        String state = stamp(folder) + "-" + newest(folder);
        if (open.filter(o -> o.run().equals(folder.path()) && o.state().equals(state))
                .isEmpty()) {
            close();
            int threads = Engine.threads();
            // first weights are random numbers, which a training going on here must not miss
            M model = workshop.quietly(() -> opener.open(folder.path()));
            Engine.useThreads(threads);
            open = Optional.of(new Open<>(folder.path(), state, model));
        }
        return action.with(open.get().model());
    }

    @Override
    public synchronized void close() {
        Optional<Open<M>> left = open;
        open = Optional.empty();
        try {
            if (left.isPresent()) left.get().model().close();
        } catch (Exception broken) {
            throw new IllegalStateException("a network could not be freed", broken);
        }
    }
}
