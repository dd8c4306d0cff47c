package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Scorer;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers on a line: the density of the data, the histogram of generated numbers, the curve of the discriminator and,
 * dashed, that of the optimal discriminator.
 */
record LineView(Plan plan, Optional<Distribution> data) implements View {
    private static final int COUNT = 10_000, COUNT_OF_PAGE = 2_000, PLACES_OF_PAGE = 180;

    @Override
    public Picture reals(Training training) {
        Diagram diagram = diagram(training);
        draw(diagram, numbers(diagram, training.data().batch(0, COUNT).values()));
        return diagram.picture("reals");
    }

    @Override
    public Picture samples(Training training) {
        Diagram diagram = diagram(training);
        float[] made = made(training, COUNT);
        LineNumbers numbers = numbers(diagram, made);
        draw(diagram, numbers);
        Scorer scorer = Scorer.of(plan, training);
        curve(numbers, diagram.columns(), scorer, made)
                .ifPresent(curve -> diagram.line(
                        curve,
                        diagram.top(),
                        new Color(0x2e7d32),
                        scorer.scale().isProbability() ? "discriminator" : "score, rescaled",
                        false));
        if (data.isPresent())
            diagram.line(numbers.ideal(), diagram.top(), new Color(0x9e9e9e), "best discriminator", true);
        return diagram.picture("after " + Numbers.of(training.images(), "number"));
    }

    private LineNumbers numbers(Diagram diagram, float[] samples) {
        return LineNumbers.of(diagram.left(), diagram.right(), diagram.columns(), data, samples);
    }

    private void draw(Diagram diagram, LineNumbers numbers) {
        diagram.bars(numbers.bars(), new Color(0xef9a9a));
        if (data.isPresent()) diagram.line(numbers.density(), 1, new Color(0x1565c0), "true density", false);
    }

    @Override
    public Optional<LineNumbers> numbers(Training training) {
        double[] span = span(training);
        float[] made = made(training, COUNT_OF_PAGE);
        LineNumbers numbers = LineNumbers.of(span[0], span[1], PLACES_OF_PAGE, data, made);
        return Optional.of(curve(numbers, PLACES_OF_PAGE, Scorer.of(plan, training), made)
                .map(numbers::with)
                .orElse(numbers));
    }

    /** Empty where packs or batches are judged together, or for a class-conditional discriminator: these have no single curve. */
    private Optional<double[]> curve(LineNumbers numbers, int places, Scorer scorer, float[] made) {
        if (!scorer.alone() || plan.conditional()) return Optional.empty();
        float[] points = new float[places];
        for (int i = 0; i < places; i++)
            points[i] = (float) LineNumbers.place(numbers.left(), numbers.right(), i, places);
        return Optional.of(scorer.curve(points, made));
    }

    @Override
    public Map<String, Double> measures(Training training) {
        float[] made = made(training, COUNT);
        double mean = 0, squares = 0;
        for (float value : made) mean += value / made.length;
        for (float value : made) squares += (value - mean) * (value - mean) / made.length;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("sample-mean", mean);
        measures.put("sample-std", Math.sqrt(squares));
        return measures;
    }

    private float[] made(Training training, int count) {
        Synthesizer generators = Synthesizer.of(plan, training);
        return generators.samples(generators.latents().of(0, count));
    }

    private double[] span(Training training) {
        List<Double> span = plan.record().span();
        if (!span.isEmpty()) return new double[] {span.get(0), span.get(1)};
        double[] middle = middle(training);
        return new double[] {middle[0] - 4.5 * middle[1], middle[0] + 4.5 * middle[1]};
    }

    /** Mean and standard deviation of the data. */
    private double[] middle(Training training) {
        if (data.isPresent())
            return new double[] {data.get().mean()[0], data.get().std()[0]};
        double mean = 0, squares = 0;
        float[] reals = training.data().batch(0, COUNT).values();
        for (float value : reals) mean += value / reals.length;
        for (float value : reals) squares += (value - mean) * (value - mean) / reals.length;
        return new double[] {mean, Math.sqrt(squares)};
    }

    private Diagram diagram(Training training) {
        double[] span = span(training);
        return new Diagram(span[0], span[1], 0, 1.6 * peak(training, span));
    }

    private double peak(Training training, double[] span) {
        double peak = 0;
        if (data.isEmpty()) {
            float[] reals = training.data().batch(0, COUNT).values();
            for (double bar : LineNumbers.of(span[0], span[1], 1, data, reals).bars()) peak = Math.max(peak, bar);
            return peak;
        }
        double middle = data.get().mean()[0], reach = 4.5 * data.get().std()[0];
        for (double at = -reach; at <= reach; at += reach / 200)
            peak = Math.max(peak, data.get().density(middle + at));
        return peak;
    }
}
