package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Tensor;

/** What discriminators see instead of the samples; done to reals and fakes alike, and differentiable. */
public sealed interface Augmentation {
    Tensor view(Tensor samples, Moment moment);

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
        public Tensor view(Tensor samples, Moment moment) {
            double now = deviation.at(moment.images());
            if (now == 0) return samples;
            return samples.plus(
                    Tensor.gaussian(samples.shape()).on(moment.device()).times(now));
        }
    }

    /**
     * Several samples of one kind, one behind the other along the channels, judged together, so that sameness shows
     * (PacGAN; Lin et al. 2018, arXiv:1712.04086).
     */
    record Packing(int samples) implements Augmentation {
        public Packing {
            if (samples < 2) throw new IllegalArgumentException("packing takes 2 samples or more, got " + samples);
        }

        @Override
        public Tensor view(Tensor batch, Moment moment) {
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
