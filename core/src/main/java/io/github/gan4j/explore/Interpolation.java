package io.github.gan4j.explore;

import io.github.gan4j.game.Latents;
import io.github.gan4j.glossary.Suggestions;
import java.util.List;

/** The way between two latents of the same size, at a share from 0 (the first) to 1 (the second). */
@FunctionalInterface
public interface Interpolation {
    float[] between(float[] from, float[] to, double share);

    /** Straight on. */
    static Interpolation linear() {
        return (from, to, share) -> mixed(from, 1 - share, to, share, 0);
    }

    /**
     * Along the great circle, which keeps the length that normal latents have (White 2016, arXiv:1609.04468); straight on
     * where the two point the same way.
     */
    static Interpolation spherical() {
        return spherical(0);
    }

    /** Along the great circle around latents that are {@code mean} everywhere. */
    static Interpolation spherical(double mean) {
        return (from, to, share) -> {
            double cosine = dot(from, to, mean) / Math.sqrt(dot(from, from, mean) * dot(to, to, mean));
            double angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
            double sine = Math.sin(angle);
            if (!(sine > 1e-6)) return mixed(from, 1 - share, to, share, mean);
            return mixed(from, Math.sin((1 - share) * angle) / sine, to, Math.sin(share * angle) / sine, mean);
        };
    }

    /**
     * What suits latents of this kind. Normal ones lie near a sphere, so spherical; uniform ones fill a cube, which
     * straight lines never leave and arcs do, so linear.
     */
    static Interpolation suiting(Latents latents) {
        return !latents.bounded() ? spherical() : linear();
    }

    /**
     * @throws IllegalArgumentException when the name is unknown
     */
    static Interpolation named(String name, Latents latents) {
        return switch (name) {
            case "linear" -> linear();
            case "spherical" -> spherical(latents.mean());
            default ->
                throw new IllegalArgumentException(
                        Suggestions.unknown("interpolation", name, List.of("linear", "spherical")));
        };
    }

    private static float[] mixed(float[] first, double share, float[] second, double otherShare, double mean) {
        float[] mixed = new float[first.length];
        for (int i = 0; i < mixed.length; i++)
            mixed[i] = (float) (mean + share * (first[i] - mean) + otherShare * (second[i] - mean));
        return mixed;
    }

    private static double dot(float[] first, float[] second, double mean) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) sum += (first[i] - mean) * (second[i] - mean);
        return sum;
    }
}
