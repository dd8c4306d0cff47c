package io.github.gan4j.views;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.DegradedImages;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Restored images in groups side by side: degraded (enlarged without smoothing where it is smaller), enlarged by bicubic
 * interpolation where it is smaller, restored by each generator, and the original.
 */
final class RestorationView implements View {
    private final Plan plan;
    private final SampleShape shape;
    private Optional<DegradedImages> shown = Optional.empty();

    RestorationView(Plan plan, SampleShape shape) {
        this.plan = plan;
        this.shape = shape;
    }

    @Override
    public Picture reals(Training training) {
        DegradedImages images = images(training);
        return ImageView.grid(
                images.clean().batch(0, images.count()).values(),
                shape,
                Math.min(plan.record().columns(), images.count()));
    }

    @Override
    public Supplier<Picture> samples(Training training) {
        DegradedImages images = images(training);
        List<float[]> restored = new ArrayList<>();
        for (int g = 0; g < plan.generator().count(); g++) restored.add(images.restored(training, g));
        return () -> drawn(images, restored);
    }

    private Picture drawn(DegradedImages images, List<float[]> restored) {
        SampleShape small = images.degradedShape();
        List<List<Picture>> columns = new ArrayList<>();
        columns.add(small.pictures(images.degraded()).stream()
                .map(p -> p.enlarged(images.factor()))
                .toList());
        if (images.factor() > 1) columns.add(shape.pictures(images.plain()));
        for (float[] made : restored) columns.add(shape.pictures(made));
        columns.add(shape.pictures(images.clean().batch(0, images.count()).values()));
        List<Picture> tiles = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) for (List<Picture> column : columns) tiles.add(column.get(i));
        int fitting = Math.max(1, plan.record().columns() / columns.size());
        // as many rows as that takes, each about as full
        int rows = (images.count() + fitting - 1) / fitting;
        int groups = (images.count() + rows - 1) / rows;
        return Picture.grid(Pictures.legible(tiles), groups * columns.size(), 2);
    }

    private DegradedImages images(Training training) {
        if (shown.isEmpty()) shown = Optional.of(DegradedImages.of(plan, training.data(), most()));
        return shown.get();
    }

    private int most() {
        int group = plan.generator().count() + (plan.generator().input().factor() > 1 ? 3 : 2);
        return Math.max(1, plan.record().columns() / group) * plan.record().rows();
    }

    @Override
    public int count() {
        return most() * plan.generator().count();
    }
}
