package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.Set;

/**
 * One change to what discriminators see, the same for real and fake.
 *
 * @param kind which change
 * @param strength standard deviation of {@code instance-noise}; of {@code warp} how far each number of the affine map may
 *     be from that of no change
 * @param bend of {@code warp}: how far each knot of a net of 4 x 4 over the image may move besides
 * @param samples how many samples a discriminator judges together in {@code packing}
 * @param policy what {@code diff-augment} changes
 */
public record AugmentationPlan(
        Kind kind,
        @Default("0.1") Schedule strength,
        @Default("0") Schedule bend,
        @Default("2") int samples,
        @Default("[color, translation, cutout]") List<Policy> policy) {

    /** The changes. */
    public enum Kind {
        /** Normal noise added to every sample (Sønderby et al. 2017, arXiv 1610.04490). */
        INSTANCE_NOISE,
        /** Images turned, sheared, stretched, moved and bent. */
        WARP,
        /** Several samples stacked into one (PacGAN: Lin et al. 2018, arXiv 1712.04086). */
        PACKING,
        /** Images changed in colour, place and by holes (Zhao et al. 2020, arXiv 2006.10738). */
        DIFF_AUGMENT
    }

    /** What {@code diff-augment} changes. */
    public enum Policy {
        /** Brightness, saturation, contrast. */
        COLOR,
        /** Moved by up to an eighth of the side. */
        TRANSLATION,
        /** A square of half the side left out. */
        CUTOUT
    }

    public AugmentationPlan {
        strength.requireBetween("strength", 0, 100);
        bend.requireBetween("bend", 0, 100);
        Check.between("samples", samples, 2, 64);
        policy = List.copyOf(policy);
        if (policy.isEmpty() || Set.copyOf(policy).size() < policy.size())
            throw new IllegalArgumentException("policy must be some of color, translation, cutout, each once; got "
                    + policy.stream().map(Words::of).toList());
    }
}
