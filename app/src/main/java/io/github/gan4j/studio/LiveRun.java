package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A training in this program, on a thread of its own, that can be watched and steered. What breaks it is kept as one
 * line and harms nothing else.
 */
public final class LiveRun {
    /** Makes or takes up a run; called on the training's own thread. */
    interface Opening {
        Run open() throws IOException;
    }

    private final String name;
    private final Helm helm;
    private final Listener listener;
    private final CompletableFuture<Run> opened = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<Step> last = Optional.empty();
    private volatile Optional<Ending> ending = Optional.empty();
    private volatile Optional<Exception> failure = Optional.empty();
    private volatile boolean stopping;

    private LiveRun(String name, Helm helm, Listener listener) {
        this.name = name;
        this.helm = helm;
        this.listener = listener;
    }

    /** @param listener hears of it as well, on the training's thread */
    static LiveRun start(String name, Helm helm, Opening opening, Listener listener) {
        LiveRun live = new LiveRun(name, helm, listener);
        Thread thread = new Thread(() -> live.play(opening), "gan4j-training");
        thread.setDaemon(true);
        thread.start();
        return live;
    }

    private void play(Opening opening) {
        helm.begin();
        try (Run run = opening.open()) {
            opened.complete(run);
            if (stopping) run.stop();
            ending = Optional.of(run.train(watch(), helm));
        } catch (Exception | LinkageError | OutOfMemoryError broken) {
            failure = Optional.of(broken instanceof Exception e ? e : new IOException(broken.toString(), broken));
        } finally {
            helm.release();
            over.countDown();
            failure.ifPresent(opened::completeExceptionally);
        }
    }

    private Listener watch() {
        return new Listener() {
            @Override
            public void stepped(Training training, Step step) throws IOException {
                last = Optional.of(step);
                listener.stepped(training, step);
            }

            @Override
            public void ended(Training training, Ending how) throws IOException {
                listener.ended(training, how);
            }
        };
    }

    /**
     * Waits until the first step can be played.
     *
     * @return false when that takes longer
     * @throws IOException or IllegalArgumentException, in one line, when the run could not be made
     */
    public boolean awaitOpening(long seconds) throws IOException {
        try {
            opened.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            rethrow(failed.getCause());
            return false;
        }
    }

    private static void rethrow(Throwable cause) throws IOException {
        if (cause instanceof IOException e) throw e;
        if (cause instanceof RuntimeException e) throw e;
        throw new IOException(cause);
    }

    /**
     * Waits for the end.
     *
     * @throws IOException or IllegalArgumentException, in one line, when the training broke
     */
    public Ending awaitEnd() throws IOException, InterruptedException {
        over.await();
        if (failure.isPresent()) rethrow(failure.get());
        return ending.orElseThrow();
    }

    void awaitOver() throws InterruptedException {
        over.await();
    }

    /** Asks for the end and waits for it; what was learned is kept. */
    void stop(long seconds) throws InterruptedException {
        stopping = true;
        if (opened.isDone() && !opened.isCompletedExceptionally()) opened.join().stop();
        helm.end();
        over.await(seconds, TimeUnit.SECONDS);
    }

    boolean going() {
        return over.getCount() > 0;
    }

    public String name() {
        return name;
    }

    Helm helm() {
        return helm;
    }

    Optional<Step> last() {
        return last;
    }

    Optional<Exception> failure() {
        return failure;
    }

    /** Nothing while the run is being opened. */
    public Optional<Run> run() {
        return opened.isDone() && !opened.isCompletedExceptionally() ? Optional.of(opened.join()) : Optional.empty();
    }

    /** Writes down what a person has set. */
    void note(Helm.Setting setting) throws IOException {
        note(setting.toString().replace("Setting", "set "));
    }

    /** Writes down that a person stepped in, since from now on the plan alone does not tell what happened. */
    void note(String what) throws IOException {
        Run run = run().orElseThrow(() -> Refusal.conflict(name + " is still being prepared"));
        ObjectNode line = Json.object()
                .put("imagesSeen", last.map(Step::images).orElse(run.training().images()))
                .put("what", what);
        try (JsonLines notes = JsonLines.append(run.folder().path().resolve("steering.jsonl"))) {
            notes.write(line);
        }
    }

    Optional<Plan> plan() {
        return run().map(Run::plan);
    }
}
