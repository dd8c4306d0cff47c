package io.github.gan4j.model;

import io.github.gan4j.game.Weighting;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.TeamPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The generator, of several, that makes a sample: each as often as its weight says, decided by the latent alone, so the same
 * latent is the same sample everywhere and on every machine.
 *
 * @param shares of the generators, in order; they sum to 1
 */
public record Ensemble(List<Double> shares) {
    public Ensemble {
        shares = List.copyOf(shares);
    }

    /** That of the generators of a plan: with the weights that it gives them, or all alike. */
    static Ensemble of(GeneratorPlan generators) {
        double[] weights = new double[generators.count()];
        Arrays.fill(weights, 1);
        if (generators.team().map(TeamPlan::weighting).orElse(null) instanceof Weighting.Given given)
            for (int i = 0; i < weights.length; i++)
                weights[i] = given.weights().get(i);
        double sum = Arrays.stream(weights).sum();
        return new Ensemble(Arrays.stream(weights).mapToObj(w -> w / sum).toList());
    }

    /** The generator that makes the sample of this latent, from 0. */
    public int of(float... latent) {
        double point = new Random(Arrays.hashCode(latent) * 0x9E3779B97F4A7C15L).nextDouble();
        for (int i = 0; i < shares.size() - 1; i++) {
            point -= shares.get(i);
            if (point < 0) return i;
        }
        return shares.size() - 1;
    }

    /** The share of each generator in {@code count} places, by largest remainders; they sum to {@code count}. */
    int[] parts(int count) {
        int[] parts = shares.stream().mapToInt(share -> (int) (share * count)).toArray();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - shares.get(i) * count))
                .limit(count - Arrays.stream(parts).sum())
                .toList()
                .forEach(i -> parts[i]++);
        return parts;
    }
}
