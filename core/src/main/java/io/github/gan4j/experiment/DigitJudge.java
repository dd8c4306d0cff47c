package io.github.gan4j.experiment;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.ClassFrequencies;
import io.github.gan4j.metrics.FeatureMoments;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.Specimens;
import io.github.gan4j.model.TrainedGenerator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MNIST in the features of gan4j's own classifier: their Fréchet distance to those of the test part, and the total
 * variation of the shares of the classes. Real samples are those of the training part: the distance of the two parts is
 * the floor. It owns the digits.
 */
final class DigitJudge implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("frechet-distance", "Fréchet distance (FID)", 1, 3),
            new ScoreColumn("class-shares", "in the wrong class %", 100, 2));
    private static final int SHOWN = 100;

    private final Digits digits;
    private final int samples;
    private final Specimens test;

    DigitJudge(Digits digits, int samples) {
        this.digits = digits;
        this.samples = samples;
        this.test = digits.seen(part(digits.split().test(), 0));
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        return assess(BenchmarkJudge.samples(generator, seed, samples));
    }

    @Override
    public Assessment assessReals(long seed) {
        ImageSet train = digits.split().train();
        return assess(part(train, (int) (seed % Math.max(1, train.size() / samples))));
    }

    private float[] part(ImageSet images, int part) {
        int from = part * samples;
        return images.batch(from, Math.min(samples, images.size() - from)).values();
    }

    private Assessment assess(float[] images) {
        Specimens fakes = digits.seen(images);
        double distance =
                FrechetDistance.between(FeatureMoments.of(test.features()), FeatureMoments.of(fakes.features()));
        double wrong = ClassFrequencies.of(fakes.classesSeen(), test.classesSeen(), Digits.CLASSES)
                .totalVariation();
        return Assessment.of(picture(images), distance, wrong);
    }

    private static Picture picture(float[] images) {
        int size = Digits.SHAPE.size();
        return Picture.grid(
                IntStream.range(0, Math.min(SHOWN, images.length / size))
                        .mapToObj(i -> Picture.of(images, i * size, 1, Digits.SIDE, Digits.SIDE))
                        .toList(),
                10,
                2);
    }

    @Override
    public void close() {
        digits.close();
    }
}
