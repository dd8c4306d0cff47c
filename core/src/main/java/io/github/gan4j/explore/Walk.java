package io.github.gan4j.explore;

import java.util.List;

/**
 * A walk through latents from stop to stop, in equal steps.
 *
 * @param stops two latents or more, all of one size
 * @param closed whether it comes back to the first stop
 * @param way from one stop to the next
 */
public record Walk(List<float[]> stops, boolean closed, Interpolation way) {
    public Walk {
        if (stops.size() < 2) throw new IllegalArgumentException("a walk needs 2 stops or more, got " + stops.size());
        stops = List.copyOf(stops);
    }

    /**
     * The latents of so many frames, one after the other: {@code [frames, size]} flattened. An open walk ends on its
     * last stop; a closed one ends just before its first, so that it can be shown again and again.
     */
    public float[] latents(int frames) {
        if (frames < 2) throw new IllegalArgumentException("a walk needs 2 frames or more, got " + frames);
        int size = stops.get(0).length;
        int legs = closed ? stops.size() : stops.size() - 1;
        float[] all = new float[frames * size];
        for (int frame = 0; frame < frames; frame++) {
            double along = (double) frame * legs / (closed ? frames : frames - 1);
            int leg = (int) Math.min(legs - 1, Math.floor(along));
            float[] next = stops.get((leg + 1) % stops.size());
            System.arraycopy(way.between(stops.get(leg), next, along - leg), 0, all, frame * size, size);
        }
        return all;
    }
}
