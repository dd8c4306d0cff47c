package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Objectives;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every objective learns the normal distribution N(4, 1.25²) in seconds. */
class LearningTest {
    private static final int STEPS = 1500;

    @ParameterizedTest
    @ValueSource(strings = {"non-saturating", "minimax", "least-squares", "hinge", "relativistic"})
    void with_r1_and_r2_it_learns_a_normal_distribution(String objective) throws IOException {
        Constant gamma = new Constant(0.1);
        assertLearns(
                Trainings.line().with(Objectives.named(objective, 0), new Penalty.R1(gamma), new Penalty.R2(gamma)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"non-saturating", "least-squares"})
    void with_smoothed_labels_it_learns_a_normal_distribution(String objective) throws IOException {
        assertLearns(Trainings.line().with(Objectives.named(objective, 0.1), new Penalty.R1(new Constant(0.1))));
    }

    /** Its scores have no bounds of their own; a penalty on slopes and a discriminator that is ahead keep it stable. */
    @Test
    void the_wasserstein_objective_learns_with_the_gradient_penalty() throws IOException {
        assertLearns(Trainings.line()
                .with(new Objective.Wasserstein(), new Penalty.GradientPenalty(new Constant(0.1), 1))
                .with(count -> new Adam(count, Device.CPU, 0, 0.9, 1e-8), 2e-3)
                .with(new Referee.Alternate(5, 1)));
    }

    private static void assertLearns(Trainings recipe) throws IOException {
        try (Training training = recipe.of(1, STEPS)) {
            training.run(new Listener() {});
            float[] made = samples(training);
            assertThat(mean(made)).as("mean").isCloseTo(4, within(0.5));
            assertThat(deviation(made)).as("standard deviation").isCloseTo(1.25, within(0.4));
        }
    }

    private static float[] samples(Training training) {
        Random random = new Random(7);
        float[] latents = new float[4 * 4000];
        for (int i = 0; i < latents.length; i++) latents[i] = (float) random.nextGaussian();
        return training.sampler(0).samples(latents, new long[] {4}, Optional.empty());
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) sum += v;
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values), sum = 0;
        for (float v : values) sum += (v - mean) * (v - mean);
        return Math.sqrt(sum / values.length);
    }
}
