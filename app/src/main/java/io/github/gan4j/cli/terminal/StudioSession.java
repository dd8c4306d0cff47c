package io.github.gan4j.cli.terminal;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.studio.LiveRun;
import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import io.github.gan4j.train.ExitGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A studio that is served until Ctrl-C, or until this thread is interrupted. */
public final class StudioSession {
    private final Screen screen;
    private final CountDownLatch closed = new CountDownLatch(1);

    public StudioSession(Screen screen) {
        this.screen = screen;
    }

    /** {@code gan4j studio}. */
    public void serve(StudioSettings settings) throws IOException {
        try (Studio studio = Studio.open(settings);
                ExitGuard untilClosed = ExitGuard.of(() -> close(studio))) {
            screen.say("studio of " + settings.runs() + ": " + studio.url());
            screen.say("Ctrl-C ends it");
            closed.await();
        } catch (InterruptedException asked) {
            // ends here
        }
    }

    /** {@code gan4j train --studio}: a run that is watched and steered in the page, which stays open afterwards. */
    public void train(Plan plan, Path folder, int port) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        String name = whole.getFileName().toString();
        StudioSettings settings = new StudioSettings(whole.getParent(), Optional.empty(), port, Optional.empty());
        try (Studio studio = Studio.serving(settings);
                Progress progress = Progress.on(screen.out());
                ExitGuard untilClosed = ExitGuard.of(() -> close(studio))) {
            LiveRun live = studio.workshop().start(plan, name, progress, screen::notice);
            live.awaitOpening(Long.MAX_VALUE);
            studio.takeTurns();
            screen.say("watch and steer " + name + ": " + studio.url() + "#/run/" + name);
            TrainingStatus.LEGEND.forEach(screen::say);
            live.awaitEnd();
            studio.workshop().awaitIdle();
            screen.say("done: " + folder);
            if (closed.getCount() > 0) screen.say("the page stays open; Ctrl-C ends it");
            closed.await();
        } catch (InterruptedException asked) {
            // ends here
        }
    }

    private void close(Studio studio) {
        studio.close();
        closed.countDown();
    }
}
