package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.files.Json;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.Scorer;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.LineNumbers;
import java.util.Arrays;
import java.util.Optional;

/** A game of points in a few figures, so that a page can say what its picture shows. */
final class GameFigures {
    private static final int COUNT = 1000, SLOPES = 128;
    /** A mode reaches three standard deviations, as in published tables. */
    private static final double SIGMAS = 3;

    private static final float STEP = 1e-2f;

    private final Plan plan;
    private final Training training;
    private final ObjectNode figures = Json.object();

    private GameFigures(Plan plan, Training training) {
        this.plan = plan;
        this.training = training;
    }

    /**
     * {@code modes}, {@code modesOf} and {@code nearModes} (a share) where the data have modes; {@code mean} and {@code std}
     * of samples on a line; where samples are scored one by one {@code separated} (the share of reals and fakes on
     * their own side of 0.5), {@code pReal}, {@code pFake} and {@code slope} (the mean norm of the score's gradient at reals);
     * {@code fromOptimal}, the mean distance of the discriminator's curve from the optimal one, where there are both.
     *
     * @param record the view's numbers of the same moment
     */
    static ObjectNode of(Plan plan, Training training, Record record) {
        GameFigures game = new GameFigures(plan, training);
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] fakes = generators.samples(generators.latents().of(0, COUNT));
        boolean finite = true;
        for (float value : fakes) finite &= Float.isFinite(value);
        if (!finite) return game.figures;
        game.samples(fakes);
        Scorer scorer = Scorer.of(plan, training);
        if (scorer.alone() && !plan.conditional()) game.scores(scorer, fakes);
        if (record instanceof LineNumbers line) game.curve(line);
        return game.figures;
    }

    private int dimensions() {
        return plan.shape().size();
    }

    private void samples(float[] fakes) {
        Optional<Distribution> known = plan.data().distribution();
        if (known.isPresent()
                && known.get() instanceof Mixture mixture
                && mixture.modes().size() > 1) {
            ModeCount count = ModeCount.of(new Features(COUNT, dimensions(), fakes), mixture, SIGMAS);
            figures.put("modes", count.found())
                    .put("modesOf", mixture.modes().size())
                    .put("nearModes", count.highQuality());
        }
        if (dimensions() > 1) return;
        double mean = 0, squares = 0;
        for (float value : fakes) mean += (double) value / fakes.length;
        for (float value : fakes) squares += (value - mean) * (value - mean) / fakes.length;
        figures.put("mean", mean).put("std", Math.sqrt(squares));
    }

    private void scores(Scorer scorer, float[] fakes) {
        float[] reals = training.data().batch(0, COUNT).values();
        if (plan.objective().scale().isProbability()) {
            double[] real = scorer.curve(reals, fakes), fake = scorer.curve(fakes, fakes);
            double right = Arrays.stream(real).filter(p -> p > 0.5).count()
                    + Arrays.stream(fake).filter(p -> p < 0.5).count();
            figures.put("separated", right / (real.length + fake.length))
                    .put("pReal", Arrays.stream(real).average().orElse(0))
                    .put("pFake", Arrays.stream(fake).average().orElse(0));
        }
        figures.put("slope", slope(scorer, Arrays.copyOf(reals, SLOPES * dimensions())));
    }

    /** The mean norm of the score's gradient, by central differences. */
    private double slope(Scorer scorer, float[] points) {
        int size = dimensions(), count = points.length / size;
        float[] around = new float[2 * size * points.length];
        for (int i = 0; i < count; i++)
            for (int axis = 0; axis < size; axis++)
                for (int side = 0; side < 2; side++) {
                    int to = ((i * size + axis) * 2 + side) * size;
                    System.arraycopy(points, i * size, around, to, size);
                    around[to + axis] += side == 0 ? STEP : -STEP;
                }
        float[] scores = scorer.of(around);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int axis = 0; axis < size; axis++) {
                int at = (i * size + axis) * 2;
                squares += Math.pow((scores[at] - scores[at + 1]) / (2 * STEP), 2);
            }
            sum += Math.sqrt(squares);
        }
        return sum / count;
    }

    /** Places count by what lies there, reals and fakes alike: where nothing lies, a discriminator learns nothing. */
    private void curve(LineNumbers line) {
        if (line.curve().isEmpty() || line.density().length == 0) return;
        double[] curve = line.curve().get();
        double sum = 0, weights = 0;
        for (int i = 0; i < curve.length; i++) {
            if (line.ideal()[i] < 0) continue;
            double weight = line.density()[i] + line.bars()[i * line.bars().length / curve.length];
            sum += weight * Math.abs(curve[i] - line.ideal()[i]);
            weights += weight;
        }
        if (weights > 0) figures.put("fromOptimal", sum / weights);
    }
}
