package io.github.gan4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The symptoms of each illness and their limits, which lie between the values of presets that fall ill on purpose and those
 * of healthy presets (docs/troubleshooting.md has both).
 */
final class Symptoms {
    /** At equilibrium there is no gap; a discriminator this certain leaves the generator little gradient. */
    private static final double SURE = 0.8, NORMAL_GAP = 0.4;
    /** A discriminator that sees no more difference than this gives no direction. */
    private static final double BLIND = 0.05, SEEING = 0.2;
    /** Perfect samples are at a distance of about 0.1, since shares are estimated from a few hundred samples. */
    private static final double UNLIKE = 0.35, LIKE = 0.15;
    /** A gradient norm of a thousandth of its maximum trains nothing. */
    private static final double THOUSANDS = 3;
    /** Fakes at a seventh of the distance of reals look alike. */
    private static final double ALIKE = 0.15, DIVERSE = 0.45;
    /** Two of five clusters missing are visible in any picture. */
    private static final double FEW_CLUSTERS = 0.6;
    /** Fakes farther apart than reals by a third are no subset of the modes. */
    private static final double WILD = 1.33;
    /** A run that still covers more clusters at this pace is learning. */
    private static final double RISING = 0.03;
    /** Where a third of the fakes changes clusters between examinations, nothing settles. */
    private static final double SWINGING = 0.3, SETTLED = 0.1;
    /** At half the nearest-neighbour distance within the training set, fakes are copies. */
    private static final double COPIED = 0.5;
    /** Training reals that score one standard deviation above held-out ones are memorised. */
    private static final double MEMORISED = 1;
    /** The largest cluster distance of samples that people call like the data, and the one of samples unlike it. */
    private static final double NEAR = 0.35, FAR = 0.5;
    /** The same of the distance to the nearest real. */
    private static final double BESIDE = 0.2, AWAY = 0.4;
    /** Blur, grain and grids of samples whose details are farther from those of reals are seen at the first look. */
    private static final double FINE = 0.35;
    /** Codes half as wide as the latents leave most latents without a meaning. */
    private static final double NARROW = 0.5;

    /** @param probabilities whether p_real and p_fake are probabilities, so that a wide gap between them is a bad sign */
    static List<Symptom> of(boolean probabilities) {
        return List.of(
                new Symptom(Illness.SATURATION, Symptoms::saturation),
                new Symptom(Illness.TOTAL_COLLAPSE, Symptoms::totalCollapse),
                new Symptom(Illness.MEMORISING, Symptoms::memorising),
                new Symptom(Illness.OSCILLATION, Symptoms::oscillation),
                new Symptom(Illness.DISCRIMINATOR_OVERPOWERING, window -> discriminator(window, probabilities)),
                new Symptom(Illness.PARTIAL_COLLAPSE, Symptoms::partialCollapse),
                new Symptom(Illness.GENERATOR_OVERPOWERING, Symptoms::generator),
                new Symptom(Illness.NARROW_LATENT, Symptoms::narrowLatent),
                new Symptom(Illness.UNLIKE_DATA, Symptoms::unlike));
    }

    private Symptoms() {}

