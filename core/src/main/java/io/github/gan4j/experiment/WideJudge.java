package io.github.gan4j.experiment;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Synthetic1200;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.views.Diagram;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The ten modes in 1200 dimensions. The published rule, "within 10 standard deviations of a mode", cannot be meant
 * plainly, since real samples lie √700 = 26.5 of them from their mode. Here a sample belongs to the nearest mode if the
 * distance, over all 1200 coordinates, is less than √700 + 10 · √½: the mean and ten standard deviations of the
 * distance of real samples. A plan may bring the data to another scale: what its generator makes is brought back first.
 */
record WideJudge(int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("modes", "modes", 1, 1),
            new ScoreColumn("high-quality", "high quality %", 100, 2),
            new ScoreColumn("reverse-kl", "reverse KL", 1, 4),
            new ScoreColumn("distance", "mean distance", 1, 2));
    static final double REACH = Math.sqrt(Synthetic1200.NOISY) + 10 * Math.sqrt(0.5);

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        float[] points = BenchmarkJudge.samples(generator, seed, samples);
        double scale = generator.plan().data() instanceof DataSource.Wide wide ? wide.scale() : 1;
        for (int i = 0; i < points.length; i++) points[i] = (float) (points[i] / scale);
        return assess(points);
    }

    @Override
    public Assessment assessReals(long seed) {
        return assess(new Synthetic1200(UNSEEN + seed, 1).batch(0, samples).values());
    }

    private static Assessment assess(float[] points) {
        double[] centres = Synthetic1200.centres();
        int[] histogram = new int[centres.length];
        int count = points.length / Synthetic1200.NUMBERS;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            int from = i * Synthetic1200.NUMBERS, nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int mode = 0; mode < centres.length; mode++) {
                double distance = distance(points, from, centres[mode]);
                if (distance >= least) continue;
                least = distance;
                nearest = mode;
            }
            if (least < REACH) histogram[nearest]++;
            sum += least;
        }
        ModeCount found = new ModeCount(histogram, count, 1);
        return Assessment.of(
                picture(histogram, count), (double) found.found(), found.highQuality(), found.reverseKl(), sum / count);
    }

    private static double distance(float[] points, int from, double centre) {
        double square = 0;
        for (int n = 0; n < Synthetic1200.NUMBERS; n++)
            square += (points[from + n] - centre) * (points[from + n] - centre);
        return Math.sqrt(square);
    }

    /** A bar for each mode; half the height is its fair share. */
    private static Picture picture(int[] histogram, int count) {
        Diagram diagram = new Diagram(0, histogram.length, 0, 2.0 * count / histogram.length);
        double[] heights = Arrays.stream(histogram).asDoubleStream().toArray();
        diagram.bars(heights, new Color(0x616161), "generated");
        return diagram.picture("");
    }
}
