package io.github.gan4j.cli;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.studio.LiveRun;
import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code train --studio}: a run that is watched and steered in a web page, which stays when training is over. */
record WatchedSession(Plan plan, Path folder, int port, PrintWriter screen, Consumer<String> notices) {
    int train() throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        String name = whole.getFileName().toString();
        StudioSettings settings = new StudioSettings(whole.getParent(), Optional.empty(), port, Optional.empty());
        try (Studio studio = Studio.open(settings);
                Progress progress = Progress.on(screen)) {
            LiveRun live = studio.workshop().start(plan, name, progress, notices);
            live.awaitOpening(Long.MAX_VALUE);
            screen.println("watch and steer " + name + ": " + studio.url() + "#/run/" + name);
            screen.flush();
            finish(studio, live);
            screen.println("the page stays open; Ctrl-C ends it");
            screen.flush();
            Serving.untilEnd(studio);
        }
        return 0;
    }

    private void finish(Studio studio, LiveRun live) throws IOException {
        Thread end = new Thread(studio::close, "gan4j-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            live.awaitEnd();
            studio.workshop().awaitIdle();
            screen.println("done: " + folder);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            forget(end);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook is what ends the program just now
        }
    }
}
