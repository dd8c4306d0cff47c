package io.github.gan4j.cli;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.run.TutorialLines;
import io.github.gan4j.settings.Words;
import io.github.gan4j.train.Ending;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A run on a terminal: says what it does, shows how it goes, and ends it cleanly when Ctrl-C is pressed. */
final class Session {
    private final Run run;
    private final PrintWriter screen;

    Session(Run run, PrintWriter screen) {
        this.run = run;
        this.screen = screen;
    }

    int train() throws IOException {
        long before = run.training().images();
        try (CleanEnd end = new CleanEnd(run::stop)) {
            introduce();
            conclude(trained(), before);
            return 0;
        }
    }

    private Ending trained() throws IOException {
        int every = run.plan().record().tutorial();
        if (every > 0) return run.train(new TutorialLines(every, this::say));
        try (Progress progress = Progress.on(screen)) {
            return run.train(progress);
        }
    }

    private void say(String line) {
        screen.println(line);
        screen.flush();
    }

    private void introduce() {
        Plan plan = run.plan();
        screen.println("%s: %s".formatted(plan.name(), run.training().data().describe()));
        screen.println("%s on %s, %d thread%s, into %s"
                .formatted(
                        Words.of(plan.precision()),
                        Words.of(plan.device()),
                        plan.threads(),
                        plan.threads() == 1 ? "" : "s",
                        run.folder().path()));
        screen.flush();
    }

    private void conclude(Ending ending, long before) {
        Path folder = run.folder().path();
        boolean asked = ending == Ending.ASKED;
        boolean nothingLeft = !asked && before > 0 && run.training().images() == before;
        String how = asked
                ? "stopped"
                : ending == Ending.PATIENCE
                        ? "stopped, as the samples did not become better"
                        : ending == Ending.ILL ? "given up" : nothingLeft ? "was done already" : "done";
        screen.println("%s: %,d images in %s"
                .formatted(
                        how,
                        run.training().images(),
                        Reading.clock(run.training().seconds())));
        run.measures().forEach((name, value) -> screen.println("%s %.4f".formatted(name, value)));
        run.best()
                .ifPresent(best -> screen.println("best       %s %.4f after %,d images (gan4j %s --best)"
                        .formatted(best.metric(), best.value(), best.imagesSeen(), use())));
        run.diagnosis().ifPresent(found -> {
            screen.println("doctor     " + found.line());
            if (found.illness().alarming()) screen.println("           gan4j doctor " + folder + " says what helps");
        });
        screen.println("look at    " + run.folder().samplePicture(run.training().images()));
        screen.println("           " + run.folder().progressGif());
        if (asked) screen.println("go on      gan4j resume " + folder);
        else screen.println((run.plan().restoring() ? "use it     " : "make more  ") + "gan4j " + use());
        if (nothingLeft) screen.println("--images or --minutes, counted from the beginning, make the run longer");
        screen.flush();
    }

    /** The verb that puts the run to use. */
    private String use() {
        Path folder = run.folder().path();
        if (!run.plan().restoring()) return "sample " + folder;
        return (run.plan().generator().input().factor() > 1 ? "upscale " : "restore ") + folder + " IMAGE";
    }
}
