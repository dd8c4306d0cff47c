package io.github.gan4j.benchmarks;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.metrics.ClassFrequencies;
import io.github.gan4j.metrics.ConfidenceInterval;
import io.github.gan4j.metrics.DensityCoverage;
import io.github.gan4j.metrics.DensityFit;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.KernelDistance;
import io.github.gan4j.metrics.Memorisation;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.metrics.MsSsim;
import io.github.gan4j.metrics.PrecisionRecall;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.metrics.SlicedWasserstein;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the metrics' intervals keep their promise: evaluations with new samples, and how often 95 of 100 it is. */
final class IntervalCheck {
    private static final int ROUNDS = 100;

    private IntervalCheck() {}

    static void measure() {
        Map<String, List<Score>> found = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++)
            for (Score score : scores(round))
                found.computeIfAbsent(score.name(), name -> new ArrayList<>()).add(score);
        System.out.println("metric                  mean      deviation  promised   mean in the interval");
        found.forEach(IntervalCheck::print);
    }

    private static List<Score> scores(int round) {
        Features reals = normal(1000, 16, 0, 3L * round);
        Features fakes = normal(1000, 16, 0.1, 3L * round + 1);
        Features held = normal(1000, 16, 0, 3L * round + 2);
        Distribution grid = Distribution.grid(5, 2, 0.05);
        Features points =
                new Features(2500, 2, grid.samples(round).batch(0, 2500).values());
        List<Score> scores = new ArrayList<>();
        scores.add(FrechetDistance.of(reals, fakes));
        scores.add(KernelDistance.of(reals, fakes, 1));
        scores.addAll(PrecisionRecall.of(reals, fakes, 3).scores());
        scores.addAll(DensityCoverage.of(reals, fakes, 5).scores());
        scores.add(SlicedWasserstein.of(reals, fakes, 64));
        scores.add(Memorisation.of(fakes, reals, held).score());
        scores.add(MsSsim.diversity(new PenStrokes(round).batch(0, 400), 200, 1));
        scores.addAll(ModeCount.of(points, (Mixture) grid, 3).scores());
        scores.addAll(DensityFit.of(normal(1000, 1, 0.3, round), Distribution.normal(0, 1)));
        scores.add(new ClassFrequencies(classes(round), new double[] {0.25, 0.25, 0.25, 0.25}).score(List.of()));
        return scores;
    }

    /** A class is the quarter of a normal distribution, shifted by a fifth, so that the shares are not equal. */
    private static int[] classes(int round) {
        int[] counts = new int[4];
        for (float x : normal(1000, 1, 0.2, 7L * round).values())
            counts[x < -0.6745 ? 0 : x < 0 ? 1 : x < 0.6745 ? 2 : 3]++;
        return counts;
    }

    private static void print(String name, List<Score> scores) {
        double mean = scores.stream().mapToDouble(Score::value).average().orElseThrow();
        double squares = scores.stream()
                .mapToDouble(score -> Math.pow(score.value() - mean, 2))
                .sum();
        List<ConfidenceInterval> intervals =
                scores.stream().flatMap(score -> score.interval().stream()).toList();
        if (intervals.isEmpty()) return;
        double promised = intervals.stream()
                .mapToDouble(interval -> (interval.high() - interval.low()) / 2 / 1.96)
                .average()
                .orElseThrow();
        long hits =
                intervals.stream().filter(interval -> interval.contains(mean)).count();
        System.out.printf(
                Locale.ROOT,
                "%-22s %9.5f  %9.5f  %9.5f  %d of %d%n",
                name,
                mean,
                Math.sqrt(squares / (scores.size() - 1)),
                promised,
                hits,
                intervals.size());
    }

    private static Features normal(int count, int width, double shift, long seed) {
        double[] centre = new double[width];
        Arrays.fill(centre, shift);
        return new Features(
                count,
                width,
                new Mixture("normal", List.of(centre), 1)
                        .samples(seed)
                        .batch(0, count)
                        .values());
    }
}
