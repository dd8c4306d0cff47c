package io.github.gan4j.model;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.Patches;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Shuffled;
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
 * Images by which restoring is watched, held back from training where the data can do that, and the same damaged, alike
 * in every look.
 *
 * @param clean the images
 * @param damaged what the generator starts from, {@code [count, channels, h / factor, w / factor]} flattened
 * @param plain the damaged images brought to the full size by bicubic enlargement and nothing else
 */
public record Unseen(ImageSet clean, float[] damaged, float[] plain, int factor) {
    private static final long CHANCE = 0x756e7365656eL;
    /** No training comes here. */
    private static final long FAR = 1L << 40;

    public static Unseen of(Plan plan, Samples samples, int most) {
        ImageSet clean = clean(samples, most);
        int factor = plan.generator().input().factor();
        float[] damaged = computed(() -> RandomNumbers.forked(CHANCE, 0, () -> plan.degradation()
                .orElseThrow()
                .of(tensor(clean.batch(0, clean.size()).values(), clean, 1), Device.CPU)));
        float[] plain =
                factor == 1 ? damaged : computed(() -> Bicubic.enlarged(tensor(damaged, clean, factor), factor));
        return new Unseen(clean, damaged, plain, factor);
    }

    /** Whether the samples can hold images back; others are judged by what was learned from. */
    public static boolean heldBack(Samples samples) {
        return !(samples instanceof Shuffled);
    }

    private static ImageSet clean(Samples samples, int most) {
        if (samples instanceof Patches patches) return patches.heldBackPatches(most);
        if (samples instanceof Shuffled files)
            return files.images().part(0, Math.min(most, files.images().size()));
        return ImageSets.of(samples, FAR, most);
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

    /** The shape of one damaged image. */
    public SampleShape damagedShape() {
        return SampleShape.image(shape().channels(), shape().height() / factor, shape().width() / factor);
    }

    /** What a generator makes of the damaged images now. */
    public float[] restored(Training training, int generator) {
        SampleShape input = damagedShape();
        return training.sampler(generator)
                .samples(damaged, new long[] {input.channels(), input.height(), input.width()}, Optional.empty());
    }
}
