package io.github.gan4j.explore;

import java.util.List;

/**
 * A walk through latents from stop to stop.
 *
 * @param stops two latents or more, all of one size
 * @param closed whether it comes back to the first stop
 * @param way from one stop to the next
 */
public record Walk(List<float[]> stops, boolean closed, Interpolation way) {
    public Walk {
        if (stops.size() < 2) throw new IllegalArgumentException("a walk needs 2 stops or more, got " + stops.size());
        for (float[] stop : stops)
            if (stop.length != stops.get(0).length)
                throw new IllegalArgumentException("the stops of a walk must have one size, got " + stops.get(0).length
                        + " and " + stop.length + " numbers");
        stops = List.copyOf(stops);
    }

    /** The latent at a share of the whole way, from 0 (the first stop) to 1 (the last, or the first again). */
    public float[] at(double share) {
        int legs = closed ? stops.size() : stops.size() - 1;
        double along = share * legs;
        int leg = (int) Math.max(0, Math.min(legs - 1, Math.floor(along)));
        return way.between(stops.get(leg), stops.get((leg + 1) % stops.size()), along - leg);
    }

    /** The latents at these shares of the way, one after the other. */
    public float[] at(double[] shares) {
        int size = stops.get(0).length;
        float[] all = new float[shares.length * size];
        for (int i = 0; i < shares.length; i++) System.arraycopy(at(shares[i]), 0, all, i * size, size);
        return all;
    }

    /**
     * A number of shares of the way in equal steps through the latents. An open walk ends on its last stop; a closed one ends
     * just before its first, so that it can be shown again and again.
     */
    public double[] shares(int frames) {
        if (frames < 2) throw new IllegalArgumentException("a walk needs 2 frames or more, got " + frames);
        double[] shares = new double[frames];
        for (int i = 0; i < frames; i++) shares[i] = (double) i / (closed ? frames : frames - 1);
        return shares;
    }

    /** The latents of a number of frames in equal steps, one after the other: {@code [frames, size]} flattened. */
    public float[] latents(int frames) {
        return at(shares(frames));
    }
}
