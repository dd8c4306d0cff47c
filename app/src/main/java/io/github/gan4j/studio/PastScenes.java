package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scenes of a game of points at its checkpoints, computed when asked for. One game is open at a time, since the next
 * scene is usually of the same; the scenes that were asked for last are kept.
 */
final class PastScenes implements AutoCloseable {
    private static final int MOST_KEPT = 300;

    private final Workshop workshop;
    private final Views views;
    private final Map<Moment, ObjectNode> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, ObjectNode> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private Optional<Game> open = Optional.empty();

    /** A checkpoint; another run may have come under the same name. */
    private record Moment(Path run, FileTime planned, long images, FileTime written) {}

    /** A game with the weights of whichever checkpoint was looked at last. On the thread of the views only. */
    private record Game(Path run, FileTime planned, Plan plan, View view, Training training) {}

    PastScenes(Workshop workshop, Views views) {
        this.workshop = workshop;
        this.views = views;
    }

    /**
     * The scene at a checkpoint.
     *
     * @throws Refusal when there is no such checkpoint, or the game is not one of points
     * @throws IOException in one line, when the checkpoint is damaged, or the data is no longer there
     */
    JsonNode of(RunFolder folder, long images) throws IOException {
        if (!folder.moments().contains(images))
            throw Refusal.missing("there is no checkpoint at " + images + " samples any more");
        FileTime planned = Files.getLastModifiedTime(folder.plan());
        Path file = folder.checkpoints().path().resolve("%09d.json".formatted(images));
        Moment moment = new Moment(folder.path(), planned, images, Files.getLastModifiedTime(file));
        return views.see(() -> {
            ObjectNode known = kept.get(moment);
            if (known != null) return known;
            Game game = opened(folder, planned);
            new RunMoment(folder, folder.checkpoints().open(images)).snapshot().restore(game.training());
            ObjectNode scene = Scenes.scene(game.plan(), game.view(), game.training());
            kept.put(moment, scene);
            return scene;
        });
    }

    private Game opened(RunFolder folder, FileTime planned) throws Exception {
        boolean same = open.filter(game ->
                        game.run().equals(folder.path()) && game.planned().equals(planned))
                .isPresent();
        if (same) return open.get();
        letGo();
        Plan plan = Plan.read(folder.plan());
        if (!plan.ofPoints()) throw Refusal.missing("only games of points have such a view");
        Samples samples = plan.data().samples(plan.seed(), line -> {});
        // first weights are random numbers, which a training going on here must not miss
        Training training = workshop.quietly(
                () -> RunMoment.newest(folder.path(), line -> {}).training(plan, samples));
        Engine.useThreads(1);
        open = Optional.of(new Game(folder.path(), planned, plan, View.of(plan), training));
        return open.get();
    }

    private void letGo() {
        open.ifPresent(game -> game.training().close());
        open = Optional.empty();
    }

    @Override
    public void close() {
        views.run(this::letGo);
    }
}
