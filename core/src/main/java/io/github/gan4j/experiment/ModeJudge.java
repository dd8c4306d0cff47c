package io.github.gan4j.experiment;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.TrainedGenerator;
import java.util.List;

/**
 * The rule of PacGAN's tables (arXiv 1712.04086): a point belongs to the nearest mode if it is less than 3 standard
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

    @Override
    public List<ScoreColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        Mixture learned = (Mixture) generator.distribution().orElseThrow();
        return of(Fakes.of(generator, samples, seed), learned);
    }

    @Override
    public Assessment assessReals(long seed) {
        return of(mixture.samples(UNSEEN + seed).batch(0, samples).values(), mixture);
    }

    private static Assessment of(float[] points, Mixture learned) {
        ModeCount count = ModeCount.of(new Features(points.length / 2, 2, points), learned, SIGMAS);
        return Assessment.of(
                ModePicture.of(points, learned, SIGMAS),
                (double) count.found(),
                count.highQuality(),
                count.reverseKl(),
                count.reverseKlWithOutside());
    }
}
