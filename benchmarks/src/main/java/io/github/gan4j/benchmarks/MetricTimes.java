package io.github.gan4j.benchmarks;

import io.github.gan4j.metrics.DensityCoverage;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.KernelDistance;
import io.github.gan4j.metrics.Moments;
import io.github.gan4j.metrics.Neighbourhoods;
import io.github.gan4j.metrics.PrecisionRecall;
import io.github.gan4j.metrics.SlicedWasserstein;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

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
        }
        Features reals = normal(10_000, 2048, 1);
        Features fakes = normal(10_000, 2048, 2);
        timed("Fréchet distance of 10 000 x 2048", () -> {
            double value = FrechetDistance.between(Moments.of(reals), Moments.of(fakes));
            return String.format(Locale.ROOT, "%.4f", value);
        });
    }

    /** Two sets of 10 000 from N(0, I) in 1000 dimensions, as in the README of the reference code of Naeem et al. 2020. */
    static void prdc() {
        Features reals = normal(10_000, 1000, 1);
        Features fakes = normal(10_000, 1000, 2);
        System.out.println("published: precision .4772, recall .4705, density 1.0555, coverage .9735");
        timed("PRDC of 10 000 x 1000", () -> {
            Neighbourhoods real = Neighbourhoods.of(reals, 5);
            PrecisionRecall first = PrecisionRecall.of(real, Neighbourhoods.of(fakes, 5), 5);
            DensityCoverage second = DensityCoverage.of(real, fakes, 5);
            return List.of(first.scores(), second.scores());
        });
    }

    private static void timed(String what, Supplier<Object> calculation) {
        long start = System.nanoTime();
        Object result = calculation.get();
        System.out.printf(Locale.ROOT, "%s: %.2f s%n    %s%n", what, (System.nanoTime() - start) / 1e9, result);
    }

    private static Features normal(int count, int width, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return new Features(count, width, values);
    }
}