    private static OptionalDouble gap(Window window) {
        OptionalDouble real = window.mean(Signal.P_REAL), fake = window.mean(Signal.P_FAKE);
        return real.isPresent() && fake.isPresent()
                ? OptionalDouble.of(real.getAsDouble() - fake.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Evidence gap(double value, double limit) {
        return new Evidence("pReal-pFake", "p_real - p_fake", value, limit);
    }

    private static Optional<Finding> saturation(Window window) {
        OptionalDouble now = window.mean(Signal.GENERATOR_GRADIENT),
                most = window.largest(Signal.GENERATOR_GRADIENT),
                gap = gap(window);
        if (now.isEmpty() || gap.isEmpty() || most.getAsDouble() == 0) return Optional.empty();
        double lost = Math.log10(most.getAsDouble() / Math.max(now.getAsDouble(), 1e-30));
        double strength = Math.min(lost / THOUSANDS, Finding.way(gap.getAsDouble(), NORMAL_GAP, SURE));
        double limit = most.getAsDouble() / Math.pow(10, THOUSANDS);
        return Optional.of(new Finding(
                strength,
                List.of(
                        Evidence.of(Signal.GENERATOR_GRADIENT, now.getAsDouble(), limit),
                        gap(gap.getAsDouble(), SURE))));
    }

    private static Optional<Finding> generator(Window window) {
        OptionalDouble gap = gap(window), distance = window.mean(Signal.CLUSTER_DISTANCE);
        if (gap.isEmpty()) return Optional.empty();
        double blind = Finding.way(gap.getAsDouble(), SEEING, BLIND);
        // without an examination of samples only a discriminator that prefers fakes is beyond doubt
        if (distance.isEmpty())
            return Optional.of(new Finding(
                    Finding.way(gap.getAsDouble(), BLIND, -BLIND), List.of(gap(gap.getAsDouble(), -BLIND))));
        return Optional.of(whileUnlike(window, distance.getAsDouble(), blind, gap(gap.getAsDouble(), BLIND)));
    }

    /** Whatever it is does no harm while the samples are good or improve. */
    private static Finding whileUnlike(Window window, double distance, double way, Evidence evidence) {
        double strength = Math.min(way, Finding.way(distance, LIKE, UNLIKE));
        return new Finding(
                improves(window) ? learning(strength) : strength,
                List.of(evidence, Evidence.of(Signal.CLUSTER_DISTANCE, distance, UNLIKE)));
    }

    private static Optional<Finding> discriminator(Window window, boolean probabilities) {
        OptionalDouble gap = gap(window), distance = window.mean(Signal.CLUSTER_DISTANCE);
        if (gap.isEmpty() || distance.isEmpty() && !probabilities) return Optional.empty();
        double sure = Finding.way(gap.getAsDouble(), NORMAL_GAP, SURE);
        Evidence evidence = gap(gap.getAsDouble(), SURE);
        return Optional.of(
                distance.isPresent()
                        ? whileUnlike(window, distance.getAsDouble(), sure, evidence)
                        : new Finding(sure, List.of(evidence)));
    }

    /** Whether the samples are nearer to the reals than in the window before. */
    private static boolean improves(Window window) {
        OptionalDouble now = window.mean(Signal.CLUSTER_DISTANCE), before = window.before(Signal.CLUSTER_DISTANCE);
        return now.isPresent() && before.isPresent() && now.getAsDouble() < 0.9 * before.getAsDouble();
    }

    /** An improving run cannot newly trigger a diagnosis, but does not clear one either. */
    private static double learning(double strength) {
        return Math.min(strength, 0.9);
    }

    private static Optional<Finding> totalCollapse(Window window) {
        OptionalDouble diversity = window.mean(Signal.DIVERSITY);
        if (diversity.isEmpty()) return Optional.empty();
        double strength = Finding.way(diversity.getAsDouble(), DIVERSE, ALIKE);
        return Optional.of(
                new Finding(strength, List.of(Evidence.of(Signal.DIVERSITY, diversity.getAsDouble(), ALIKE))));
    }

    private static Optional<Finding> partialCollapse(Window window) {
        OptionalDouble covered = window.mean(Signal.CLUSTERS);
        if (covered.isEmpty()) return Optional.empty();
        double strength = Finding.way(covered.getAsDouble(), 1, FEW_CLUSTERS);
        if (window.rise(Signal.CLUSTERS) > RISING) strength = learning(strength);
        // samples more spread out than reals cover few clusters because they are unlike any
        if (window.mean(Signal.DIVERSITY).orElse(1) > WILD) strength = 0;
        List<Evidence> evidence =
                new ArrayList<>(List.of(Evidence.of(Signal.CLUSTERS, covered.getAsDouble(), FEW_CLUSTERS)));
        window.mean(Signal.DIVERSITY).ifPresent(d -> evidence.add(Evidence.of(Signal.DIVERSITY, d, Double.NaN)));
        return Optional.of(new Finding(strength, evidence));
    }

    private static Optional<Finding> oscillation(Window window) {
        OptionalDouble change = window.mean(Signal.CLUSTER_CHANGE), distance = window.mean(Signal.CLUSTER_DISTANCE);
        if (change.isEmpty() || distance.isEmpty()) return Optional.empty();
        return Optional.of(whileUnlike(
                window,
                distance.getAsDouble(),
                Finding.way(change.getAsDouble(), SETTLED, SWINGING),
                Evidence.of(Signal.CLUSTER_CHANGE, change.getAsDouble(), SWINGING)));
    }

    private static Optional<Finding> memorising(Window window) {
        OptionalDouble ratio = window.mean(Signal.NEIGHBOUR_RATIO), gap = window.mean(Signal.SCORE_GAP);
        List<Evidence> evidence = new ArrayList<>();
        double strength = Double.NEGATIVE_INFINITY;
        if (ratio.isPresent()) {
            strength = Finding.way(ratio.getAsDouble(), 1, COPIED);
            if (strength >= 1) evidence.add(Evidence.of(Signal.NEIGHBOUR_RATIO, ratio.getAsDouble(), COPIED));
        }
        if (gap.isPresent()) {
            double byGap = Finding.way(gap.getAsDouble(), 0, MEMORISED);
            strength = Math.max(strength, byGap);
            if (byGap >= 1) evidence.add(Evidence.of(Signal.SCORE_GAP, gap.getAsDouble(), MEMORISED));
        }
        return ratio.isEmpty() && gap.isEmpty() ? Optional.empty() : Optional.of(new Finding(strength, evidence));
    }

    /** Whether samples are close to the data by every distance that was measured, so that a run may be called healthy. */
    static boolean near(Window window) {
        return window.mean(Signal.CLUSTER_DISTANCE).orElse(0) <= NEAR
                && window.mean(Signal.REAL_DISTANCE).orElse(0) <= BESIDE
                && window.mean(Signal.DETAIL_DISTANCE).orElse(0) <= FINE;
    }

    private static Optional<Finding> unlike(Window window) {
        OptionalDouble clusters = window.mean(Signal.CLUSTER_DISTANCE), nearest = window.mean(Signal.REAL_DISTANCE);
        if (clusters.isEmpty()) return Optional.empty();
        double byClusters = Finding.way(clusters.getAsDouble(), NEAR, FAR);
        double byNearest =
                nearest.isEmpty() ? Double.NEGATIVE_INFINITY : Finding.way(nearest.getAsDouble(), BESIDE, AWAY);
        double strength = Math.max(byClusters, byNearest);
        if (improves(window)) strength = learning(strength);
        List<Evidence> evidence = new ArrayList<>();
        if (byClusters >= byNearest || byClusters >= 1)
            evidence.add(Evidence.of(Signal.CLUSTER_DISTANCE, clusters.getAsDouble(), FAR));
        if (byNearest > byClusters || byNearest >= 1)
            evidence.add(Evidence.of(Signal.REAL_DISTANCE, nearest.getAsDouble(), AWAY));
        return Optional.of(new Finding(strength, evidence));
    }

    private static Optional<Finding> narrowLatent(Window window) {
        OptionalDouble deviation = window.mean(Signal.CODE_DEVIATION);
        if (deviation.isEmpty()) return Optional.empty();
        double strength = Finding.way(deviation.getAsDouble(), 1, NARROW);
        return Optional.of(
                new Finding(strength, List.of(Evidence.of(Signal.CODE_DEVIATION, deviation.getAsDouble(), NARROW))));
    }
}
