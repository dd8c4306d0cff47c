package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Scale;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Sampler;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.Optional;

/**
 * A game of points as it stands between two steps, as numbers for the page to draw: what is real, what is made, what the
 * discriminator thinks of every place.
 */
abstract class Scene {
    final Plan plan;
    final Distribution distribution;

    Scene(Plan plan, Distribution distribution) {
        this.plan = plan;
        this.distribution = distribution;
    }

    /** @throws Refusal when the game is not one of points on a line or in a plane */
    static Scene of(Plan plan) throws IOException {
        Optional<Distribution> known = plan.data().distribution();
        int dimensions = known.map(Distribution::dimensions).orElse(0);
        if (dimensions == 1) return new LineScene(plan, known.get());
        if (dimensions == 2) return new PlaneScene(plan, known.get());
        throw Refusal.missing("only games of points have such a view");
    }

    /** The state of the game; only while no step is played. */
    abstract ObjectNode at(Training training);

    /** Samples of the same latents every time. */
    float[] made(Training training, int count) {
        Synthesizer generators = Synthesizer.of(plan, training);
        return generators.samples(generators.latents().of(0, count));
    }

    /** Whether the first discriminator judges one point at a time, so that each has a score of its own. */
    boolean hasScores() {
        boolean packs = plan.discriminator().samplesPerView() > 1;
        return !packs && !plan.discriminator().network().comparing() && !plan.conditional();
    }

    float[] scores(Training training, float[] points) {
        return new Sampler(
                        training.game().discriminators().players().get(0).network(),
                        training.settings().device(),
                        training.game().precision())
                .samples(points, new long[] {distribution.dimensions()}, Optional.empty());
    }

    /** Scores as numbers from 0 to 1: probabilities where they are logits, else stretched between their extremes. */
    double[] beliefs(float[] scores, double middle) {
        double[] beliefs = new double[scores.length];
        double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
        for (float score : scores) {
            low = Math.min(low, score);
            high = Math.max(high, score);
        }
        for (int i = 0; i < scores.length; i++)
            beliefs[i] = areLogits()
                    ? 1 / (1 + Math.exp(middle - scores[i]))
                    : (scores[i] - low) / Math.max(1e-9, high - low);
        return beliefs;
    }

    boolean areLogits() {
        return plan.objective().scale() == Scale.LOGIT || plan.objective().scale() == Scale.RELATIVE_LOGIT;
    }

    /** Where a relativistic score is even: midway between reals and fakes; 0 for other objectives. */
    double middle(Training training, float[] made) {
        if (plan.objective().scale() != Scale.RELATIVE_LOGIT) return 0;
        float[] reals = training.data().batch(0, 256).values();
        return (mean(scores(training, reals)) + mean(scores(training, made))) / 2;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }

    static void put(ObjectNode scene, String name, double[] values) {
        ArrayNode array = scene.putArray(name);
        for (double value : values) array.add(rounded(value));
    }

    static void put(ObjectNode scene, String name, float[] values) {
        ArrayNode array = scene.putArray(name);
        for (float value : values) array.add(rounded(value));
    }

    static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : 0;
    }

    ObjectNode begin(Training training, String kind) {
        return Json.object()
                .put("kind", kind)
                .put("step", training.step())
                .put("imagesSeen", training.images())
                .put("probability", areLogits());
    }
}
