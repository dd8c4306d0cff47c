package io.github.gan4j.experiment;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.ClassShares;
import io.github.gan4j.metrics.Extraction;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.Moments;
import io.github.gan4j.model.TrainedGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MNIST in the eyes of gan4j's own classifier: the Fréchet distance of its features to those of the test part, and how
 * far the shares of the classes are off. Real samples are the first ones of the training part: the distance of the two
 * parts is the floor. It owns the digits' classifier.
 */
final class DigitJudge implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("frechet-distance", "Fréchet distance", 1, 3),
            new ScoreColumn("class-shares", "in the wrong class %", 100, 2));
    private static final SampleShape DIGIT = SampleShape.image(1, Digits.SIDE, Digits.SIDE);
    private static final int SHOWN = 100;

    private final Digits digits;
    private final int samples;
    private final Seen test;

    DigitJudge(Digits digits, int samples) {
        this.digits = digits;
        this.samples = samples;
        this.test = seen(digits.split().test(), 0);
    }

    private record Seen(Features features, int[] labels) {}

    @Override
    public List<ScoreColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        return assessment(Fakes.of(generator, samples, seed));
    }

    @Override
    public Assessment assessReals(long seed) {
        int parts = Math.max(1, digits.split().train().size() / samples);
        int part = (int) (seed % parts);
        return assessment(digits.split()
                .train()
                .batch(part * samples, Math.min(samples, digits.split().train().size() - part * samples))
                .values());
    }

    private Assessment assessment(float[] images) {
        Seen fakes = seen(images);
        double distance = FrechetDistance.between(Moments.of(test.features), Moments.of(fakes.features));
        double wrong = ClassShares.of(fakes.labels, test.labels, Digits.CLASSES).totalVariation();
        return Assessment.of(picture(images), distance, wrong);
    }

    private Seen seen(ImageSet images, int from) {
        return seen(images.batch(from, Math.min(samples, images.size() - from)).values());
    }

    private Seen seen(float[] images) {
        int count = images.length / DIGIT.size();
        Extraction extraction = digits.classifier().look(new Batch(count, DIGIT, images, new int[0]));
        Features likely = extraction.probabilities().orElseThrow();
        return new Seen(
                extraction.features(),
                IntStream.range(0, count)
                        .map(i -> StackJudge.likeliest(likely, i))
                        .toArray());
    }

    private static Picture picture(float[] images) {
        List<Picture> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, images.length / DIGIT.size()); i++)
            shown.add(Picture.of(images, i * DIGIT.size(), 1, Digits.SIDE, Digits.SIDE));
        return Picture.grid(shown, 10, 2);
    }

    @Override
    public void close() {
        digits.close();
    }
}
