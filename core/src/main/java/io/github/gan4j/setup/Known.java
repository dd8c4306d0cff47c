package io.github.gan4j.setup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.FewLabels;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.KnownClasses;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Reals;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.SupervisionPlan;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The few samples of a run whose class is known, and which of them each step looks at: a pure function of seed and step.
 *
 * @param all of them
 * @param classes how many there are
 * @param batch how many a step looks at
 */
public record Known(Batch all, int classes, int batch, long seed) {
    /** @throws IllegalArgumentException when the samples are too few for as many of each class */
    public static Known of(Plan plan, SupervisionPlan supervision, Samples samples) {
        Batch all = labelled(supervision, samples);
        return new Known(all, samples.labelNames().size(), Math.min(supervision.batchSize(), all.count()), plan.seed());
    }

    private static Batch labelled(SupervisionPlan supervision, Samples samples) {
        try {
            return FewLabels.of(samples, supervision.labelled());
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(
                    "discriminator.supervision.labelled: " + impossible.getMessage(), impossible);
        }
    }

    Penalty penalty(double strength) {
        return new KnownClasses(this::at, strength);
    }

    public Reals at(Moment moment) {
        int size = all.shape().size();
        int[] chosen = chosen(moment.step());
        float[] values = new float[batch * size];
        int[] labels = new int[batch];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(all.values(), chosen[i] * size, values, i * size, size);
            labels[i] = all.labels()[chosen[i]];
        }
        Tensor rows = Tensor.ofClasses(labels).oneHot(classes).on(moment.device());
        return new Reals(Tensor.of(values, all.shape().dimensions(batch)).on(moment.device()), Optional.of(rows));
    }

    /** The first places of a shuffle. */
    private int[] chosen(long step) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
        int[] order = IntStream.range(0, all.count()).toArray();
        for (int i = 0; i < batch; i++) {
            int j = random.nextInt(i, order.length);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
