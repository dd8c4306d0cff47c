package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Kinds;
import io.github.gan4j.doctor.Sign;
import io.github.gan4j.doctor.Sketches;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Side;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a training from outside now and then, for the doctor: how the samples compare with the reals, what the
 * discriminator makes of reals that it never saw, how large weights are. It changes nothing, draws no random number of the
 * training's, and holds arrays only.
 */
final class Look {
    private static final int REALS = 1024, FAKES = 256, COMPARED = 200, KINDS = 16;
    /** In larger sets nobody finds a copy by chance, and to compare with all of them takes time. */
    private static final int SMALL_SET = 2000;

    private final Plan plan;
    private final SampleShape shape;
    private final Kinds kinds;
    private final double[] realShares;
    private final double realDistance;
    private final Optional<Sketches> learned;
    private final double learnedDistance;
    private final Opinion opinion;
    private final Codes codes;
    private double[] sharesBefore = new double[0];

    /** Looks at the reals. */
    Look(Plan plan, Training training) {
        this.plan = plan;
        Samples data = training.data();
        this.shape = data.shape();
        Batch first = data.batch(0, REALS);
        Sketches reals = Sketches.of(shape, first.values());
        this.kinds = Kinds.of(reals, KINDS);
        this.realShares = kinds.shares(reals);
        this.realDistance = sketched(first.values(), COMPARED).meanDistance();
        this.learned = learned(data);
        this.learnedDistance = learned.map(set -> set.nearest(set)).orElse(0.0);
        this.opinion = new Opinion(plan, data);
        this.codes = new Codes(plan, first);
    }

    private Optional<Sketches> learned(Samples data) {
        long size = data.distinct().orElse(Long.MAX_VALUE);
        return size < 2 || size > SMALL_SET
                ? Optional.empty()
                : Optional.of(Sketches.of(shape, data.batch(0, (int) size).values()));
    }

    private Sketches sketched(float[] samples, int most) {
        float[] few = samples.length > most * shape.size() ? Arrays.copyOf(samples, most * shape.size()) : samples;
        return Sketches.of(shape, few);
    }

    /** What is to be seen now, by the names that events use. */
    Map<Sign, Double> at(Training training) {
        Map<Sign, Double> seen = new LinkedHashMap<>();
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] made = generators.samples(generators.latents().of(0, FAKES));
        Sketches fakes = Sketches.of(shape, made);
        double[] shares = kinds.shares(fakes);
        if (realDistance > 0) seen.put(Sign.DIVERSITY, sketched(made, COMPARED).meanDistance() / realDistance);
        seen.put(Sign.KINDS, Kinds.number(shares) / Kinds.number(realShares));
        seen.put(Sign.MISMATCH, Kinds.difference(shares, realShares));
        if (sharesBefore.length > 0) seen.put(Sign.DRIFT, Kinds.difference(shares, sharesBefore));
        sharesBefore = shares;
        if (learnedDistance > 0) seen.put(Sign.NEARNESS, fakes.nearest(learned.orElseThrow()) / learnedDistance);
        opinion.of(training, made, seen);
        codes.of(training, seen);
        weights(training, seen);
        seen.values().removeIf(value -> !Double.isFinite(value));
        return seen;
    }

    private static void weights(Training training, Map<Sign, Double> seen) {
        double generators = 0, discriminators = 0;
        for (Player player : training.game().players()) {
            double norm = Norms.of(player.network());
            if (player.side() == Side.GENERATOR) generators += norm * norm;
            else discriminators += norm * norm;
        }
        seen.put(Sign.GENERATOR_WEIGHTS, Math.sqrt(generators));
        seen.put(Sign.DISCRIMINATOR_WEIGHTS, Math.sqrt(discriminators));
    }
}
