package io.github.gan4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The signs of each illness and the limits from which on they count. The limits stand between what the presets that fall
 * ill on purpose and what healthy presets show (docs/troubleshooting.md has both).
 */
final class Symptoms {
    /** A game at rest has no gap; a discriminator that is this sure leaves the generator little to go by. */
    private static final double SURE = 0.8, NORMAL_GAP = 0.4;
    /** Who sees no more difference than this does not guide anybody. */
    private static final double BLIND = 0.05, SEEING = 0.2;
    /** Perfect samples differ from the reals by about 0.1, since kinds are counted on a few hundred samples. */
    private static final double UNLIKE = 0.35, LIKE = 0.15;
    /** A thousandth of what the generator's gradient was moves nothing any more. */
    private static final double THOUSANDS = 3;
    /** Fakes a seventh as far apart as reals look the same. */
    private static final double ALIKE = 0.15, DIVERSE = 0.45;
    /** Two of five kinds missing are seen in any picture. */
    private static final double FEW_KINDS = 0.6;
    /** Fakes farther apart than reals by a third are no selection of these. */
    private static final double WILD = 1.33;
    /** Whoever still finds new kinds at this pace is learning. */
    private static final double RISING = 0.03;
    /** Where a third of the fakes is of another kind each time one looks, nothing settles. */
    private static final double SWINGING = 0.3, SETTLED = 0.1;
    /** Half as far from training samples as these from one another: copies. */
    private static final double COPIED = 0.5;
    /** Seen reals score higher than unseen ones by one deviation: known by heart. */
    private static final double BY_HEART = 1;
    /** Codes half as wide as latents leave most latents without a meaning. */
    private static final double NARROW = 0.5;

    /** @param probabilities whether the objective's scores are logits, so that a wide gap between them is no good sign */
    static List<Symptom> of(boolean probabilities) {
        return List.of(
                new Symptom(Illness.SATURATION, Symptoms::saturation),
                new Symptom(Illness.TOTAL_COLLAPSE, Symptoms::totalCollapse),
                new Symptom(Illness.MEMORISING, Symptoms::memorising),
                new Symptom(Illness.OSCILLATION, Symptoms::oscillation),
                new Symptom(Illness.DISCRIMINATOR_OVERPOWERING, window -> discriminator(window, probabilities)),
                new Symptom(Illness.PARTIAL_COLLAPSE, Symptoms::partialCollapse),
                new Symptom(Illness.GENERATOR_OVERPOWERING, Symptoms::generator),
                new Symptom(Illness.NARROW_LATENT, Symptoms::narrowLatent));
    }

    private Symptoms() {}

