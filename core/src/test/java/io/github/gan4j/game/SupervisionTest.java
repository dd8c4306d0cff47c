package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.networks.ClassScore;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discriminators that learn classes from few labels, and generators that match features. */
class SupervisionTest {
    @BeforeEach
    void seed() {
        Engine.seed(4);
    }

    /** Two features of one number and two classes whose scores are these features. */
    private static Network told() {
        Linear features = new Linear(1, 2, false, Initialisation.constant(0));
        Linear classes = new Linear(2, 2, false, Initialisation.constant(0));
        Network network = new Sequence(List.of(features, new ClassScore(classes))).allocate(Device.CPU);
        return Players.filled(network, 1, -1, 1, 0, 0, 1);
    }

    private static Reals known(Moment moment) {
        return new Reals(
                Tensor.of(new float[] {2, -1}, 2, 1),
                Optional.of(Tensor.ofClasses(0, 0).oneHot(2)));
    }

    @Test
    void known_classes_cost_their_cross_entropy() {
        try (Discriminator discriminator = Players.discriminator("discriminator", told(), 0.1);
                Scope scope = new Scope()) {
            // scores 2, -2 of the first and -1, 1 of the second: softplus(-4) and softplus(2)
            double byHand = (Math.log1p(Math.exp(-4)) + Math.log1p(Math.exp(2))) / 2;
            Scored any = Players.judged(discriminator, Tensor.zeros(1, 1));
            Tensor cost = new KnownClasses(SupervisionTest::known, 3).of(Players.duel(discriminator, any, any));
            assertThat((double) cost.value()).isCloseTo(3 * byHand, within(1e-5));
        }
    }

    @Test
    void agreement_is_asked_for_only_where_a_class_is_certain() {
        try (Discriminator discriminator = Players.discriminator("discriminator", told(), 0.1);
                Scope scope = new Scope()) {
            // class scores x and -x: the first is certain of class 0, the second of nothing, the third of class 1
            Tensor samples = Tensor.of(new float[] {2, 0.1f, -3}, 3, 1);
            Scored real = Players.judged(discriminator, samples);
            double byHand = (Math.log1p(Math.exp(-4)) + Math.log1p(Math.exp(-6))) / 3;
            Tensor cost = new Consistency(new Constant(5), 0.9).of(Players.duel(discriminator, real, real));
            assertThat((double) cost.value()).isCloseTo(5 * byHand, within(1e-5));
        }
    }

    @Test
    void information_is_most_where_samples_are_told_into_classes_of_the_same_size() {
        try (Discriminator discriminator = Players.discriminator("discriminator", told(), 0.1);
                Scope scope = new Scope()) {
            // nothing is augmented here, so that views say just what samples say
            assertThat(information(discriminator, 20, -20)).isCloseTo(Math.log(2), within(1e-4));
            assertThat(information(discriminator, 20, 20)).isCloseTo(0, within(1e-4));
            // three of four in one class: the entropy of the shares
            double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
            assertThat(information(discriminator, 20, 20, 20, -20)).isCloseTo(entropy, within(1e-4));
        }
    }

    @Test
    void information_of_doubtful_samples_is_that_of_their_joint_shares() {
        try (Discriminator discriminator = Players.discriminator("discriminator", told(), 0.1);
                Scope scope = new Scope()) {
            // probabilities p, 1 - p of one sample and 1 - p, p of the other: classes alike often, the same in both
            // views
            // with the probability p p + (1 - p)(1 - p)
            double p = 1 / (1 + Math.exp(-1)), same = p * p + (1 - p) * (1 - p);
            double byHand = Math.log(2) + same * Math.log(same) + (1 - same) * Math.log(1 - same);
            assertThat(information(discriminator, 0.5f, -0.5f)).isCloseTo(byHand, within(1e-5));
        }
    }

    /** What the penalty of strength 3 takes off, in nats. */
    private static double information(Discriminator discriminator, float... samples) {
        Scored real = Players.judged(discriminator, Tensor.of(samples, samples.length, 1));
        return -new MutualInformation(new Constant(3))
                        .of(Players.duel(discriminator, real, real))
                        .value()
                / 3;
    }

    @Test
    void a_discriminator_without_classes_has_none_to_know() {
        try (Discriminator discriminator = Players.discriminator("discriminator", Players.curve(1, 3, 1), 0.1);
                Scope scope = new Scope()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> KnownClasses.logits(Players.judged(discriminator, Tensor.zeros(1, 1))))
                    .withMessage("the discriminator does not tell classes apart; its labels must be classify");
        }
    }

    @Test
    void matching_features_costs_the_squared_distance_of_their_means() {
        try (Scope scope = new Scope()) {
            Tensor real = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), fake = Tensor.of(new float[] {0, 0, 0, 2}, 2, 2);
            // means 2, 3 and 0, 1
            assertThat(new Objective.FeatureMatching()
                            .generator(Scored.of(Tensor.zeros(2), real), Scored.of(Tensor.zeros(2), fake))
                            .value())
                    .isEqualTo(4f);
        }
    }

    @Test
    void a_generator_that_matches_features_comes_to_the_mean_of_the_reals() {
        Generator generator = Players.generator("generator", Players.line(0, 1), 1, 0.05);
        Discriminator discriminator = Players.discriminator("discriminator", told(), 0);
        try (Game game = Players.game(generator, discriminator, new Objective.FeatureMatching())) {
            for (int step = 0; step < 100; step++)
                try (Scope scope = new Scope()) {
                    Engine.seed(4, step);
                    game.play(generator, Reals.of(Tensor.gaussian(64, 1).plus(3)), Players.step(step));
                }
            try (Scope scope = new Scope()) {
                double bias = Players.weights(generator)[1];
                assertThat(bias).isCloseTo(3, within(0.3));
            }
        }
    }
}
