package io.github.gan4j.studio;

import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Graded;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/**
 * The adversarial lab: one set of images at a time with the classifiers that have learned it. Images are read and
 * classifiers learn in the background, one after the other; beside a training, in turn with its steps.
 */
final class Lab implements AutoCloseable {
    private static final long MOST_MILLISECONDS_TO_END = 20_000;

    private final Workshop workshop;
    private final Views views;
    private Optional<LabRoom> room = Optional.empty();
    private Optional<Opening> opening = Optional.empty();

    Lab(Workshop workshop, Views views) {
        this.workshop = workshop;
        this.views = views;
    }

    /** How far it is from a wish to images and a classifier that can be worked with. */
    final class Opening {
        private final Wish wish;
        private final Thread thread;
        private volatile String doing = "reads";
        private volatile double share;
        private volatile Optional<String> failure = Optional.empty();
        private volatile boolean stopping;

        private Opening(Wish wish) {
            this.wish = wish;
            thread = new Thread(this::work, "gan4j-lab");
            thread.setDaemon(true);
        }

        private void work() {
            try {
                // alone it may use as many threads as the program was given
                if (workshop.live().isPresent()) Engine.useThreads(1);
                LabRoom there = roomFor(wish);
                doing = "prepares";
                Graded pupil = workshop.quietly(
                        pause -> there.victims().ordinary(wish.structure(), line -> {}, (what, done, all) -> {
                            if (stopping) throw new CancellationException("stopped");
                            doing = "learns";
                            share = (double) done / all;
                            pause.run();
                        }));
                furnish(there, wish, pupil);
            } catch (Exception | LinkageError | OutOfMemoryError broken) {
                failure = Optional.of(
                        broken instanceof OutOfMemoryError
                                ? "the images do not fit into memory"
                                : Workshop.line(broken));
            }
        }

        Wish wish() {
            return wish;
        }

        boolean going() {
            return thread.isAlive();
        }

        /** {@code reads} the images, {@code prepares} the classifier, perhaps waiting for a training, or {@code learns}. */
        String doing() {
            return doing;
        }

        /** Of the learning, from 0 to 1. */
        double share() {
            return share;
        }

        Optional<String> failure() {
            return failure;
        }
    }

    /**
     * Begins to read and to learn what is wished for, unless that is done.
     *
     * @throws Refusal while something else is being opened
     */
    synchronized void open(Wish wish) {
        if (room.filter(r -> r.has(wish)).isPresent()) return;
        Optional<Opening> now = opening.filter(Opening::going);
        if (now.filter(o -> !o.wish.equals(wish)).isPresent())
            throw Refusal.conflict("a " + now.get().wish.structure().word() + " classifier of "
                    + now.get().wish.data() + " is being made ready; wait for it, or stop it");
        if (now.isPresent()) return;
        Opening next = new Opening(wish);
        opening = Optional.of(next);
        next.thread.start();
    }

    private LabRoom roomFor(Wish wish) throws IOException {
        synchronized (this) {
            if (room.filter(r -> r.sameImages(wish)).isPresent()) return room.get();
        }
        return new LabRoom(wish, Victims.of(wish.data(), wish.size(), OptionalInt.empty(), line -> {}));
    }

    private void furnish(LabRoom there, Wish wish, Graded pupil) {
        Optional<LabRoom> old;
        synchronized (this) {
            there.add(wish.structure(), pupil);
            old = room.filter(r -> r != there);
            room = Optional.of(there);
            opening = Optional.empty();
        }
        // on their thread, and without the monitor that they may wait for
        old.ifPresent(left -> views.run(left::close));
    }

    /** What is being opened just now. */
    synchronized Optional<Opening> going() {
        return opening.filter(Opening::going);
    }

    /** What is being opened for this wish, or why that failed. */
    synchronized Optional<Opening> opening(Wish wish) {
        return opening.filter(o -> o.wish.equals(wish));
    }

    /** The images and the classifier of a wish; used on the thread of the views only. */
    synchronized Optional<LabRoom> room(Wish wish) {
        return room.filter(r -> r.has(wish));
    }

    /** @throws Refusal when they are not open */
    LabRoom opened(Wish wish) {
        return room(wish)
                .orElseThrow(() -> Refusal.conflict("the lab has turned to other images since; open these again"));
    }

    /** Ends what is being opened. */
    void stop() throws InterruptedException {
        Optional<Opening> now;
        synchronized (this) {
            now = opening;
        }
        if (now.isEmpty()) return;
        now.get().stopping = true;
        now.get().thread.join(MOST_MILLISECONDS_TO_END);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Optional<LabRoom> left;
        synchronized (this) {
            left = room;
            room = Optional.empty();
        }
        left.ifPresent(one -> views.run(one::close));
    }
}
