package io.github.gan4j.model;

import io.github.gan4j.game.Weighting;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.TeamPlan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which of several generators makes a sample: each as often as its weight says, decided by the latent alone, so the same
 * latent is the same sample in every verb and on every machine.
 *
 * @param shares of the generators, in order; they sum to 1
 */
public record Ensemble(List<Double> shares) {
    public Ensemble {
        shares = List.copyOf(shares);
    }

    /** That of the generators of a plan: with the weights that it gives them, or all alike. */
    public static Ensemble of(GeneratorPlan generators) {
        double[] weights = new double[generators.count()];
        Arrays.fill(weights, 1);
        if (generators.team().map(TeamPlan::weighting).orElse(null) instanceof Weighting.Given given)
            for (int i = 0; i < weights.length; i++)
                weights[i] = given.weights().get(i);
        double sum = Arrays.stream(weights).sum();
        return new Ensemble(Arrays.stream(weights).mapToObj(w -> w / sum).toList());
    }

    int count() {
        return shares.size();
    }

    /** The generator that makes a sample of this latent, from 0. */
    public int of(float... latent) {
        double point = new Random(Arrays.hashCode(latent) * 0x9E3779B97F4A7C15L).nextDouble();
        for (int i = 0; i < count() - 1; i++) {
            point -= shares.get(i);
            if (point < 0) return i;
        }
        return count() - 1;
    }

    /**
     * What the generators of a training make now, without touching its random numbers.
     *
     * @param first of the latents
     * @param labels the class of each sample; empty where classes play no part
     */
    public static float[] samples(Plan plan, Training training, int first, int[] labels, int count) {
        int size = plan.latents().orElseThrow().size();
        Classes classes = Classes.of(plan);
        return of(plan.generator())
                .samples(
                        plan.latents().orElseThrow().of(first, count),
                        size,
                        labels,
                        (generator, latents, own) ->
                                training.sampler(generator).samples(latents, new long[] {size}, classes.rows(own)));
    }

    /** Makes the samples of some latents with one of the generators. */
    @FunctionalInterface
    interface Maker {
        /** @param labels the class of each sample; empty where classes play no part */
        float[] make(int generator, float[] latents, int[] labels);
    }

    /**
     * The samples of these latents, one after the other.
     *
     * @param size of a latent
     * @param labels the class of each; empty where classes play no part
     */
    public float[] samples(float[] latents, int size, int[] labels, Maker maker) {
        int count = latents.length / size;
        if (count() == 1 || count == 0) return maker.make(0, latents, labels);
        float[][] rows = new float[count][];
        for (int generator = 0; generator < count(); generator++) {
            int own = generator;
            int[] places = IntStream.range(0, count)
                    .filter(i -> of(Arrays.copyOfRange(latents, i * size, (i + 1) * size)) == own)
                    .toArray();
            if (places.length == 0) continue;
            float[] given = new float[places.length * size];
            int[] told = new int[labels.length == 0 ? 0 : places.length];
            for (int i = 0; i < places.length; i++) {
                System.arraycopy(latents, places[i] * size, given, i * size, size);
                if (told.length > 0) told[i] = labels[places[i]];
            }
            float[] made = maker.make(generator, given, told);
            int width = made.length / places.length;
            for (int i = 0; i < places.length; i++)
                rows[places[i]] = Arrays.copyOfRange(made, i * width, (i + 1) * width);
        }
        return joined(rows);
    }

    private static float[] joined(float[][] rows) {
        float[] all = new float[Math.multiplyExact(rows.length, rows[0].length)];
        for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
        return all;
    }

    /** How many of so many samples each generator makes where they are shown together. */
    public int[] parts(int count) {
        return shares.stream()
                .mapToInt(share -> (int) Math.round(share * count))
                .toArray();
    }
}
