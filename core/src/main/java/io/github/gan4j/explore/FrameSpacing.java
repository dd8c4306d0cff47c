package io.github.gan4j.explore;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** How the frames of a walk are spread over its way. */
@FunctionalInterface
public interface FrameSpacing {
    /** A number of shares of the way, rising from 0. */
    double[] shares(Walk walk, int frames);

    /** Equal steps through the latents. */
    static FrameSpacing steady() {
        return Walk::shares;
    }

    /**
     * Steps that change the picture about equally: where the generator jumps, more frames; where little happens, fewer.
     * The way is measured on four times as many frames, in mean absolute differences of pixels, and corrected twice by
     * the frames themselves. Stops are then passed closely rather than exactly, but for the first, and the last of an
     * open walk.
     *
     * @param make samples in [-1, 1] from latents, such as {@code generator::samples}
     */
    static FrameSpacing even(UnaryOperator<float[]> make) {
        return (walk, frames) -> {
            double[] probes = walk.shares(4 * frames);
            double[] shares = respaced(probes, Smoothness.of(walk, probes, make), walk.closed(), frames);
            Smoothness found = Smoothness.of(walk, shares, make);
            for (int round = 0; round < 2; round++) {
                double[] mended = respaced(shares, found, walk.closed(), frames);
                Smoothness then = Smoothness.of(walk, mended, make);
                if (then.ratio() >= found.ratio()) break;
                shares = mended;
                found = then;
            }
            return shares;
        };
    }

    /** Shares between which equal parts of the whole length lie, the length growing evenly between those measured. */
    private static double[] respaced(double[] measured, Smoothness smoothness, boolean closed, int frames) {
        double[] ends = closed ? Arrays.copyOf(measured, measured.length + 1) : measured;
        if (closed) ends[measured.length] = 1;
        double[] steps = smoothness.steps();
        double whole = Arrays.stream(steps).sum();
        double[] shares = new double[frames];
        int step = 0;
        double passed = 0;
        for (int i = 0; i < frames; i++) {
            double wanted = whole * i / (closed ? frames : frames - 1);
            while (step < steps.length - 1 && passed + steps[step] < wanted) passed += steps[step++];
            double inside = steps[step] > 0 ? Math.min(1, (wanted - passed) / steps[step]) : 0;
            shares[i] = whole > 0
                    ? ends[step] + inside * (ends[step + 1] - ends[step])
                    : (double) i / (closed ? frames : frames - 1);
        }
        return shares;
    }
}
