package io.github.gan4j.model;

import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Reals;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Cosine;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.setup.Known;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * What the discriminator of a run would be without all the samples of unknown class: the same network, taught only the
 * same labelled ones, seen through the same augmentations. To compare with.
 */
public final class SupervisedTwin {
    private static final long FIRST_WEIGHTS = -1;
    private static final double RATE = 3e-3;
    private static final double LAST_RATE = 1e-5;

    private SupervisedTwin() {}

    /**
     * Teaches it; the caller closes it.
     *
     * @param steps of learning, each from {@code supervision.batchSize} labelled samples
     * @param notice hears one line about everything odd in the data
     * @param progress hears the share of the way that is done, from 0 to 1
     * @throws IOException in one line, when the data of the run cannot be read
     */
    public static TrainedClassifier of(
            TrainedClassifier grown, int steps, Consumer<String> notice, DoubleConsumer progress) throws IOException {
        Plan plan = grown.plan();
        Samples samples = plan.data().samples(plan.seed(), notice);
        Known known = Known.of(plan, plan.discriminator().supervision().orElseThrow(), samples);
        Engine.seed(plan.seed(), FIRST_WEIGHTS);
        TrainedClassifier twin = TrainedClassifier.blank(plan);
        Schedule rate = new Cosine(RATE, LAST_RATE, steps);
        try (Optimizer adam = new Adam(twin.network().learnedCount(), twin.device(), 0.9, 0.999, 1e-8)) {
            for (int step = 0; step < steps; step++) {
                Engine.seed(plan.seed(), step);
                learn(twin, adam, known, step, rate.at(step));
                progress.accept((step + 1.0) / steps);
            }
            return twin;
        } catch (RuntimeException broken) {
            twin.close();
            throw broken;
        }
    }

    private static void learn(TrainedClassifier twin, Optimizer optimizer, Known known, int step, double rate) {
        try (Scope scope = new Scope()) {
            Moment moment = new Moment(step, step, twin.device());
            Reals batch = known.at(moment);
            Tensor seen = batch.samples();
            for (Augmentation augmentation : twin.plan().discriminator().augmentations())
                seen = augmentation.view(seen, moment);
            Tensor loss = Softmax.crossEntropy(
                    twin.scores(seen, Pass.TRAINING), batch.labels().orElseThrow(), 0);
            optimizer.step(twin.network().learned(), twin.network().gradient(loss), rate);
        }
    }
}
