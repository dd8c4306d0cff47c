package io.github.gan4j.views;

import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.Arrays;

/**
 * Points of so many numbers that they are seen as two: the mean of the first half across, that of the second up. Real
 * ones in blue, generated ones in orange over them.
 */
record WideGallery(Plan plan, int numbers) implements Gallery {
    private static final int COUNT = 500;
    private static final Color REAL = new Color(0x90caf9);
    private static final Color MADE = new Color(0xc0e65100, true);

    @Override
    public Picture reals(Training training) {
        float[] reals = seen(training.data().batch(0, COUNT).values());
        Diagram diagram = diagram(reals);
        diagram.points(reals, REAL);
        return diagram.picture("reals, means of both halves");
    }

    @Override
    public Picture samples(Training training) {
        float[] reals = seen(training.data().batch(0, COUNT).values());
        Diagram diagram = diagram(reals);
        diagram.points(reals, REAL);
        Synthesizer generators = Synthesizer.of(plan, training);
        diagram.points(seen(generators.samples(generators.latents().of(0, COUNT))), MADE);
        return diagram.picture("after %,d points".formatted(training.images()));
    }

    private float[] seen(float[] points) {
        float[] seen = new float[points.length / numbers * 2];
        for (int i = 0; i < seen.length; i++) {
            int from = i / 2 * numbers + i % 2 * (numbers / 2);
            seen[i] = (float) mean(Arrays.copyOfRange(points, from, from + numbers / 2));
        }
        return seen;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }

    private static Diagram diagram(float[] reals) {
        double reach = 1;
        for (float value : reals) reach = Math.max(reach, 1.2 * Math.abs(value));
        return new Diagram(-reach, reach, -reach, reach);
    }
}
