package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * What is done to the reals from which restoring generators start: first shrunk, then covered with normal noise. Nothing
 * where the generator starts from latents.
 *
 * @param factor how many times shorter the sides become: 1, 2, 4 or 8
 * @param filter how they are shrunk
 * @param sigma deviation of the noise on the scale 0 to 255: none for no noise, one number where it is known, or two
 *     between which each image draws its own
 * @param shared whether all channels of an image get the same noise
 * @param range what becomes of numbers beyond the range of images
 */
public record DamagePlan(
        @Default("1") int factor,
        @Default("bicubic") Filter filter,
        @Default("[]") List<Double> sigma,
        @Default("false") boolean shared,
        @Default("cut") Range range) {

    /** How images are shrunk. */
    public enum Filter {
        /** By Keys' cubic, stretched over what it covers. */
        BICUBIC,
        /** By the means of squares. */
        BOX
    }

    /** What becomes of numbers beyond the range of images. */
    public enum Range {
        /** They are cut off, as in a picture file. */
        CUT,
        /** Each image is scaled so that its numbers just fit. */
        STRETCHED,
        /** They stay, as in most papers. */
        OPEN
    }

    public DamagePlan {
        if (factor != 1 && factor != 2 && factor != 4 && factor != 8)
            throw new IllegalArgumentException("factor must be 1, 2, 4 or 8, got " + factor);
        sigma = List.copyOf(sigma);
        if (sigma.size() > 2)
            throw new IllegalArgumentException("sigma must have one number, or the least and the most; got " + sigma);
        sigma.forEach(deviation -> Check.between("sigma", deviation, 0, 1000));
        if (sigma.size() == 2 && sigma.get(0) > sigma.get(1))
            throw new IllegalArgumentException("sigma must have the least before the most, got " + sigma);
    }

    /** Whether anything is done at all. */
    public boolean wanted() {
        return factor > 1 || mostSigma() > 0;
    }

    /** The least noise; 0 for none. */
    public double leastSigma() {
        return sigma.isEmpty() ? 0 : sigma.get(0);
    }

    /** The most noise; 0 for none. */
    public double mostSigma() {
        return sigma.isEmpty() ? 0 : sigma.get(sigma.size() - 1);
    }
}
