package io.github.gan4j.run;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.Optional;

/** Points in the plane: real ones in blue, generated ones in orange over them. */
record PlaneGallery(Plan plan, Distribution distribution) implements Gallery {
    private static final int COUNT = 2_500;
    private static final Color REAL = new Color(0x90caf9);
    private static final Color MADE = new Color(0xc0e65100, true);

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
        int generators = training.game().generators().players().size();
        for (int g = 0; g < generators; g++) {
            float[] latents = new Latents(plan.latent()).of((long) g * COUNT, COUNT / generators);
            float[] made = training.sampler(g)
                    .samples(latents, new long[] {plan.latent().size()}, told(COUNT / generators));
            diagram.points(made, MADE);
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
