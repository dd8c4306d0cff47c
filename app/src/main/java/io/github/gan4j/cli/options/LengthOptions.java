package io.github.gan4j.cli.options;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.StopPlan;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The length of a training, counted from its beginning. */
public final class LengthOptions {
    private static final double MOST_MINUTES = 1_000_000;

    @Option(names = "--minutes", paramLabel = "N", description = "Stop after N minutes of training.")
    private Optional<Double> minutes = Optional.empty();

    @Within(least = 1)
    @Option(names = "--images", paramLabel = "N", description = "Stop after N training images (or points) seen.")
    private Optional<Long> images = Optional.empty();

    /** The length of a run, where one is given. */
    public Optional<StopPlan> plan() {
        check();
        if (minutes.isEmpty() && images.isEmpty()) return Optional.empty();
        return Optional.of(new StopPlan(images.orElse(0L), minutes.orElse(0.0)));
    }

    /** The draft with this length, where one is given. */
    Draft over(Draft draft) {
        return plan().map(stop -> draft.set("stop.minutes", Double.toString(stop.minutes()))
                        .set("stop.images", Long.toString(stop.images())))
                .orElse(draft);
    }

    private void check() {
        minutes.ifPresent(LengthOptions::check);
    }

    /** @throws IllegalArgumentException when minutes are not positive or too many */
    public static void check(double most) {
        if (!(most > 0)) throw new IllegalArgumentException("--minutes must be above 0, got " + text(most));
        if (most > MOST_MINUTES)
            throw new IllegalArgumentException("--minutes must be at most 1000000, got " + text(most));
    }

    private static String text(double number) {
        return number == Math.rint(number) && !Double.isInfinite(number)
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
