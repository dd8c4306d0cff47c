package io.github.gan4j.model;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Degradation;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Training;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Images by which restoration is watched and the same degraded, always alike; held-out images, or some of the
 * training set where no other images are known.
 *
 * @param clean the images
 * @param degraded the generator's input, {@code [count, channels, h / factor, w / factor]} flattened
 * @param plain the degraded images at full size, by bicubic interpolation and nothing else
 */
public record DegradedImages(ImageSet clean, float[] degraded, float[] plain, int factor) {
    private static final long CHANCE = 0x756e7365656eL;

    public static DegradedImages of(Plan plan, Samples samples, int most) {
        ImageSet clean = clean(samples, most);
        Degradation degradation = plan.degradation().orElseThrow();
        int factor = degradation.factor();
        float[] degraded = computed(() -> RandomNumbers.forked(
                CHANCE,
                0,
                () -> degradation.of(tensor(clean.batch(0, clean.size()).values(), clean, 1), Device.CPU)));
        float[] plain =
                factor == 1 ? degraded : computed(() -> Bicubic.enlarged(tensor(degraded, clean, factor), factor));
        return new DegradedImages(clean, degraded, plain, factor);
    }

    private static ImageSet clean(Samples samples, int most) {
        return samples.heldOut(most)
                .map(held -> ImageSets.of(samples.shape(), held.values(), held.labels(), samples.labelNames()))
                .orElseGet(() ->
                        RandomPart.of(samples.images().orElseThrow(), most, 0).images());
    }

    private static Tensor tensor(float[] values, ImageSet images, int factor) {
        SampleShape shape = images.shape();
        return Tensor.of(values, images.size(), shape.channels(), shape.height() / factor, shape.width() / factor);
    }

    private static float[] computed(Supplier<Tensor> calculation) {
        try (Scope scope = new Scope()) {
            return Scope.withoutGradients(calculation).toFloats();
        }
    }

    public int count() {
        return clean.size();
    }

    public SampleShape shape() {
        return clean.shape();
    }

    /** The shape of one degraded image. */
    public SampleShape degradedShape() {
        return SampleShape.image(shape().channels(), shape().height() / factor, shape().width() / factor);
    }

    /** The degraded images as a generator restores them now. */
    public float[] restored(Training training, int generator) {
        SampleShape input = degradedShape();
        return training.sampler(generator)
                .samples(degraded, new long[] {input.channels(), input.height(), input.width()}, Optional.empty());
    }
}
