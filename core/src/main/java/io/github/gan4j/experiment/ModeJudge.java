package io.github.gan4j.experiment;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.views.Diagram;
import java.awt.Color;
import java.util.List;

/**
 * The rule of PacGAN's tables (arXiv:1712.04086): a point belongs to the nearest mode if it is less than 3 standard
 * deviations away. The modes are those of the data that the generator has learned, so a plan may bring the data to
 * another scale: distances are in standard deviations.
 */
record ModeJudge(Mixture mixture, int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("modes", "modes", 1, 1),
            new ScoreColumn("high-quality", "high quality %", 100, 1),
            new ScoreColumn("reverse-kl", "reverse KL", 1, 4),
            new ScoreColumn("reverse-kl-outside", "KL with outside", 1, 4));
    private static final double SIGMAS = 3;
    private static final Color EDGE = new Color(0x9e9e9e), INSIDE = new Color(0x1565c0), OUTSIDE = new Color(0xe53935);

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        Mixture learned = (Mixture) generator.distribution().orElseThrow();
        return assess(BenchmarkJudge.samples(generator, seed, samples), learned);
    }

    @Override
    public Assessment assessReals(long seed) {
        return assess(mixture.samples(UNSEEN + seed).batch(0, samples).values(), mixture);
    }

    private static Assessment assess(float[] points, Mixture learned) {
        ModeCount count = ModeCount.of(new Features(points.length / 2, 2, points), learned, SIGMAS);
        return Assessment.of(
                picture(points, learned),
                (double) count.found(),
                count.highQuality(),
                count.reverseKl(),
                count.reverseKlWithOutside());
    }

    /** A circle of 3 deviations around each mode; blue points inside, red ones outside. */
    private static Picture picture(float[] points, Mixture learned) {
        double reach = 0, radius = SIGMAS * learned.spread();
        for (double[] mode : learned.modes())
            for (double number : mode) reach = Math.max(reach, 1.3 * Math.abs(number));
        Diagram diagram = new Diagram(-reach, reach, -reach, reach);
        for (double[] mode : learned.modes()) diagram.circle(mode[0], mode[1], radius, EDGE);
        for (int i = 0; i < points.length; i += 2) {
            float x = points[i], y = points[i + 1];
            boolean near = learned.modes().stream().anyMatch(mode -> Math.hypot(x - mode[0], y - mode[1]) < radius);
            diagram.points(new float[] {x, y}, near ? INSIDE : OUTSIDE);
        }
        return diagram.picture("");
    }
}
