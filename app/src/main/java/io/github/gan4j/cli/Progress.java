package io.github.gan4j.cli;

import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Side;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How a training goes: a bar on a terminal, a line now and then elsewhere. */
abstract class Progress implements Listener, AutoCloseable {
    private static final double SECONDS_BETWEEN = 0.5;

    private double shown = Double.NEGATIVE_INFINITY;
    private long firstImages = -1;
    private double firstSeconds;
    private Optional<Belief> belief = Optional.empty();
    private OptionalDouble discriminatorLoss = OptionalDouble.empty();
    private OptionalDouble generatorLoss = OptionalDouble.empty();

    /** A bar where a person watches, lines where a file does. */
    static Progress on(PrintWriter screen, Training training) {
        return System.console() != null && System.getenv("TERM") != null ? new Bar() : new Lines(screen);
    }

    /** @param share done, from 0 to 1 */
    abstract void show(double share, double seconds, String text);

    abstract double secondsBetween();

    @Override
    public final void stepped(Training training, Step step) {
        step.turns().forEach(turn -> {
            belief = turn.belief().or(() -> belief);
            if (turn.side() == Side.DISCRIMINATOR) discriminatorLoss = OptionalDouble.of(turn.loss());
            else generatorLoss = OptionalDouble.of(turn.loss());
        });
        if (firstImages < 0) {
            firstImages = step.images();
            firstSeconds = step.seconds();
        }
        if (step.seconds() - shown < secondsBetween()) return;
        shown = step.seconds();
        double share = training.settings().length().share(step.images(), step.seconds());
        show(share, step.seconds(), text(step, share));
    }

    private String text(Step step, double share) {
        double speed = (step.images() - firstImages) / Math.max(1e-9, step.seconds() - firstSeconds);
        String left = share > 0 ? ", left " + clock(step.seconds() * (1 - share) / share) : "";
        String pace = step.images() > firstImages ? ", %,.0f/s%s".formatted(speed, left) : "";
        return "%,d images%s".formatted(step.images(), pace)
                + number("  D ", discriminatorLoss)
                + number("  G ", generatorLoss)
                + belief.map(b -> "  p_real %.2f  p_fake %.2f".formatted(b.pReal(), b.pFake()))
                        .orElse("");
    }

    private static String number(String name, OptionalDouble value) {
        return value.isPresent() ? name + "%.3f".formatted(value.getAsDouble()) : "";
    }

    /** Seconds as {@code 1:05} or {@code 2:03:07}. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }

    @Override
    public void close() {}

    private static final class Bar extends Progress {
        private static final int PARTS = 1000;

        private final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(PARTS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(500)
                .hideEta()
                .build();

        @Override
        void show(double share, double seconds, String text) {
            bar.stepTo(Math.round(share * PARTS));
            bar.setExtraMessage(text);
        }

        @Override
        double secondsBetween() {
            return SECONDS_BETWEEN;
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private static final double SECONDS = 5;

        private final PrintWriter screen;

        Lines(PrintWriter screen) {
            this.screen = screen;
        }

        @Override
        void show(double share, double seconds, String text) {
            screen.println("%6s %3.0f%%  %s".formatted(clock(seconds), 100 * share, text));
            screen.flush();
        }

        @Override
        double secondsBetween() {
            return SECONDS;
        }
    }
}
