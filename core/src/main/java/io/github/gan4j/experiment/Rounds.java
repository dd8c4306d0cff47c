package io.github.gan4j.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * How many candidates each round of a race has and how far it goes. In each the worse half of the one before is gone, and
 * the rest goes on twice as far, so all rounds but the first cost about the same (successive halving: Jamieson and
 * Talwalkar 2016, arXiv 1502.07943).
 *
 * @param sizes candidates of each round
 * @param limit images after which nobody trains on
 */
record Rounds(List<Integer> sizes, long limit) {
    private static final int FARTHER = 2;
    private static final int MOST = 4;

    Rounds {
        sizes = List.copyOf(sizes);
    }

    /**
     * Rounds down to two candidates, four at most; or one round, where nobody drops out.
     *
     * @param limit images; 0 for no limit
     */
    static Rounds of(int candidates, boolean dropping, long limit) {
        List<Integer> sizes = new ArrayList<>(List.of(candidates));
        for (int left = candidates; dropping && left > 2 && sizes.size() < MOST; ) {
            left = (left + 1) / 2;
            sizes.add(left);
        }
        return new Rounds(sizes, limit == 0 ? Long.MAX_VALUE : limit);
    }

    int count() {
        return sizes.size();
    }

    /** How many times the images of its first heat one seed of the whole race trains, if there is no limit. */
    double lengths() {
        return work(1, 0, 1, Double.MAX_VALUE);
    }

    /**
     * How far a round goes, so that what is affordable is used up by it and by those that follow.
     *
     * @param round from 1 on
     * @param before images that all who are left have seen
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
