package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Finds the latent of a given image: the nearest of many random samples, then gradient descent on the latents of the
 * nearest few (Creswell and Bharath 2018, arXiv:1611.05644). Distances are squared differences of pixels, of the image
 * itself and of it at a half and a quarter of the size, so that shapes which lie beside their place attract each other.
 *
 * @param generator of images, of one class where it is class-conditional
 * @param starts random latents to start from, at least 8
 * @param steps of gradient descent
 */
public record Projector(Synthesizer generator, int starts, int steps) {
    private static final long FIRST_SEED = 3_000_000;

    /** Latents that descend together; which of them will end lowest cannot be seen at the start. */
    private static final int TOGETHER = 8;

    private static final double RATE = 0.1;

    /** How strongly normal latents are held at their usual length, as a share of the usual distance from the target. */
    private static final double PRIOR = 0.02;

    /** @throws IllegalArgumentException when a number is out of its range, or the generator makes no images */
    public Projector {
        between("starts", starts, TOGETHER, 100_000);
        between("steps", steps, 1, 100_000);
        if (!generator.shape().isImage())
            throw new IllegalArgumentException(
                    "the generator makes " + generator.shape().noun() + "s, not images");
    }

    private static void between(String what, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(what + " must be within " + least + " and " + most + ", got " + value);
    }

    /** The nearest found. */
    public Projection nearest(float[] target) {
        return nearest(target, error -> {});
    }

    /**
     * @param target an image of the generator's shape, channel after channel in [-1, 1]
     * @param heard hears the least error so far after every step
     */
    public Projection nearest(float[] target, DoubleConsumer heard) {
        float[] latents = generator.latents().of(FIRST_SEED, starts);
        float[] samples = generator.samples(latents);
        int[] order = IntStream.range(0, starts)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Projection.error(samples, i * target.length, target)))
                .mapToInt(i -> i)
                .toArray();
        int size = latents.length / starts;
        float[] best = new float[TOGETHER * size];
        for (int i = 0; i < TOGETHER; i++) System.arraycopy(latents, order[i] * size, best, i * size, size);
        double usual = Projection.error(samples, order[starts / 2] * target.length, target);
        return descended(best, size, target, PRIOR * 4 * usual * usual, heard);
    }

    /** How far the mean of random samples is from a target: what is reached without looking at it. */
    public double errorOfMean(float[] target) {
        float[] samples = generator.samples(generator.latents().of(FIRST_SEED, starts));
        float[] mean = new float[target.length];
        for (int i = 0; i < samples.length; i++) mean[i % mean.length] += samples[i] / starts;
        return Projection.error(mean, target);
    }

    private Projection descended(float[] start, int size, float[] target, double prior, DoubleConsumer heard) {
        Free free = new Free(generator.latents());
        try (Scope outer = new Scope();
                Adam adam = new Adam(start.length, Device.CPU, 0.9, 0.999, 1e-8)) {
            Tensor numbers = Tensor.of(free.of(start), start.length);
            Tensor wanted = Tensor.of(target, batch(1));
            Projection best = new Projection(new float[0], new float[0], Double.POSITIVE_INFINITY);
            for (int step = 0; step <= steps; step++) {
                try (Scope scope = new Scope()) {
                    Tensor by = numbers.withGradient();
                    Tensor latents = free.latents(by.reshaped(TOGETHER, size));
                    Tensor samples = generator.samples(latents).on(Device.CPU);
                    best = better(best, latents.toFloats(), samples.toFloats(), target);
                    heard.accept(best.error());
                    if (step == steps) break;
                    Tensor loss =
                            distance(samples, wanted).plus(free.unusual(latents).times(prior));
                    adam.step(numbers, Gradients.of(loss, by), RATE * (1 - (double) step / steps));
                }
            }
            return best;
        }
    }

    private static Projection better(Projection best, float[] latents, float[] samples, float[] target) {
        int size = latents.length / TOGETHER;
        Projection found = best;
        for (int i = 0; i < TOGETHER; i++) {
            double error = Projection.error(samples, i * target.length, target);
            if (error < found.error())
                found = new Projection(
                        Arrays.copyOfRange(latents, i * size, (i + 1) * size),
                        Arrays.copyOfRange(samples, i * target.length, (i + 1) * target.length),
                        error);
        }
        return found;
    }

    /** The sum over the samples, so that none slows down another. */
    private Tensor distance(Tensor samples, Tensor wanted) {
        Tensor difference = samples.minus(wanted);
        Tensor sum = meanSquare(difference);
        Tensor smaller = difference;
        for (int side = Math.min(generator.shape().height(), generator.shape().width()) / 2; side >= 4; side /= 2) {
            smaller = smaller.averagePooled(2);
            sum = sum.plus(meanSquare(smaller));
            if (side <= Math.min(generator.shape().height(), generator.shape().width()) / 4) break;
        }
        return sum.sum();
    }

    private static Tensor meanSquare(Tensor images) {
        return images.squared().sumPerSample().times(1.0 * TOGETHER / images.count());
    }

    private long[] batch(int count) {
        SampleShape shape = generator.shape();
        return new long[] {count, shape.channels(), shape.height(), shape.width()};
    }

    /** Latents as numbers that may be anything: bounded ones are bent so that they never leave their range. */
    private record Free(Latents distribution) {
        private static final double NEARLY_ONE = 0.999;

        private double middle() {
            return (distribution.low() + distribution.high()) / 2;
        }

        private double reach() {
            return (distribution.high() - distribution.low()) / 2;
        }

        float[] of(float[] latents) {
            float[] free = latents.clone();
            if (distribution.bounded())
                for (int i = 0; i < free.length; i++) free[i] = unbent((latents[i] - middle()) / reach());
            return free;
        }

        private static float unbent(double value) {
            double inside = Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, value));
            return (float) (0.5 * Math.log((1 + inside) / (1 - inside)));
        }

        Tensor latents(Tensor free) {
            return distribution.bounded() ? free.tanh().times(reach()).plus(middle()) : free;
        }

        /** The squared distance of the mean square of each latent from 1; nothing for bounded ones. */
        Tensor unusual(Tensor latents) {
            if (distribution.bounded()) return Tensor.zeros(1).sum();
            return latents.squared()
                    .sumPerSample()
                    .times(1.0 / latents.size(1))
                    .plus(-1)
                    .squared()
                    .sum();
        }
    }
}
