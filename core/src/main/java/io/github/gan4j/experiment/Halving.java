package io.github.gan4j.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * The rounds of a race by successive halving (Jamieson and Talwalkar 2016, arXiv:1502.07943): after each the worse half of
 * the candidates drops out and the rest trains twice as far, so that all rounds but the first cost about the same.
 *
 * @param sizes candidates of each round
 * @param limit images after which no candidate trains on
 */
record Halving(List<Integer> sizes, long limit) {
    private static final int FARTHER = 2;
    private static final int MOST = 4;

    Halving {
        sizes = List.copyOf(sizes);
    }

    /**
     * Rounds down to two candidates, four at most; one round without elimination.
     *
     * @param limit images; 0 for no limit
     */
    static Halving of(int candidates, boolean eliminating, long limit) {
        List<Integer> sizes = new ArrayList<>(List.of(candidates));
        for (int left = candidates; eliminating && left > 2 && sizes.size() < MOST; ) {
            left = (left + 1) / 2;
            sizes.add(left);
        }
        return new Halving(sizes, limit == 0 ? Long.MAX_VALUE : limit);
    }

    int count() {
        return sizes.size();
    }

    /** The images of one seed of the whole race as a multiple of those of the first trial, without the limit. */
    double lengths() {
        return work(1, 0, 1, Double.MAX_VALUE);
    }

    /**
     * The images of a round at which it and those that follow use up what is affordable.
     *
     * @param round from 1 on
     * @param before images that all remaining candidates have seen
     * @param affordable images of all candidates together, of one seed
     */
    long images(int round, long before, double affordable) {
        double least = before, most = Math.min(limit, before + affordable);
        for (int i = 0; i < Double.SIZE && least < most; i++) {
            double middle = (least + most) / 2;
            if (work(round, before, middle, limit) <= affordable) least = middle;
            else most = middle;
        }
        return Math.round(Math.min(least + 0.5, most));
    }

    private double work(int round, double before, double images, double limit) {
        double sum = 0, seen = before, next = images;
        for (int size : sizes.subList(round - 1, sizes.size())) {
            double reached = Math.min(next, limit);
            sum += size * (reached - seen);
            seen = reached;
            next = FARTHER * reached;
        }
        return sum;
    }
}
