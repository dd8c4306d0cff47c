package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Clusters;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.doctor.Thumbnails;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Side;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.networks.Network;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.train.Training;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the doctor's signals on a running training: samples against reals, scores of training and held-out reals, weight
 * norms. It changes nothing, draws none of the training's random numbers, and holds arrays only.
 */
final class Examination {
    private static final int REALS = 1024, FAKES = 256, COMPARED = 200, CLUSTERS = 16;
    /** Comparing with all of a larger set takes too long. */
    private static final int SMALL_SET = 2000;

    private final Plan plan;
    private final SampleShape shape;
    private final Clusters clusters;
    private final double[] realShares;
    private final double realDistance;
    private final Optional<Thumbnails> learned;
    private final double learnedDistance;
    private final ScoreGap scores;
    private final CodeSpread codes;
    private double[] sharesBefore = new double[0];

    /** Takes the reals' part of the comparisons. */
    Examination(Plan plan, Training training) {
        this.plan = plan;
        Samples data = training.data();
        this.shape = data.shape();
        Batch first = data.batch(0, REALS);
        Thumbnails reals = Thumbnails.of(shape, first.values());
        this.clusters = Clusters.of(reals, CLUSTERS);
        this.realShares = clusters.shares(reals);
        this.realDistance = thumbnails(first.values(), COMPARED).meanDistance();
        this.learned = learned(data);
        this.learnedDistance = learned.map(set -> set.nearest(set)).orElse(0.0);
        this.scores = new ScoreGap(plan, data);
        this.codes = new CodeSpread(plan, first);
    }

    private Optional<Thumbnails> learned(Samples data) {
        long size = data.distinct().orElse(Long.MAX_VALUE);
        return size < 2 || size > SMALL_SET
                ? Optional.empty()
                : Optional.of(Thumbnails.of(shape, data.batch(0, (int) size).values()));
    }

    private Thumbnails thumbnails(float[] samples, int most) {
        float[] few = samples.length > most * shape.size() ? Arrays.copyOf(samples, most * shape.size()) : samples;
        return Thumbnails.of(shape, few);
    }

    /** The signals now. */
    Map<Signal, Double> at(Training training) {
        Map<Signal, Double> seen = new LinkedHashMap<>();
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] made = generators.samples(generators.latents().of(0, FAKES));
        Thumbnails fakes = Thumbnails.of(shape, made);
        double[] shares = clusters.shares(fakes);
        if (realDistance > 0)
            seen.put(Signal.DIVERSITY, thumbnails(made, COMPARED).meanDistance() / realDistance);
        seen.put(Signal.CLUSTERS, Clusters.number(shares) / Clusters.number(realShares));
        seen.put(Signal.CLUSTER_DISTANCE, Clusters.difference(shares, realShares));
        if (sharesBefore.length > 0) seen.put(Signal.CLUSTER_CHANGE, Clusters.difference(shares, sharesBefore));
        sharesBefore = shares;
        if (learnedDistance > 0)
            seen.put(Signal.NEIGHBOUR_RATIO, fakes.nearest(learned.orElseThrow()) / learnedDistance);
        scores.of(training, made, seen);
        codes.of(training, seen);
        weights(training, seen);
        seen.values().removeIf(value -> !Double.isFinite(value));
        return seen;
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
