package io.github.gan4j.views;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The samples of a training, always from the same latents, so that moments can be compared. */
public interface View {
    /** The view of what a plan makes, by the kind of its data. */
    static View of(Plan plan) {
        SampleShape shape = plan.shape();
        if (plan.restoring()) return new RestorationView(plan, shape);
        return switch (shape.kind()) {
            case LINE -> new LineView(plan, plan.data().distribution());
            case PLANE, SPACE -> new PlaneView(plan, shape, plan.data().distribution());
            case IMAGE -> {
                Classes classes = Classes.of(plan);
                yield classes.told() ? new ClassView(plan, shape, classes) : new ImageView(plan, shape);
            }
        };
    }

    /** Real samples. */
    Picture reals(Training training);

    /** How many samples {@link #samples} takes, at most. */
    int count();

    /**
     * Generated samples now. They are taken as numbers at once; whoever draws them, on whatever thread, needs neither the
     * training nor its networks.
     */
    Supplier<Picture> samples(Training training);

    /** The numbers of a page that draws the game between two steps; nothing for images. */
    default Optional<? extends Record> numbers(Training training) {
        return Optional.empty();
    }

    /** Measures of samples that cost little, by their keys in events; the samples are taken at once, as above. */
    default Supplier<Map<String, Double>> measures(Training training) {
        return Map::of;
    }
}
