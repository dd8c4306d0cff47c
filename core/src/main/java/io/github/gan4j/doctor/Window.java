package io.github.gan4j.doctor;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The last quarter of what a training has seen up to a moment, and the stretch before it. A quarter, so that what is said
 * of it has held for a while, however long a training is.
 */
record Window(History history, int end) {
    private static final double BEGINS = 0.75, BEFORE = 0.5;
    /** A mean of fewer values says nothing. */
    private static final int FEWEST = 3;

    long images() {
        return history.readings().get(end).imagesSeen();
    }

    double share() {
        return history.readings().get(end).share();
    }

    /** The images seen where the window begins. */
    long since() {
        return IntStream.rangeClosed(0, end)
                .mapToLong(i -> history.readings().get(i).imagesSeen())
                .filter(seen -> seen > BEGINS * images())
                .findFirst()
                .orElse(images());
    }

    /** The mean within the window; empty where there are fewer than three values. */
    OptionalDouble mean(Sign sign) {
        double[] values = between(sign, BEGINS, 1).toArray();
        return values.length < FEWEST
                ? OptionalDouble.empty()
                : DoubleStream.of(values).average();
    }

    /** The mean in the quarter before the window; empty where there are fewer than three values. */
    OptionalDouble before(Sign sign) {
        double[] values = between(sign, BEFORE, BEGINS).toArray();
        return values.length < FEWEST
                ? OptionalDouble.empty()
                : DoubleStream.of(values).average();
    }

    /** How much the mean of the window's later half is above that of its earlier half; 0 where that is unknown. */
    double rise(Sign sign) {
        double[] values = between(sign, BEGINS, 1).toArray();
        if (values.length < 2 * FEWEST) return 0;
        int half = values.length / 2;
        double early = DoubleStream.of(values).limit(half).average().orElseThrow();
        double late = DoubleStream.of(values).skip(half).average().orElseThrow();
        return late - early;
    }

    /** The largest value up to this moment. */
    OptionalDouble largest(Sign sign) {
        return between(sign, -1, 1).max();
    }

    /** The smallest value in the first part of what was seen. */
    OptionalDouble smallestUntil(Sign sign, double part) {
        return between(sign, -1, part).min();
    }

    /** The smallest value in the rest. */
    OptionalDouble smallestSince(Sign sign, double part) {
        return between(sign, part, 1).min();
    }

    private DoubleStream between(Sign sign, double from, double to) {
        double low = from * images(), high = to * images();
        return IntStream.rangeClosed(0, end)
                .mapToObj(history.readings()::get)
                .filter(reading -> reading.imagesSeen() > low && reading.imagesSeen() <= high)
                .flatMapToDouble(reading -> reading.number(sign).stream());
    }
}
