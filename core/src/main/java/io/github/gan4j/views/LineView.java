package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Scorer;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Numbers on a line: the density of the data, the histogram of generated numbers, the curve of the discriminator and,
 * dashed, that of the optimal discriminator.
 */
final class LineView implements View {
    private static final int COUNT = 10_000, COUNT_OF_PAGE = 2_000, PLACES_OF_PAGE = 180;

    private final Plan plan;
    private final Optional<Distribution> data;
    private Optional<Frame> frame = Optional.empty();
    private float[] latents = {};

    /** What is drawn into; that of a run never changes. */
    private record Frame(double left, double right, double top) {
        Diagram diagram() {
            return new Diagram(left, right, 0, top);
        }

        int columns() {
            return Diagram.columns(left, right, 0, top);
        }
    }

    LineView(Plan plan, Optional<Distribution> data) {
        this.plan = plan;
        this.data = data;
    }

    @Override
    public Picture reals(Training training) {
        Frame frame = frame(training.data());
        Diagram diagram = frame.diagram();
        float[] reals = training.data().batch(0, COUNT).values();
        draw(diagram, numbers(frame, diagram.columns(), reals), "reals");
        return diagram.picture("reals");
    }

    @Override
    public Supplier<Picture> samples(Training training) {
        Frame frame = frame(training.data());
        float[] made = made(training, COUNT);
        Optional<double[]> curve = curve(frame, frame.columns(), training, made);
        String title = "after " + Numbers.of(training.images(), "number");
        return () -> drawn(frame, made, curve).picture(title);
    }

    @Override
    public int count() {
        return COUNT;
    }

    private Diagram drawn(Frame frame, float[] made, Optional<double[]> curve) {
        Diagram diagram = frame.diagram();
        LineNumbers numbers = numbers(frame, diagram.columns(), made);
        draw(diagram, numbers, "generated");
        String name = plan.objective().scale().isProbability() ? "discriminator" : "score, rescaled";
        curve.ifPresent(heights -> diagram.line(heights, diagram.top(), new Color(0x2e7d32), name, false));
        if (data.isPresent())
            diagram.line(numbers.ideal(), diagram.top(), new Color(0x9e9e9e), "best discriminator", true);
        return diagram;
    }

    private LineNumbers numbers(Frame frame, int places, float[] samples) {
        return LineNumbers.of(frame.left(), frame.right(), places, data, samples);
    }

    private void draw(Diagram diagram, LineNumbers numbers, String samples) {
        diagram.bars(numbers.bars(), new Color(0xef9a9a), samples);
        if (data.isPresent()) diagram.line(numbers.density(), 1, new Color(0x1565c0), "true density", false);
    }

    @Override
    public Optional<LineNumbers> numbers(Training training) {
        Frame frame = frame(training.data());
        float[] made = made(training, COUNT_OF_PAGE);
        LineNumbers numbers = numbers(frame, PLACES_OF_PAGE, made);
        return Optional.of(
                curve(frame, PLACES_OF_PAGE, training, made).map(numbers::with).orElse(numbers));
    }

    /** Empty where packs or batches are judged together, or for a class-conditional discriminator: these have no single curve. */
    private Optional<double[]> curve(Frame frame, int places, Training training, float[] made) {
        Scorer scorer = Scorer.of(plan, training);
        if (!scorer.alone() || plan.conditional()) return Optional.empty();
        float[] points = new float[places];
        for (int i = 0; i < places; i++) points[i] = (float) LineNumbers.place(frame.left(), frame.right(), i, places);
        return Optional.of(scorer.curve(points, made));
    }

    @Override
    public Supplier<Map<String, Double>> measures(Training training) {
        float[] made = made(training, COUNT);
        return () -> {
            double[] middle = middle(made);
            Map<String, Double> measures = new LinkedHashMap<>();
            measures.put("sample-mean", middle[0]);
            measures.put("sample-std", middle[1]);
            return measures;
        };
    }

    private float[] made(Training training, int count) {
        Synthesizer generators = Synthesizer.of(plan, training);
        if (latents.length == 0) latents = generators.latents().of(0, COUNT);
        return generators.samples(
                Arrays.copyOf(latents, count * generators.latents().size()));
    }

    /** Mean and standard deviation. */
    private static double[] middle(float[] values) {
        double mean = 0, squares = 0;
        for (float value : values) mean += value / values.length;
        for (float value : values) squares += (value - mean) * (value - mean) / values.length;
        return new double[] {mean, Math.sqrt(squares)};
    }

    private Frame frame(Samples samples) {
        if (frame.isEmpty()) frame = Optional.of(framed(samples));
        return frame.get();
    }

    private Frame framed(Samples samples) {
        float[] reals =
                data.isPresent() ? new float[0] : samples.batch(0, COUNT).values();
        double[] middle = data.isPresent()
                ? new double[] {data.get().mean()[0], data.get().std()[0]}
                : middle(reals);
        List<Double> span = plan.record().span();
        double left = span.isEmpty() ? middle[0] - 4.5 * middle[1] : span.get(0);
        double right = span.isEmpty() ? middle[0] + 4.5 * middle[1] : span.get(1);
        return new Frame(left, right, 1.6 * peak(left, right, reals));
    }

    private double peak(double left, double right, float[] reals) {
        double peak = 0;
        if (data.isEmpty()) {
            for (double bar : LineNumbers.of(left, right, 1, data, reals).bars()) peak = Math.max(peak, bar);
            return peak;
        }
        double middle = data.get().mean()[0], reach = 4.5 * data.get().std()[0];
        for (double at = -reach; at <= reach; at += reach / 200)
            peak = Math.max(peak, data.get().density(middle + at));
        return peak;
    }
}
