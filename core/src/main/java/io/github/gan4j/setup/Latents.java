package io.github.gan4j.setup;

import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.plan.LatentPlan;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * What a generator starts from, by seed: the same seed gives the same latent on every machine and in every verb, so a
 * picture found in a training grid can be made again.
 */
public record Latents(LatentPlan plan) {
    /** What stratified latents reach, and how far each is moved, in the program gan-intro. */
    private static final double FAR = 8, MOVED = 0.01;

    /** How many numbers a latent has. */
    public int size() {
        return plan.size();
    }

    /** One latent: {@code [size]}. */
    public float[] of(long seed) {
        // java.util.Random: its numbers are specified to the bit.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        float[] latent = new float[plan.size()];
        for (int i = 0; i < latent.length; i++)
            latent[i] = (float)
                    switch (plan.distribution()) {
                        case NORMAL -> random.nextGaussian();
                        case UNIFORM -> 2 * random.nextDouble() - 1;
                        case UNIFORM01 -> random.nextDouble();
                        case STRATIFIED -> FAR * (2 * random.nextDouble() - 1);
                    };
        return latent;
    }

    /** The latents of {@code count} seeds from {@code first} on, one after the other. */
    public float[] of(long first, int count) {
        return of(LongStream.range(first, first + count).boxed().toList());
    }

    /** The latents of these seeds, one after the other. */
    public float[] of(List<Long> seeds) {
        float[] all = new float[plan.size() * seeds.size()];
        for (int i = 0; i < seeds.size(); i++) System.arraycopy(of(seeds.get(i)), 0, all, i * plan.size(), plan.size());
        return all;
    }

    /** The same distribution for training with this seed. */
    GeneratorInput input(long seed) {
        GeneratorInput fresh =
                switch (plan.distribution()) {
                    case NORMAL -> GeneratorInput.normal(plan.size());
                    case UNIFORM -> GeneratorInput.uniform(plan.size(), -1, 1);
                    case UNIFORM01 -> GeneratorInput.uniform(plan.size(), 0, 1);
                    case STRATIFIED -> GeneratorInput.stratified(-FAR, FAR, MOVED);
                };
        return plan.reuse() ? GeneratorInput.onceAStep(fresh, seed) : fresh;
    }
}
