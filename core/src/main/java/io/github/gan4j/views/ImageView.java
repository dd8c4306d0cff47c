package io.github.gan4j.views;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.function.Supplier;

/** Images side by side; the first ones are those of the first of several generators. */
public record ImageView(Plan plan, SampleShape shape) implements View {
    @Override
    public Picture reals(Training training) {
        return grid(training.data().batch(0, count()).values());
    }

    @Override
    public Supplier<Picture> samples(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] made = generators.samples(generators.latents().of(generators.seedsByGenerator(count())));
        return () -> grid(made);
    }

    @Override
    public int count() {
        return plan.record().columns() * plan.record().rows();
    }

    private Picture grid(float[] values) {
        return grid(values, shape, plan.record().columns());
    }

    public static Picture grid(float[] values, SampleShape shape, int columns) {
        return Picture.grid(Pictures.legible(shape.pictures(values)), columns, 2);
    }
}
