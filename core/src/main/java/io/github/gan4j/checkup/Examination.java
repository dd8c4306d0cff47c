package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Side;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.networks.Network;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.train.Training;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures the doctor's signals on a running training: samples against reals, scores of training and held-out reals, weight
 * norms. It changes nothing, draws none of the training's random numbers, and holds arrays only.
 */
final class Examination {
    private static final int REALS = 1024, FAKES = 256;

    private final Plan plan;
    private final Samples data;
    private final Batch reals;
    private final ScoreGap scores;
    private final CodeSpread codes;
    /** Of the thread that measures: it takes seconds where images are large. */
    private Optional<RealComparison> comparison = Optional.empty();

    Examination(Plan plan, Samples data) {
        this.plan = plan;
        this.data = data;
        this.reals = data.batch(0, REALS);
        this.scores = new ScoreGap(plan, data);
        this.codes = new CodeSpread(plan, reals);
    }

    /** The signals now; what the networks make and say is taken at once, the rest is measured on the thread that asks. */
    Supplier<Map<Signal, Double>> at(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] made = generators.samples(generators.latents().of(0, FAKES));
        Map<Signal, Double> taken = new LinkedHashMap<>();
        scores.of(training, made, taken);
        codes.of(training, taken);
        weights(training, taken);
        return () -> {
            if (comparison.isEmpty()) comparison = Optional.of(new RealComparison(reals, data));
            Map<Signal, Double> seen = new LinkedHashMap<>();
            comparison.get().of(made, seen);
            seen.putAll(taken);
            seen.values().removeIf(value -> !Double.isFinite(value));
            return seen;
        };
    }

    private static void weights(Training training, Map<Signal, Double> seen) {
        double generators = 0, discriminators = 0;
        for (Player player : training.game().players()) {
            double norm = norm(player.network());
            if (player.side() == Side.GENERATOR) generators += norm * norm;
            else discriminators += norm * norm;
        }
        seen.put(Signal.GENERATOR_WEIGHTS, Math.sqrt(generators));
        seen.put(Signal.DISCRIMINATOR_WEIGHTS, Math.sqrt(discriminators));
    }

    private static double norm(Network network) {
        try (Scope scope = new Scope()) {
            return Scope.withoutGradients(() -> network.learned().norm()).value();
        }
    }
}
