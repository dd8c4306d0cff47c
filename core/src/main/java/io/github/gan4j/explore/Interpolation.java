package io.github.gan4j.explore;

/** The way between two latents of the same size, at a share from 0 (the first) to 1 (the second). */
@FunctionalInterface
public interface Interpolation {
    float[] between(float[] from, float[] to, double share);

    /** Straight on. */
    static Interpolation linear() {
        return (from, to, share) -> mixed(from, 1 - share, to, share);
    }

    /**
     * Along the great circle, which keeps the length that normal latents have (White 2016, arXiv:1609.04468); straight on
     * where the two point the same way.
     */
    static Interpolation spherical() {
        return (from, to, share) -> {
            double cosine = dot(from, to) / Math.sqrt(dot(from, from) * dot(to, to));
            double angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
            double sine = Math.sin(angle);
            if (!(sine > 1e-6)) return mixed(from, 1 - share, to, share);
            return mixed(from, Math.sin((1 - share) * angle) / sine, to, Math.sin(share * angle) / sine);
        };
    }

    /**
     * @throws IllegalArgumentException when the name is unknown
     */
    static Interpolation named(String name) {
        return switch (name) {
            case "linear" -> linear();
            case "spherical" -> spherical();
            default ->
                throw new IllegalArgumentException("unknown interpolation '" + name + "'; known: linear, spherical");
        };
    }

    private static float[] mixed(float[] first, double share, float[] second, double otherShare) {
        float[] mixed = new float[first.length];
        for (int i = 0; i < mixed.length; i++) mixed[i] = (float) (share * first[i] + otherShare * second[i]);
        return mixed;
    }

    private static double dot(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) sum += (double) first[i] * second[i];
        return sum;
    }
}
