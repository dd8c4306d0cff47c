package io.github.gan4j.judging;

import io.github.gan4j.data.Samples;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at what a training makes through the metrics of its plan. */
public interface Judge extends AutoCloseable {
    /** @throws IllegalArgumentException when a metric of the plan cannot be computed from what this training makes */
    void require(Training training);

    /** What the metrics say of what the generators make now: samples are taken at once, and measured by whoever asks. */
    Supplier<List<Score>> scores(Training training);

    /** The name of the score by which the best is found. */
    String deciding();

    /** Which way that score improves. */
    Better better();

    @Override
    void close();

    /**
     * Takes a first look at the reals; a classifier that has to learn them first takes minutes.
     *
     * @param samples of the plan's data
     * @param notice hears one line about what takes long
     */
    static Judge of(Plan plan, Samples samples, Consumer<String> notice) throws IOException {
        return plan.restoring() ? RestorationJudge.of(plan, samples, notice) : SampleJudge.of(plan, samples, notice);
    }

    /**
     * Refuses a plan whose metrics are unknown or do not lend themselves to finding the best.
     *
     * @throws IllegalArgumentException in one line
     */
    static void requireKnown(Plan plan) {
        plan.metrics().ifPresent(wanted -> requireKnown(wanted, plan.restoring() ? Metrics.OF_RESTORED : Metrics.ALL));
    }

    /**
     * Refuses what a new plan would say of its metrics without effect: one named twice, and an extractor where none is asked.
     * Runs that were begun so go on.
     *
     * @throws IllegalArgumentException in one line
     */
    static void requireEffect(Plan plan) {
        plan.metrics().ifPresent(wanted -> {
            List<String> names = wanted.names();
            if (names.stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .distinct()
                            .count()
                    < names.size())
                throw new IllegalArgumentException("metrics.names must name each metric once, got " + names);
            if ((plan.restoring() || plan.ofPoints()) && !wanted.extractor().equals(Extractors.AUTO))
                throw new IllegalArgumentException("metrics.extractor must be auto, since "
                        + (plan.restoring() ? "restored images are compared by their pixels" : Extractors.OF_POINTS)
                        + "; got '" + wanted.extractor() + "'");
        });
    }

    private static void requireKnown(MetricsPlan wanted, List<Metric> known) {
        Metric best = best(wanted, known);
        if (!metrics(wanted, known).contains(best))
            throw new IllegalArgumentException(
                    "metrics.best must be one of metrics.names " + wanted.names() + ", got '" + wanted.best() + "'");
        if (best.better() == Better.LIKE_REALS)
            throw new IllegalArgumentException("metrics.best: of " + best.name()
                    + " neither more nor less is better; name another metric, such as "
                    + known.get(0).name());
    }

    /** The metrics that a plan names. */
    static List<Metric> metrics(MetricsPlan plan, List<Metric> known) {
        return Metrics.named(String.join(",", plan.names()), known);
    }

    /** The metric by which the best is found. */
    static Metric best(MetricsPlan plan, List<Metric> known) {
        return Metrics.named(plan.deciding(), known).get(0);
    }
}
