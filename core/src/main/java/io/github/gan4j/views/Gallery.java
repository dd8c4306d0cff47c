package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Map;
import java.util.Optional;

/** How the samples of a run are shown: always from the same latents, so that pictures can be compared. */
public interface Gallery {
    /** Real samples. */
    Picture reals(Training training);

    /** What the generators make now. */
    Picture samples(Training training);

    /** What can be measured on samples at no great cost, by the names that events use. */
    default Map<String, Double> measures(Training training) {
        return Map.of();
    }

    /** The way to show what this plan makes. */
    static Gallery of(Plan plan) {
        SampleShape shape = plan.shape();
        Classes classes = Classes.of(plan);
        if (plan.restoring()) return new RestorationGallery(plan, shape);
        if (shape.isImage())
            return classes.told() ? new ClassGallery(plan, shape, classes) : new ImageGallery(plan, shape);
        Optional<Distribution> known = plan.data().distribution();
        if (known.isEmpty()) return new WideGallery(plan, shape.size());
        Distribution distribution = known.get();
        return distribution.dimensions() == 1
                ? new LineGallery(plan, distribution)
                : new PlaneGallery(plan, distribution);
    }
}
