package io.github.gan4j.benchmarks;

import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;

/** The times of a training's steps after some that do not count. */
final class StepTimes implements Listener {
    private final int warmUp;
    private final List<Double> seconds = new ArrayList<>();
    private double last;

    StepTimes(int warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void stepped(Training training, Step step) {
        if (step.number() > warmUp) seconds.add(step.seconds() - last);
        last = step.seconds();
    }

    double median() {
        return Pairs.median(seconds);
    }
}
