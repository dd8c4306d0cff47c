package io.github.gan4j.doctor;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The last part of the images seen up to an observation, and the quarter before it: a diagnosis has then held for a
 * while, however long the training.
 *
 * @param begins share of the images seen at which it begins: three quarters, or half for a first impression
 * @param fewest values whose mean says something: three, or one for a first impression
 * @param earliest share of the planned length before which everything looks ill; none for a first impression
 */
record Window(History history, int end, double begins, int fewest, double earliest) {
    private static final double BEGINS = 0.75, BEFORE = 0.5;
    /** A mean of fewer values is noise. */
    private static final int FEWEST = 3;
    /** In the first fifth of a training everything looks ill. */
    private static final double EARLIEST = 0.2;

    static Window at(History history, int end) {
        return new Window(history, end, BEGINS, FEWEST, EARLIEST);
    }

    /** All that a run too short for a diagnosis has to go by. */
    static Window impression(History history) {
        return new Window(history, history.size() - 1, BEFORE, 1, 0);
    }

    long images() {
        return history.observations().get(end).imagesSeen();
    }

    double share() {
        return history.observations().get(end).share();
    }

    boolean tooEarly() {
        return share() < earliest;
    }

    /** The images seen where the window begins. */
    long since() {
        return IntStream.rangeClosed(0, end)
                .mapToLong(i -> history.observations().get(i).imagesSeen())
                .filter(seen -> seen > begins * images())
                .findFirst()
                .orElse(images());
    }

    /** The mean within the window; empty where there are too few values. */
    OptionalDouble mean(Signal sign) {
        double[] values = between(sign, begins, 1).toArray();
        return values.length < fewest
                ? OptionalDouble.empty()
                : DoubleStream.of(values).average();
    }

    /** The mean in the quarter before the window; empty where there are fewer than three values. */
    OptionalDouble before(Signal sign) {
        double[] values = between(sign, BEFORE, BEGINS).toArray();
        return values.length < FEWEST
                ? OptionalDouble.empty()
                : DoubleStream.of(values).average();
    }

    /** The mean of the window's later half less that of its earlier half; 0 where that is unknown. */
    double rise(Signal sign) {
        double[] values = between(sign, BEGINS, 1).toArray();
        if (values.length < 2 * FEWEST) return 0;
        int half = values.length / 2;
        double early = DoubleStream.of(values).limit(half).average().orElseThrow();
        double late = DoubleStream.of(values).skip(half).average().orElseThrow();
        return late - early;
    }

    /** The largest value so far. */
    OptionalDouble largest(Signal sign) {
        return between(sign, -1, 1).max();
    }

    /** The smallest value within the first {@code part} of the images seen. */
    OptionalDouble smallestUntil(Signal sign, double part) {
        return between(sign, -1, part).min();
    }

    /** The smallest value after it. */
    OptionalDouble smallestSince(Signal sign, double part) {
        return between(sign, part, 1).min();
    }

    private DoubleStream between(Signal sign, double from, double to) {
        double low = from * images(), high = to * images();
        return IntStream.rangeClosed(0, end)
                .mapToObj(history.observations()::get)
                .filter(observation -> observation.imagesSeen() > low && observation.imagesSeen() <= high)
                .flatMapToDouble(observation -> observation.number(sign).stream());
    }
}
