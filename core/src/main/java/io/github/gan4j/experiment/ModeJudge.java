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
record ModeJudge(Mixture mixture, int samples) implements Judge {
    static final List<Measure> MEASURES = List.of(
            new Measure("modes", "modes", 1, 1),
            new Measure("high-quality", "high quality %", 100, 1),
            new Measure("reverse-kl", "reverse KL", 1, 4),
            new Measure("reverse-kl-outside", "KL with outside", 1, 4));
    private static final double SIGMAS = 3;
    /** Real samples that no training has seen: those of other seeds. */
    private static final long UNSEEN = 0x7265616c73L;

    @Override
    public Verdict of(TrainedGenerator generator, long seed) {
        Mixture learned = (Mixture) generator.distribution().orElseThrow();
        return of(Fakes.of(generator, samples, seed), learned);
    }

    @Override
    public Verdict ofReals(long seed) {
        return of(mixture.samples(UNSEEN + seed).batch(0, samples).values(), mixture);
    }

    private static Verdict of(float[] points, Mixture learned) {
        ModeCount count = ModeCount.of(new Features(points.length / 2, 2, points), learned, SIGMAS);
        return new Verdict(
                List.of((double) count.found(), count.highQuality(), count.reverseKl(), count.reverseKlWithOutside()),
                ModePicture.of(points, learned, SIGMAS));
    }
}
