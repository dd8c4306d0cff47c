package io.github.gan4j.views;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.Optional;

/** Images side by side; several generators share the rows. */
public record ImageGallery(Plan plan, SampleShape shape) implements Gallery {
    @Override
    public Picture reals(Training training) {
        return grid(training.data().batch(0, tiles()).values());
    }

    @Override
    public Picture samples(Training training) {
        int generators = training.game().generators().players().size();
        int each = Math.max(1, tiles() / generators);
        float[] all = new float[each * generators * shape.size()];
        float[] latents = plan.latents().orElseThrow().of(0, each);
        for (int g = 0; g < generators; g++) {
            float[] made = training.sampler(g)
                    .samples(latents, new long[] {plan.latents().orElseThrow().size()}, Optional.empty());
            System.arraycopy(made, 0, all, g * made.length, made.length);
        }
        return grid(all);
    }

    private int tiles() {
        return plan.record().columns() * plan.record().rows();
    }

    private Picture grid(float[] values) {
        return grid(values, shape, plan.record().columns());
    }

    public static Picture grid(float[] values, SampleShape shape, int columns) {
        return Picture.grid(Pictures.legible(shape.pictures(values)), columns, 2);
    }
}
