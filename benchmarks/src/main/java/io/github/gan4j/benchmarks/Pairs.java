package io.github.gan4j.benchmarks;

import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times two ways to do a thing in turn, A B A B ..., so that both meet the same moods of the machine. */
final class Pairs implements Listener {
    private final Runnable rival;
    private final int warmUp;
    private final List<Double> own = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();
    private long began = System.nanoTime();

    /**
     * The steps of a training against {@code rival}, which is run after each of them.
     *
     * @param warmUp pairs that do not count
     */
    Pairs(int warmUp, Runnable rival) {
        this.rival = rival;
        this.warmUp = warmUp;
    }

    @Override
    public void stepped(Training training, Step step) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double other = seconds(rival);
        if (step.number() > warmUp) {
            own.add(seconds);
            others.add(other);
        }
        began = System.nanoTime();
    }

    static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** One line: both medians, and the median and the extremes of the ratios pair by pair. */
    String report(String what, String name, String rivalName) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) ratios.add(own.get(i) / others.get(i));
        ratios.sort(null);
        return String.format(
                Locale.ROOT,
                "%-34s %s %.1f ms, %s %.1f ms a step; ratio %.3f (quarters %.3f to %.3f, %d pairs)",
                what,
                name,
                1e3 * median(own),
                rivalName,
                1e3 * median(others),
                median(ratios),
                ratios.get(ratios.size() / 4),
                ratios.get(ratios.size() * 3 / 4),
                ratios.size());
    }
}
