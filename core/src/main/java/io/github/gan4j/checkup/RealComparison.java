package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Clusters;
import io.github.gan4j.doctor.Details;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.doctor.Thumbnails;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Samples compared with reals, moment by moment: plain arithmetic, whose part of the reals is done once. */
final class RealComparison {
    private static final int COMPARED = 200, CLUSTERS = 16, NEIGHBOURS = 256, DETAILED = 256;
    /** Comparing with all of a larger set takes too long. */
    private static final int SMALL_SET = 2000;

    private final SampleShape shape;
    private final Clusters clusters;
    private final double[] realShares;
    private final Thumbnails others;
    private final double othersDistance;
    private final Optional<Details> details;
    private final double realDistance;
    private final Optional<Thumbnails> learned;
    private final double learnedDistance;
    private double[] sharesBefore = new double[0];

    /** @param first of the reals */
    RealComparison(Batch first, Samples data) {
        this.shape = data.shape();
        Thumbnails reals = Thumbnails.of(shape, first.values());
        this.clusters = Clusters.of(reals, CLUSTERS);
        this.realShares = clusters.shares(reals);
        int half = reals.count() / 2;
        this.others = reals.last(reals.count() - half);
        this.othersDistance =
                half == 0 ? 0 : reals.first(Math.min(half, NEIGHBOURS)).nearest(others);
        this.details = shape.isImage() ? Optional.of(details(first.values())) : Optional.empty();
        this.realDistance = few(first.values()).meanDistance();
        this.learned = learned(data);
        this.learnedDistance = learned.map(set -> set.nearest(set)).orElse(0.0);
    }

    private Optional<Thumbnails> learned(Samples data) {
        long size = data.distinct().orElse(Long.MAX_VALUE);
        return size < 2 || size > SMALL_SET
                ? Optional.empty()
                : Optional.of(Thumbnails.of(shape, data.batch(0, (int) size).values()));
    }

    private Thumbnails few(float[] samples) {
        return Thumbnails.of(shape, first(COMPARED, samples));
    }

    private Details details(float[] samples) {
        return Details.of(shape, first(DETAILED, samples));
    }

    private float[] first(int count, float[] samples) {
        int most = count * shape.size();
        return samples.length > most ? Arrays.copyOf(samples, most) : samples;
    }

    /** Those of the next moment. */
    void of(float[] made, Map<Signal, Double> seen) {
        Thumbnails fakes = Thumbnails.of(shape, made);
        double[] shares = clusters.shares(fakes);
        if (realDistance > 0) seen.put(Signal.DIVERSITY, few(made).meanDistance() / realDistance);
        seen.put(Signal.CLUSTERS, Clusters.number(shares) / Clusters.number(realShares));
        seen.put(Signal.CLUSTER_DISTANCE, Clusters.difference(shares, realShares));
        if (sharesBefore.length > 0) seen.put(Signal.CLUSTER_CHANGE, Clusters.difference(shares, sharesBefore));
        sharesBefore = shares;
        if (othersDistance > 0 && realDistance > 0)
            seen.put(Signal.REAL_DISTANCE, (fakes.nearest(others) - othersDistance) / realDistance);
        else if (realDistance == 0 && shape.isImage())
            // of reals that are all the same every sample lies in the one cluster, so this alone tells
            seen.put(Signal.REAL_DISTANCE, fakes.nearest(others) / fakes.visible());
        details.ifPresent(reals -> seen.put(Signal.DETAIL_DISTANCE, reals.distance(details(made))));
        if (learnedDistance > 0)
            seen.put(Signal.NEIGHBOUR_RATIO, fakes.nearest(learned.orElseThrow()) / learnedDistance);
    }
}