    private static OptionalDouble gap(Window window) {
        OptionalDouble real = window.mean(Sign.P_REAL), fake = window.mean(Sign.P_FAKE);
        return real.isPresent() && fake.isPresent()
                ? OptionalDouble.of(real.getAsDouble() - fake.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Evidence gap(double value, double limit) {
        return new Evidence("pReal-pFake", "p_real - p_fake", value, limit);
    }

    private static Optional<Finding> saturation(Window window) {
        OptionalDouble now = window.mean(Sign.GENERATOR_GRADIENT),
                most = window.largest(Sign.GENERATOR_GRADIENT),
                gap = gap(window);
        if (now.isEmpty() || gap.isEmpty() || most.getAsDouble() == 0) return Optional.empty();
        double lost = Math.log10(most.getAsDouble() / Math.max(now.getAsDouble(), 1e-30));
        double strength = Math.min(lost / THOUSANDS, Finding.way(gap.getAsDouble(), NORMAL_GAP, SURE));
        double limit = most.getAsDouble() / Math.pow(10, THOUSANDS);
        return Optional.of(new Finding(
                strength,
                List.of(Evidence.of(Sign.GENERATOR_GRADIENT, now.getAsDouble(), limit), gap(gap.getAsDouble(), SURE))));
    }

    private static Optional<Finding> generator(Window window) {
        OptionalDouble gap = gap(window), mismatch = window.mean(Sign.MISMATCH);
        if (gap.isEmpty()) return Optional.empty();
        double blind = Finding.way(gap.getAsDouble(), SEEING, BLIND);
        // without a look at the samples only a discriminator that prefers fakes is beyond doubt
        if (mismatch.isEmpty())
            return Optional.of(new Finding(
                    Finding.way(gap.getAsDouble(), BLIND, -BLIND), List.of(gap(gap.getAsDouble(), -BLIND))));
        double strength = Math.min(blind, Finding.way(mismatch.getAsDouble(), LIKE, UNLIKE));
        if (improves(window)) strength = learning(strength);
        return Optional.of(new Finding(
                strength,
                List.of(gap(gap.getAsDouble(), BLIND), Evidence.of(Sign.MISMATCH, mismatch.getAsDouble(), UNLIKE))));
    }

    private static Optional<Finding> discriminator(Window window, boolean probabilities) {
        OptionalDouble gap = gap(window), mismatch = window.mean(Sign.MISMATCH);
        if (gap.isEmpty() || mismatch.isEmpty() && !probabilities) return Optional.empty();
        double strength = Finding.way(gap.getAsDouble(), NORMAL_GAP, SURE);
        List<Evidence> evidence = new ArrayList<>(List.of(gap(gap.getAsDouble(), SURE)));
        if (mismatch.isPresent()) {
            // a discriminator that is sure does no harm while the samples are good or become better
            strength = Math.min(strength, Finding.way(mismatch.getAsDouble(), LIKE, UNLIKE));
            if (improves(window)) strength = learning(strength);
            evidence.add(Evidence.of(Sign.MISMATCH, mismatch.getAsDouble(), UNLIKE));
        }
        return Optional.of(new Finding(strength, evidence));
    }

    /** Whether the samples are nearer to the reals than they were not long ago. */
    private static boolean improves(Window window) {
        OptionalDouble now = window.mean(Sign.MISMATCH), before = window.before(Sign.MISMATCH);
        return now.isPresent() && before.isPresent() && now.getAsDouble() < 0.9 * before.getAsDouble();
    }

    /** Whoever is learning is not falling ill, but need not be well again either. */
    private static double learning(double strength) {
        return Math.min(strength, 0.9);
    }

    private static Optional<Finding> totalCollapse(Window window) {
        OptionalDouble diversity = window.mean(Sign.DIVERSITY);
        if (diversity.isEmpty()) return Optional.empty();
        double strength = Finding.way(diversity.getAsDouble(), DIVERSE, ALIKE);
        return Optional.of(new Finding(strength, List.of(Evidence.of(Sign.DIVERSITY, diversity.getAsDouble(), ALIKE))));
    }

    private static Optional<Finding> partialCollapse(Window window) {
        OptionalDouble kinds = window.mean(Sign.KINDS);
        if (kinds.isEmpty()) return Optional.empty();
        double strength = Finding.way(kinds.getAsDouble(), 1, FEW_KINDS);
        if (window.rise(Sign.KINDS) > RISING) strength = learning(strength);
        // samples that lie about more widely than reals are of few kinds because they are unlike any
        if (window.mean(Sign.DIVERSITY).orElse(1) > WILD) strength = 0;
        List<Evidence> evidence = new ArrayList<>(List.of(Evidence.of(Sign.KINDS, kinds.getAsDouble(), FEW_KINDS)));
        window.mean(Sign.DIVERSITY).ifPresent(d -> evidence.add(Evidence.of(Sign.DIVERSITY, d, Double.NaN)));
        return Optional.of(new Finding(strength, evidence));
    }

    private static Optional<Finding> oscillation(Window window) {
        OptionalDouble drift = window.mean(Sign.DRIFT), mismatch = window.mean(Sign.MISMATCH);
        if (drift.isEmpty() || mismatch.isEmpty()) return Optional.empty();
        double strength = Math.min(
                Finding.way(drift.getAsDouble(), SETTLED, SWINGING), Finding.way(mismatch.getAsDouble(), LIKE, UNLIKE));
        if (improves(window)) strength = learning(strength);
        return Optional.of(new Finding(
                strength,
                List.of(
                        Evidence.of(Sign.DRIFT, drift.getAsDouble(), SWINGING),
                        Evidence.of(Sign.MISMATCH, mismatch.getAsDouble(), UNLIKE))));
    }

    private static Optional<Finding> memorising(Window window) {
        OptionalDouble nearness = window.mean(Sign.NEARNESS), gap = window.mean(Sign.SEEN_GAP);
        List<Evidence> evidence = new ArrayList<>();
        double strength = Double.NEGATIVE_INFINITY;
        if (nearness.isPresent()) {
            strength = Finding.way(nearness.getAsDouble(), 1, COPIED);
            evidence.add(Evidence.of(Sign.NEARNESS, nearness.getAsDouble(), COPIED));
        }
        if (gap.isPresent()) {
            strength = Math.max(strength, Finding.way(gap.getAsDouble(), 0, BY_HEART));
            evidence.add(Evidence.of(Sign.SEEN_GAP, gap.getAsDouble(), BY_HEART));
        }
        return evidence.isEmpty() ? Optional.empty() : Optional.of(new Finding(strength, evidence));
    }

    private static Optional<Finding> narrowLatent(Window window) {
        OptionalDouble deviation = window.mean(Sign.CODE_DEVIATION);
        if (deviation.isEmpty()) return Optional.empty();
        double strength = Finding.way(deviation.getAsDouble(), 1, NARROW);
        return Optional.of(
                new Finding(strength, List.of(Evidence.of(Sign.CODE_DEVIATION, deviation.getAsDouble(), NARROW))));
    }
}
