package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;

/** The limits that records of a plan put on their components; each message begins with the component's name. */
final class Check {
    private Check() {}

    static void between(String name, long value, long least, long most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", found " + value);
    }

    static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most))
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", found " + value);
    }

    /** From 0, which is allowed, to 1, which is not. */
    static void fraction(String name, double value) {
        if (!(value >= 0 && value < 1))
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, found " + value);
    }

    static void between(String name, Schedule schedule, double least, double most) {
        if (schedule.lowest() < least || schedule.highest() > most)
            throw new IllegalArgumentException(
                    name + " must stay between " + least + " and " + most + ", found " + schedule.written());
    }

    static void atLeast(String name, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(name + " must be at least " + least + ", found " + value);
    }

    static void atLeast(String name, long value, long least) {
        if (value < least) throw new IllegalArgumentException(name + " must be at least " + least + ", found " + value);
    }
}
