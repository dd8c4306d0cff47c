package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Affine;
import io.github.gan4j.tensor.Tensor;
import java.util.function.UnaryOperator;

/** What discriminators see instead of the samples; done to reals and fakes alike, and differentiable. */
public sealed interface Augmentation
        permits Augmentation.InstanceNoise, Augmentation.Warp, Augmentation.Packing, DiffAugment {
    /**
     * Draws what happens to samples of this shape, each its own. The answer has no chance left in it: it does the same
     * to whatever it is applied to, so a penalty can look twice through one draw.
     */
    UnaryOperator<Tensor> drawn(long[] shape, Moment moment);

    /** Samples as a discriminator sees them. */
    default Tensor view(Tensor samples, Moment moment) {
        return drawn(samples.shape(), moment).apply(samples);
    }

    /** The labels of the views, {@code [views, numbers]}, from those of the samples, {@code [batch, classes]}. */
    default Tensor labels(Tensor labels) {
        return labels;
    }

    /** How many samples make one view. */
    default int samplesPerView() {
        return 1;
    }

    /**
     * Gaussian noise on every sample, so that the two distributions overlap (Sønderby et al. 2017, arXiv:1610.04490;
     * Arjovsky and Bottou 2017).
     *
     * @param deviation of the noise, in units of the samples
     */
    record InstanceNoise(Schedule deviation) implements Augmentation {
        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            double now = deviation.at(moment.images());
            if (now == 0) return UnaryOperator.identity();
            Tensor noise = Tensor.gaussian(shape).on(moment.device()).times(now);
            return samples -> samples.plus(noise);
        }
    }

    /**
     * Images turned, sheared, stretched, moved and bent, each in its own way; what comes in repeats the edge.
     *
     * @param strength by how much each of the six numbers of the affine map may differ from those of no change, half the
     *     side of the image being 1: 0.2 turns by up to 11 degrees or moves by up to a tenth of the side
     * @param bend by how much each of the 16 knots of a net over the image may move besides, in the same unit (elastic
     *     distortions: Simard et al. 2003); 0 for none
     */
    record Warp(Schedule strength, Schedule bend) implements Augmentation {
        private static final int KNOTS = 4;

        /** @throws IllegalArgumentException when the samples are no images */
        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            if (shape.length != 4)
                throw new IllegalArgumentException("warp changes images, got samples of " + shape[1] + " numbers");
            double most = strength.at(moment.images());
            Tensor same = Tensor.of(new float[] {1, 0, 0, 0, 1, 0}, 1, 2, 3);
            Tensor maps = Tensor.uniform(-most, most, shape[0], 2, 3).plus(same).on(moment.device());
            double furthest = bend.at(moment.images());
            if (furthest == 0) return images -> Affine.warped(images, maps);
            Tensor bends = Tensor.uniform(-furthest, furthest, shape[0], 2, KNOTS, KNOTS)
                    .on(moment.device());
            return images -> Affine.warped(images, maps, bends);
        }
    }

    /**
     * Several samples of one kind, one behind the other along the channels, judged together, so that sameness shows
     * (PacGAN; Lin et al. 2018, arXiv:1712.04086). Their labels lie behind one another too: a pack is drawn from the
     * joint distribution of samples and classes, whatever the classes are, and so are its labels.
     */
    record Packing(int samples) implements Augmentation {
        public Packing {
            if (samples < 2) throw new IllegalArgumentException("packing takes 2 samples or more, got " + samples);
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            return this::packed;
        }

        @Override
        public Tensor labels(Tensor labels) {
            return packed(labels);
        }

        private Tensor packed(Tensor batch) {
            long[] shape = batch.shape();
            if (shape[0] % samples != 0)
                throw new IllegalArgumentException(
                        "packing " + samples + " samples needs a batch that divides by it, got " + shape[0]);
            shape[0] /= samples;
            shape[1] *= samples;
            return batch.reshaped(shape);
        }

        @Override
        public int samplesPerView() {
            return samples;
        }
    }
}
