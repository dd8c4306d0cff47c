package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;

/**
 * Numbers on a line: true density, histogram of what is made, the discriminator's curve, and the curve of the best
 * discriminator, p_data / (p_data + p_generated) (Goodfellow et al. 2014, arXiv:1406.2661, proposition 1).
 */
final class LineScene extends Scene {
    private static final int COUNT = 2000;
    private static final int BINS = 60;
    private static final int PLACES = 181;

    LineScene(Plan plan, Distribution distribution) {
        super(plan, distribution);
    }

    @Override
    ObjectNode at(Training training) {
        double reach = 4.5 * distribution.std()[0];
        double left = distribution.mean()[0] - reach, right = distribution.mean()[0] + reach;
        float[] made = made(training, COUNT);
        double[] bars = histogram(made, left, right);
        float[] places = new float[PLACES];
        double[] density = new double[PLACES], ideal = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = (float) (left + (right - left) * i / (PLACES - 1));
            density[i] = distribution.density(places[i]);
            double fake = bars[Math.min(BINS - 1, i * BINS / PLACES)];
            ideal[i] = density[i] + fake < 1e-6 ? -1 : density[i] / (density[i] + fake);
        }
        ObjectNode scene = begin(training, "line").put("left", left).put("right", right);
        put(scene, "density", density);
        put(scene, "bars", bars);
        put(scene, "ideal", ideal);
        if (hasScores()) put(scene, "curve", beliefs(scores(training, places), middle(training, made)));
        return scene;
    }

    private static double[] histogram(float[] values, double left, double right) {
        double[] heights = new double[BINS];
        double width = (right - left) / BINS;
        for (float value : values) {
            int bin = (int) Math.floor((value - left) / width);
            if (bin >= 0 && bin < BINS) heights[bin] += 1 / (values.length * width);
        }
        return heights;
    }
}
