package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Team;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTest {
    @ParameterizedTest
    @ValueSource(strings = {"non-saturating", "minimax", "least-squares", "wasserstein", "hinge", "relativistic"})
    void every_objective_learns_a_normal_distribution(String objective) throws IOException {
        try (Training training = training(Objective.named(objective, 0))) {
            training.run(new Listener() {});
            float[] made = samples(training);
            double mean = mean(made), deviation = deviation(made);
            System.out.println(objective + " " + mean + " " + deviation + " " + training.seconds());
            assertThat(mean).as(objective + " mean").isBetween(3.0, 5.0);
            assertThat(deviation).as(objective + " deviation").isBetween(0.6, 1.9);
        }
    }

    static Training training(Objective objective) {
        Engine.seed(1);
        Network g = network(4, 32, 32, 1).allocate(Device.CPU);
        Network d = network(1, 32, 32, 1).allocate(Device.CPU);
        Generator generator = new Generator(
                "generator",
                g,
                GeneratorInput.normal(4),
                new Adam(g.learnedCount(), Device.CPU, 0.5, 0.99, 1e-8),
                new Constant(2e-3));
        Discriminator discriminator = new Discriminator(
                "discriminator",
                d,
                List.of(),
                new Adam(d.learnedCount(), Device.CPU, 0.5, 0.99, 1e-8),
                new Constant(2e-3));
        Game game = new Game(
                Team.of(generator),
                Team.of(discriminator),
                objective,
                List.of(new Penalty.R1(new Constant(0.1)), new Penalty.R2(new Constant(0.1))),
                Precision.FP32);
        return new Training(
                game,
                Referee.everyone(),
                Distribution.normal(4, 1.25).samples(1),
                List.of(),
                new Training.Settings(1, 128, Device.CPU, new Length(128 * 1500, 0)));
    }

    private static Network network(int inputs, int first, int second, int outputs) {
        Initialisation he = Initialisation.he(0.2);
        return new Sequence(List.of(
                new Linear(inputs, first, he),
                Fixed.leakyRelu(0.2),
                new Linear(first, second, he),
                Fixed.leakyRelu(0.2),
                new Linear(second, outputs, he)));
    }

    private static float[] samples(Training training) {
        Random random = new Random(7);
        float[] latents = new float[4 * 4000];
        for (int i = 0; i < latents.length; i++) latents[i] = (float) random.nextGaussian();
        return training.sampler(0).samples(latents, new long[] {4}, Optional.empty());
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float v : values) sum += v;
        return sum / values.length;
    }

    static double deviation(float[] values) {
        double mean = mean(values), sum = 0;
        for (float v : values) sum += (v - mean) * (v - mean);
        return Math.sqrt(sum / values.length);
    }
}
