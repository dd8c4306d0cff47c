package io.github.gan4j.cli.terminal;

import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Side;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** The progress of a training: a bar on a terminal, a line every few seconds elsewhere. */
abstract class Progress implements Listener, AutoCloseable {
    private double shown = Double.NEGATIVE_INFINITY;
    private long firstImages = -1;
    private double firstSeconds;
    private Optional<Belief> belief = Optional.empty();
    private OptionalDouble discriminatorLoss = OptionalDouble.empty();
    private OptionalDouble generatorLoss = OptionalDouble.empty();

    /** A bar on a terminal, lines in a file. */
    static Progress on(PrintWriter screen) {
        return Optional.ofNullable(System.console())
                .filter(console -> System.getenv("TERM") != null && isTerminal(console))
                .<Progress>map(Bar::new)
                .orElseGet(() -> new Lines(screen));
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    abstract void show(TrainingStatus status);

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
        show(status(training));
    }

    @Override
    public final void ended(Training training, Ending ending) {
        if (firstImages >= 0) show(status(training));
    }

    private TrainingStatus status(Training training) {
        long images = training.images();
        double seconds = training.seconds();
        return new TrainingStatus(
                training.settings().length().share(images, seconds),
                seconds,
                images,
                training.data().shape().noun(),
                images > firstImages
                        ? OptionalDouble.of((images - firstImages) / Math.max(1e-9, seconds - firstSeconds))
                        : OptionalDouble.empty(),
                discriminatorLoss,
                generatorLoss,
                belief);
    }

    @Override
    public void close() {}

    /** One line that is overwritten. */
    private static final class Bar extends Progress {
        private final PrintWriter screen;
        private final boolean blocks;
        private final TerminalWidth columns = new TerminalWidth();
        private int length;

        Bar(Console console) {
            screen = console.writer();
            blocks = console.charset().equals(StandardCharsets.UTF_8);
        }

        @Override
        void show(TrainingStatus status) {
            // the last column stays free, since some terminals wrap there
            String text = status.bar(columns.now() - 1, blocks);
            screen.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
            screen.flush();
            length = text.length();
        }

        @Override
        double secondsBetween() {
            return 0.5;
        }

        @Override
        public void close() {
            if (length > 0) screen.println();
            screen.flush();
            length = 0;
        }
    }

    private static final class Lines extends Progress {
        private static final double SECONDS = 5;

        private final PrintWriter screen;

        Lines(PrintWriter screen) {
            this.screen = screen;
        }

        @Override
        void show(TrainingStatus status) {
            screen.println(status.line());
            screen.flush();
        }

        @Override
        double secondsBetween() {
            return SECONDS;
        }
    }
}
