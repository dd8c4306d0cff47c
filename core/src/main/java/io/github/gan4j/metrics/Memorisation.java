package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Whether samples are closer to the training data than real data are that were not trained on (after Meehan, Chaudhuri
 * and Dasgupta 2020, arXiv 2004.05675): the share of samples whose nearest training sample is nearer than that of half
 * of the held-out ones. About 0.5 is honest; near 1 is copying; near 0 is far from the data. Blurred images are close to
 * many, so a high share is a reason to look at the pictures of {@link NearestNeighbours}, not yet a proof.
 *
 * @param samples each sample's distance to the nearest training sample, ascending
 * @param heldBack the same for reals that were not trained on
 * @param training how many training samples there were
 */
public record Memorisation(double[] samples, double[] heldBack, int training) {
    private static final int DRAWS = 400;

    /** @throws IllegalArgumentException when the widths differ */
    public static Memorisation of(Features samples, Features training, Features heldBack) {
        return new Memorisation(nearest(samples, training), nearest(heldBack, training), training.count());
    }

    static Score score(EvaluatedSamples sides) {
        return of(sides.fake(), sides.real(), sides.others().features()).score();
    }

    private static double[] nearest(Features samples, Features training) {
        double[] distances = NearestNeighbours.of(samples, training, 1).distances();
        Arrays.sort(distances);
        return distances;
    }

    /** How far a held-out sample typically is from the training data: the median. */
    public double typical() {
        return Statistics.median(heldBack);
    }

    /** The share of samples that are nearer than typical; those exactly there count half. */
    public double share() {
        return share(typical());
    }

    /** {@code memorisation}, with an interval by bootstrap over both kinds of distances. */
    public Score score() {
        Random random = new Random(1);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) draws[draw] = shareOfDraw(random, medianOfDraw(random));
        Arrays.sort(draws);
        ConfidenceInterval interval = new ConfidenceInterval(
                Math.min(share(), draws[DRAWS / 40]),
                Math.max(share(), draws[DRAWS - 1 - DRAWS / 40]),
                "bootstrap, " + DRAWS + " draws");
        return Score.of("memorisation", share(), Better.LIKE_REALS, training, samples.length)
                .with(interval)
                .withNote("0.5 for samples like the " + heldBack.length + " held-out ones")
                .withNote(String.format(
                        Locale.ROOT,
                        "typical distance to the nearest training sample: %.4g, of held-out ones %.4g",
                        Statistics.median(samples),
                        typical()));
    }

    private double share(double bound) {
        double below = 0;
        for (double distance : samples) below += distance < bound ? 1 : distance == bound ? 0.5 : 0;
        return below / samples.length;
    }

    private double medianOfDraw(Random random) {
        int[] picked = new int[heldBack.length];
        for (int i = 0; i < picked.length; i++) picked[i] = random.nextInt(picked.length);
        Arrays.sort(picked);
        return (heldBack[picked[(picked.length - 1) / 2]] + heldBack[picked[picked.length / 2]]) / 2;
    }

    private double shareOfDraw(Random random, double bound) {
        double below = 0;
        for (int i = 0; i < samples.length; i++) {
            double distance = samples[random.nextInt(samples.length)];
            below += distance < bound ? 1 : distance == bound ? 0.5 : 0;
        }
        return below / samples.length;
    }
}
