package io.github.gan4j.experiment;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains and judges one trial after the other. A run that was cut short, or that is to become longer, continues from its
 * last checkpoint; {@link #stop} ends it, and all that follow, from any thread.
 */
final class Trainer {
    private final Listener listener;
    private final Consumer<String> notice;
    private Optional<Run> running = Optional.empty();
    private boolean stopped;
    private long images;

    /**
     * @param listener of every training
     * @param notice hears one line about everything odd
     */
    Trainer(Listener listener, Consumer<String> notice) {
        this.listener = listener;
        this.notice = notice;
    }

    /**
     * The result of an earlier session, where it reached the end of the trial's plan, or of training to that end.
     *
     * @throws InterruptedException when stopped
     */
    TrialResult result(Trial trial, TrialJudge judge, List<ScoreColumn> columns)
            throws IOException, InterruptedException {
        Plan plan = trial.plan();
        Optional<TrialResult> kept = trial.kept(columns).filter(result -> result.reached(plan.stop()));
        if (kept.isPresent()) return kept.get();
        Consumer<String> told = trial.notices(notice);
        long seen;
        double seconds;
        Provenance provenance = Provenance.here().withLibtorch(Engine.version()).withSeed("run", plan.seed());
        try (Run run = Run.startOrResume(plan, trial.run(), Optional.of(plan.stop()), told)) {
            if (train(run) == Ending.ASKED) throw new InterruptedException("stopped");
            seen = run.training().images();
            seconds = run.training().seconds();
            provenance = provenance
                    .withChecksum(Provenance.DATA, run.training().data().checksum())
                    .with(run.folder().checkpoints().newestIntact(told));
        }
        Assessment found = judge.assess(trial.run(), plan.seed(), told);
        if (found.picture().isPresent())
            ImageFile.writePng(trial.picture(), found.picture().get());
        return trial.keep(TrialResult.of(plan.seed(), seen, seconds, columns, found.scores())
                .with(provenance));
    }

    private Ending train(Run run) throws IOException {
        synchronized (this) {
            if (stopped) return Ending.ASKED;
            running = Optional.of(run);
        }
        long before = run.training().images();
        try {
            Ending ending = run.train(listener);
            images += run.training().images() - before;
            return ending;
        } finally {
            synchronized (this) {
                running = Optional.empty();
            }
        }
    }

    /** Images trained so far, those of earlier sessions and of trainings that broke left out. */
    long images() {
        return images;
    }

    synchronized void stop() {
        stopped = true;
        running.ifPresent(Run::stop);
    }
}
