package io.github.gan4j.cli.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Referee;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.overview.RunCard;
import io.github.gan4j.overview.RunUse;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.recording.TutorialLines;
import io.github.gan4j.run.Run;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A training in the terminal: an introduction, its progress, its results, and a clean end on Ctrl-C.
 *
 * @param summarised whether a summary is written as JSON in the end
 */
public record Session(Run run, Screen screen, boolean summarised) {
    public int train() throws IOException {
        long before = run.training().images();
        introduce();
        conclude(trained(), before);
        if (summarised) screen.json(summary());
        return 0;
    }

    private Ending trained() throws IOException {
        int every = run.plan().record().tutorial();
        if (every > 0) return run.train(new TutorialLines(every, screen::say));
        try (Progress progress = Progress.on(screen.out())) {
            return run.train(progress);
        }
    }

    /** The run's card, with its folder and what was measured last. */
    private ObjectNode summary() throws IOException {
        RunFolder folder = run.folder();
        Path path = folder.path().toAbsolutePath().normalize();
        RunCard card = RunCard.read(path.getFileName().toString(), folder);
        ObjectNode summary = card.standing(card.state(false)).put("folder", path.toString());
        summary.set("measures", Json.tree(run.measures()));
        return Provenance.here()
                .withLibtorch(Engine.version())
                .withSeed("run", run.plan().seed())
                .withChecksum(Provenance.DATA, run.training().data().checksum())
                .withFileIfThere(folder.plan())
                .onto(summary);
    }

    private void introduce() {
        Plan plan = run.plan();
        screen.say("%s: %s", plan.name(), run.training().data().describe());
        screen.say(
                "%s on %s, %s, into %s",
                Words.of(plan.precision()),
                plan.device().word(),
                plan.parallelism(1).orElseThrow(),
                run.folder().path());
        if (plan.record().tutorial() == 0 && !(plan.referee() instanceof Referee.Generators))
            TrainingStatus.LEGEND.forEach(screen::say);
    }

    private void conclude(Ending ending, long before) {
        Path folder = run.folder().path();
        long images = run.training().images();
        String noun = run.training().data().shape().noun();
        boolean nothingLeft = ending != Ending.ASKED && before > 0 && images == before;
        screen.say(
                "%s: %s in %s",
                how(ending, nothingLeft),
                Numbers.of(images, noun),
                TrainingStatus.clock(run.training().seconds()));
        run.measures().forEach((name, value) -> screen.say("%s %s", Metrics.title(name), Score.number(value)));
        run.best()
                .ifPresent(best -> screen.say(
                        "best       %s %s after %s (gan4j %s --best)",
                        Metrics.title(best.metric()),
                        Score.number(best.value()),
                        Numbers.of(best.imagesSeen(), noun),
                        use()));
        run.diagnosis().ifPresent(found -> {
            screen.say("doctor     " + found.line());
            if (found.illness().alarming())
                screen.say("           gan4j doctor " + ShellQuote.of(folder) + " lists remedies");
        });
        screen.say("look at    " + run.folder().samplePicture(images));
        screen.say("           " + run.folder().progressGif());
        Set<RunUse> uses = RunUse.of(run.plan());
        if (ending == Ending.ASKED) screen.say("continue   gan4j resume " + ShellQuote.of(folder));
        else if (uses.contains(RunUse.CLASSIFY)) screen.say("use it     gan4j classify " + ShellQuote.of(folder));
        else if (uses.contains(RunUse.REDRAW))
            screen.say("use it     gan4j redraw " + ShellQuote.of(folder) + " IMAGE");
        else screen.say((run.plan().restoring() ? "use it     " : "make more  ") + "gan4j " + use());
        if (nothingLeft) screen.say("to extend the run, give --images or --minutes, counted from its beginning");
    }

    private static String how(Ending ending, boolean nothingLeft) {
        return switch (ending) {
            case ASKED -> "stopped";
            case PATIENCE -> "stopped, since the samples no longer improved";
            case ILL -> "given up";
            default -> nothingLeft ? "already complete" : "done";
        };
    }

    /** The verb that puts the run to use. */
    private String use() {
        String folder = ShellQuote.of(run.folder().path());
        if (!run.plan().restoring()) return "sample " + folder;
        return (run.plan().generator().input().factor() > 1 ? "upscale " : "restore ") + folder + " IMAGE";
    }
}
