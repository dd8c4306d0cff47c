package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.model.Scorer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Map;
import java.util.Optional;

/**
 * The mean scores that the last discriminator gives to training reals, held-out reals and fakes. Nothing where it does not
 * judge each sample by itself.
 */
final class ScoreGap {
    private static final int COUNT = 256;

    private final Plan plan;
    private final Batch learned;
    private final Optional<Batch> heldOut;

    ScoreGap(Plan plan, Samples data) {
        this.plan = plan;
        this.learned = data.batch(0, COUNT);
        // of endless samples none comes twice, so none can be memorised
        this.heldOut = data.distinct().isEmpty()
                ? Optional.empty()
                : data.heldOut(COUNT).filter(held -> held.count() == COUNT);
    }

    /** @param fakes of all classes in turn where there are classes */
    void of(Training training, float[] fakes, Map<Signal, Double> signals) {
        Scorer scorer = Scorer.of(plan, training);
        if (!scorer.alone()) return;
        int[] labels = Classes.of(plan).inTurn(fakes.length / learned.shape().size());
        float[] real = scorer.of(learned.values(), learned.labels());
        signals.put(Signal.SCORE_REAL, mean(real));
        signals.put(Signal.SCORE_FAKE, mean(scorer.of(fakes, labels)));
        if (heldOut.isEmpty()) return;
        float[] other = scorer.of(heldOut.get().values(), heldOut.get().labels());
        signals.put(Signal.SCORE_HELD_OUT, mean(other));
        double deviation = deviation(other);
        if (deviation > 0) signals.put(Signal.SCORE_GAP, (mean(real) - mean(other)) / deviation);
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
