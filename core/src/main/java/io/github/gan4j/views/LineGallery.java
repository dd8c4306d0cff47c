package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Scale;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Numbers on a line: the true density, the histogram of generated numbers, what the discriminator believes and, dashed,
 * what the best discriminator would believe: p_data / (p_data + p_generated).
 */
record LineGallery(Plan plan, Distribution distribution) implements Gallery {
    private static final int COUNT = 10_000;
    private static final int BINS = 80;

    @Override
    public Picture reals(Training training) {
        Diagram diagram = diagram();
        histogram(diagram, training.data().batch(0, COUNT).values());
        density(diagram);
        return diagram.picture("reals");
    }

    @Override
    public Picture samples(Training training) {
        Diagram diagram = diagram();
        float[] made = made(training);
        double[] heights = histogram(diagram, made);
        density(diagram);
        double scale = diagram.top();
        float[] points = new float[diagram.columns()];
        for (int i = 0; i < points.length; i++) points[i] = (float) diagram.x(i);
        belief(training, points, made)
                .ifPresent(believed ->
                        diagram.line(i -> believed[(int) i] * scale, new Color(0x2e7d32), "discriminator", false));
        diagram.line(
                i -> {
                    double real = distribution.density(diagram.x((int) i));
                    double fake = heights[diagram.bin((int) i, BINS)];
                    return real + fake == 0 ? Double.NaN : scale * real / (real + fake);
                },
                new Color(0x9e9e9e),
                "best discriminator",
                true);
        return diagram.picture("after %,d numbers".formatted(training.images()));
    }

    @Override
    public Map<String, Double> measures(Training training) {
        float[] made = made(training);
        double mean = mean(made), squares = 0;
        for (float value : made) squares += (value - mean) * (value - mean) / made.length;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("sampleMean", mean);
        measures.put("sampleDeviation", Math.sqrt(squares));
        return measures;
    }

    private float[] made(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        return generators.samples(generators.latents().of(0, COUNT));
    }

    /**
     * Nothing where packs of samples or whole batches are judged or classes are told, which have no one curve, and where
     * a score is no probability.
     */
    private Optional<double[]> belief(Training training, float[] points, float[] made) {
        boolean together = plan.discriminator().samplesPerView() > 1
                || plan.discriminator().network().comparing();
        if (together || plan.conditional()) return Optional.empty();
        Scale scale = plan.objective().scale();
        if (!scale.isProbability()) return Optional.empty();
        float[] real = training.data().batch(0, made.length).values();
        return Optional.of(scale.curve(training.scores(0, points), training.scores(0, real), training.scores(0, made)));
    }

    private static double mean(float[] values) {
        double mean = 0;
        for (float value : values) mean += value / values.length;
        return mean;
    }

    private Diagram diagram() {
        double middle = distribution.mean()[0], reach = 4.5 * distribution.std()[0];
        List<Double> span = plan.record().span();
        double left = span.isEmpty() ? middle - reach : span.get(0);
        double right = span.isEmpty() ? middle + reach : span.get(1);
        double peak = 0;
        for (double at = -reach; at <= reach; at += reach / 200)
            peak = Math.max(peak, distribution.density(middle + at));
        return new Diagram(left, right, 0, 1.6 * peak);
    }

    private void density(Diagram diagram) {
        DoubleUnaryOperator density = i -> distribution.density(diagram.x((int) i));
        diagram.line(density, new Color(0x1565c0), "true density", false);
    }

    /** Draws the histogram as a density and returns its heights. */
    private static double[] histogram(Diagram diagram, float[] values) {
        double[] heights = new double[BINS];
        double width = (diagram.right() - diagram.left()) / BINS;
        for (float value : values) {
            int bin = (int) Math.floor((value - diagram.left()) / width);
            if (bin >= 0 && bin < BINS) heights[bin] += 1 / (values.length * width);
        }
        diagram.bars(Arrays.copyOf(heights, BINS), new Color(0xef9a9a));
        return heights;
    }
}
