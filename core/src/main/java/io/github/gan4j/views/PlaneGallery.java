package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

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
        Synthesizer generators = Synthesizer.of(plan, training);
        List<List<float[]>> made = byGenerator(generators);
        for (int g = 0; g < made.size(); g++) diagram.points(joined(made.get(g)), MADE.get(g % MADE.size()));
        return diagram.picture("after %,d points".formatted(training.images()));
    }

    private static List<List<float[]>> byGenerator(Synthesizer generators) {
        float[] made = generators.samples(generators.latents().of(0, COUNT));
        List<List<float[]>> points = new ArrayList<>();
        generators.ensemble().shares().forEach(share -> points.add(new ArrayList<>()));
        for (int i = 0; i < COUNT; i++)
            points.get(generators.ensemble().of(generators.latents().of(i)))
                    .add(new float[] {made[2 * i], made[2 * i + 1]});
        return points;
    }

    private static float[] joined(List<float[]> points) {
        float[] all = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) System.arraycopy(points.get(i), 0, all, 2 * i, 2);
        return all;
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
