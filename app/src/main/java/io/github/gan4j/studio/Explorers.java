package io.github.gan4j.studio;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The generator that is being explored: opened when first asked for, again when its run has a newer checkpoint, and
 * closed when another is asked for. On the thread of the views only, but for the data.
 */
final class Explorers implements AutoCloseable {
    private final Workshop workshop;
    private final Views views;
    private volatile Optional<Open> open = Optional.empty();
    private Optional<Data> data = Optional.empty();

    /** @param state of a run its checkpoint, by images seen; of a file when it changed */
    private record Open(Path path, long state, Explorer explorer) {}

    private record Data(Path run, Nearest nearest) {}

    Explorers(Workshop workshop, Views views) {
        this.workshop = workshop;
        this.views = views;
    }

    /**
     * Looks at a generator on the thread of the views. The program in a file may take random numbers, which a training going
     * on here must not miss.
     */
    <T> T see(Explorable what, Callable<T> view) {
        return views.see(what.run().isPresent() ? view : () -> workshop.quietly(view));
    }

    /**
     * @param at the checkpoint, by images seen; nothing for the newest intact one
     * @throws Refusal when there is no such checkpoint, the generator does not start from latents, or the file holds none
     * @throws IOException in one line, when the run has no intact checkpoint
     */
    Explorer of(Explorable what, OptionalLong at) throws Exception {
        if (what.run().isPresent()) return of(what.run().get(), at);
        long changed = what.path().toFile().lastModified();
        return isOpen(what.path(), changed)
                ? open.get().explorer()
                : instead(what.path(), changed, () -> opened(what.path()));
    }

    private Explorer of(RunFolder folder, OptionalLong at) throws Exception {
        List<Long> checkpoints = folder.moments();
        long newest = checkpoints.isEmpty() ? -1 : checkpoints.get(checkpoints.size() - 1);
        long wanted = at.orElse(newest);
        if (at.isPresent()) requireThere(folder, wanted);
        if (isOpen(folder.path(), wanted)) return open.get().explorer();
        return instead(folder.path(), wanted, () -> {
            requireLatents(folder);
            return opened(folder, at);
        });
    }

    private Explorer instead(Path path, long state, Callable<Explorer> opener) throws Exception {
        open.ifPresent(o -> o.explorer().close());
        open = Optional.empty();
        open = Optional.of(new Open(path, state, opener.call()));
        return open.get().explorer();
    }

    /** Uses the generator of a checkpoint for one thing; the one that is explored stays open. */
    <T> T once(RunFolder folder, long images, Function<Explorer, T> use) throws Exception {
        requireThere(folder, images);
        if (isOpen(folder.path(), images)) return use.apply(open.get().explorer());
        requireLatents(folder);
        try (Explorer explorer = opened(folder, OptionalLong.of(images))) {
            return use.apply(explorer);
        }
    }

    private boolean isOpen(Path path, long state) {
        return open.filter(o -> o.path().equals(path) && o.state() == state).isPresent();
    }

    private static Explorer opened(Path file) {
        try {
            return new Explorer(Synthesizer.open(file, line -> {}));
        } catch (IOException none) {
            throw new Refusal(422, PlainLine.of(none));
        }
    }

    private Explorer opened(RunFolder folder, OptionalLong at) throws Exception {
        // first weights are random numbers, which a training going on here must not miss
        TrainedGenerator generator = workshop.quietly(() -> at.isPresent()
                ? TrainedGenerator.open(folder.path(), at.getAsLong())
                : TrainedGenerator.open(folder.path()));
        Engine.useThreads(1);
        return new Explorer(generator);
    }

    private static void requireThere(RunFolder folder, long images) {
        if (!folder.moments().contains(images))
            throw Refusal.missing("there is no checkpoint at " + images + " images any more; choose another");
    }

    private static void requireLatents(RunFolder folder) throws IOException {
        if (Plan.read(folder.plan()).latents().isEmpty())
            throw Refusal.conflict(
                    "this run's generator starts from images, not from latents, so there is nothing to explore");
    }

    /** The data that a run was trained on. */
    synchronized Nearest data(RunFolder folder) throws IOException {
        if (data.filter(d -> d.run().equals(folder.path())).isEmpty())
            data = Optional.of(new Data(folder.path(), Nearest.of(Plan.read(folder.plan()))));
        return data.get().nearest();
    }

    @Override
    public void close() {
        if (open.isPresent())
            views.run(() -> {
                open.ifPresent(o -> o.explorer().close());
                open = Optional.empty();
            });
    }
}
