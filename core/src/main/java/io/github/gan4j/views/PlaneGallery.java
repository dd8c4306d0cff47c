package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Ensemble;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/** Points in the plane: real ones in blue, generated ones over them, orange, or a colour for each of several generators. */
record PlaneGallery(Plan plan, Distribution distribution) implements Gallery {
    private static final int COUNT = 2_500;
    private static final Color REAL = new Color(0x90caf9);
    /** One for each generator, in turn. */
    private static final List<Color> MADE = List.of(
            new Color(0xc0e65100, true),
            new Color(0xc02e7d32, true),
            new Color(0xc06a1b9a, true),
            new Color(0xc0c2185b, true));

    @Override
    public Picture reals(Training training) {
        Diagram diagram = diagram();
        diagram.points(training.data().batch(0, COUNT).values(), REAL);
        return diagram.picture("reals");
    }

    @Override
    public Picture samples(Training training) {
        Diagram diagram = diagram();
        diagram.points(training.data().batch(0, COUNT).values(), REAL);
        int[] parts = Ensemble.of(plan.generator()).parts(COUNT);
        for (int g = 0; g < parts.length; g++) {
            if (parts[g] == 0) continue;
            float[] latents = plan.latents().orElseThrow().of((long) g * COUNT, parts[g]);
            float[] made = training.sampler(g)
                    .samples(latents, new long[] {plan.latents().orElseThrow().size()}, told(parts[g]));
            diagram.points(made, MADE.get(g % MADE.size()));
        }
        return diagram.picture("after %,d points".formatted(training.images()));
    }

    /** All classes in turn. */
    private Optional<float[]> told(int count) {
        Classes classes = Classes.of(plan);
        return classes.rows(classes.inTurn(count));
    }

    private Diagram diagram() {
        double reach = 0;
        for (int axis = 0; axis < 2; axis++)
            reach = Math.max(
                    reach,
                    Math.abs(distribution.mean()[axis]) + 2.2 * distribution.std()[axis]);
        return new Diagram(-reach, reach, -reach, reach);
    }
}
