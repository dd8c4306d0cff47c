package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Shuffled;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Encoded;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Sampler;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The scores that the last discriminator gives to training reals, held-out reals and fakes. Nothing where it judges packs,
 * whole batches or something else than samples.
 */
final class ScoreGap {
    private static final int COUNT = 256;
    /** No training comes here. */
    private static final long FAR = 1L << 40;

    private final Classes classes;
    private final boolean alone;
    private final Batch seen;
    private final Optional<Batch> unseen;

    ScoreGap(Plan plan, Samples data) {
        this.classes = Classes.of(plan);
        this.alone = plan.discriminator().samplesPerView() == 1
                && !plan.discriminator().network().comparing()
                && plan.encoded()
                        .filter(encoded -> encoded.shown() == Encoded.Shown.REDRAWN)
                        .isEmpty();
        this.seen = data.batch(0, COUNT);
        this.unseen = data.unseen().map(others -> others.batch(FAR, COUNT)).or(() -> published(plan, data));
    }

    /** Images of the test part, evenly picked, where the data has one. */
    private static Optional<Batch> published(Plan plan, Samples data) {
        if (!(data instanceof Shuffled files) || !(plan.data() instanceof ImageSource source)) return Optional.empty();
        try {
            if (!source.hasParts()) return Optional.empty();
            ImageSet train = files.images();
            ImageSet test = source.sized(train.shape().height(), train.shape().channels())
                    .images(Part.TEST, line -> {});
            boolean other = test.labelNames().equals(train.labelNames())
                    && !test.checksum().equals(train.checksum())
                    && test.size() >= COUNT;
            return other
                    ? Optional.of(test.picked(IntStream.range(0, COUNT)
                                    .map(i -> (int) ((long) i * test.size() / COUNT))
                                    .toArray())
                            .batch(0, COUNT))
                    : Optional.empty();
        } catch (IOException noSuchPart) {
            return Optional.empty();
        }
    }

    /** @param fakes that the generators have made, of all classes in turn where there are classes */
    void of(Training training, float[] fakes, Map<Signal, Double> opinions) {
        if (!alone) return;
        float[] real = scores(training, seen.values(), rows(seen));
        float[] fake = scores(
                training,
                fakes,
                classes.rows(classes.inTurn(fakes.length / seen.shape().size())));
        opinions.put(Signal.SCORE_REAL, mean(real));
        opinions.put(Signal.SCORE_FAKE, mean(fake));
        if (unseen.isEmpty()) return;
        float[] other = scores(training, unseen.get().values(), rows(unseen.get()));
        opinions.put(Signal.SCORE_HELD_OUT, mean(other));
        double deviation = deviation(other);
        if (deviation > 0) opinions.put(Signal.SCORE_GAP, (mean(real) - mean(other)) / deviation);
    }

    private Optional<float[]> rows(Batch batch) {
        return classes.rows(batch.labels());
    }

    private float[] scores(Training training, float[] samples, Optional<float[]> told) {
        List<Discriminator> players = training.game().discriminators().players();
        long[] whole = seen.shape().dimensions(1);
        long[] one = Arrays.copyOfRange(whole, 1, whole.length);
        return new Sampler(
                        players.get(players.size() - 1).network(),
                        training.settings().device(),
                        training.game().precision())
                .samples(samples, one, told);
    }

    private static double mean(float[] numbers) {
        double mean = 0;
        for (float number : numbers) mean += number / numbers.length;
        return mean;
    }

    private static double deviation(float[] numbers) {
        double mean = mean(numbers), squares = 0;
        for (float number : numbers) squares += (number - mean) * (number - mean) / numbers.length;
        return Math.sqrt(squares);
    }
}
