package io.github.gan4j.benchmarks;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.Samples;
import io.github.gan4j.metrics.DensityCoverage;
import io.github.gan4j.metrics.FeatureMoments;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.KernelDistance;
import io.github.gan4j.metrics.Memorisation;
import io.github.gan4j.metrics.MsSsim;
import io.github.gan4j.metrics.Neighbourhoods;
import io.github.gan4j.metrics.PrecisionRecall;
import io.github.gan4j.metrics.SlicedWasserstein;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** How long the metrics take, and the published figures of the metrics of neighbourhoods. */
final class MetricTimes {
    private MetricTimes() {}

    /** 10 000 samples of each kind, the features already there. */
    static void measure() {
        for (int width : new int[] {64, 128}) {
            Features reals = normal(10_000, width, 1);
            Features fakes = normal(10_000, width, 2);
            String size = " of 10 000 x " + width;
            timed("Fréchet distance" + size, () -> FrechetDistance.of(reals, fakes));
            timed("kernel distance" + size, () -> KernelDistance.of(reals, fakes, 1));
            timed("precision and recall" + size, () -> PrecisionRecall.of(reals, fakes, 3)
                    .scores());
            timed("density and coverage" + size, () -> DensityCoverage.of(reals, fakes, 5)
                    .scores());
            timed("sliced Wasserstein" + size, () -> SlicedWasserstein.of(reals, fakes));
            timed("memorisation" + size, () -> Memorisation.of(fakes, reals, reals)
                    .score());
        }
        Batch strokes = new PenStrokes(1).batch(0, 2000);
        timed("MS-SSIM of 1000 pairs of 28x28", () -> MsSsim.diversity(strokes));
        Batch noise = Noise.images(3, 64).batch(0, 2000);
        timed("MS-SSIM of 1000 pairs of 64x64 in colour", () -> MsSsim.diversity(noise));
        Features reals = normal(10_000, 2048, 1);
        Features fakes = normal(10_000, 2048, 2);
        timed("Fréchet distance of 10 000 x 2048", () -> {
            double value = FrechetDistance.between(FeatureMoments.of(reals), FeatureMoments.of(fakes));
            return String.format(Locale.ROOT, "%.4f", value);
        });
    }

    /**
     * Two sets of 10 000 from N(0, I) in 1000 dimensions, as in the README of the reference code of Naeem et al. 2020,
     * which does not say its seed: so the spread over seeds is shown beside its figures.
     */
    static void prdc() {
        int rounds = 8;
        double[][] found = new double[4][rounds];
        for (int round = 0; round < rounds; round++) {
            Features reals = normal(10_000, 1000, 2 * round + 1);
            Features fakes = normal(10_000, 1000, 2 * round + 2);
            Neighbourhoods real = Neighbourhoods.of(reals, 5);
            PrecisionRecall first = PrecisionRecall.of(real, Neighbourhoods.of(fakes, 5), 5);
            DensityCoverage second = DensityCoverage.of(real, fakes, 5);
            double[] values = {first.precision(), first.recall(), second.density(), second.coverage()};
            for (int i = 0; i < 4; i++) found[i][round] = values[i];
            System.out.printf(Locale.ROOT, "seed %d: %s%n", round, Arrays.toString(values));
        }
        String[] names = {"precision", "recall", "density", "coverage"};
        double[] published = {.4772, .4705, 1.0555, .9735};
        for (int i = 0; i < 4; i++) {
            double mean = DoubleStream.of(found[i]).average().orElseThrow();
            double squares =
                    DoubleStream.of(found[i]).map(x -> (x - mean) * (x - mean)).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%s: mean %.4f, standard deviation %.4f over %d seeds; published %.4f%n",
                    names[i],
                    mean,
                    Math.sqrt(squares / (rounds - 1)),
                    rounds,
                    published[i]);
        }
    }

    /** Beside the time by the clock that of this thread, which neighbours on a busy machine do not lengthen. */
    private static void timed(String what, Supplier<Object> calculation) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        Object result = calculation.get();
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s, %.2f s of this thread%n    %s%n",
                what,
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - work) / 1e9,
                result);
    }

    private static Features normal(int count, int width, long seed) {
        Samples samples = new Mixture("normal", List.of(new double[width]), 1).samples(seed);
        return new Features(count, width, samples.batch(0, count).values());
    }
}
