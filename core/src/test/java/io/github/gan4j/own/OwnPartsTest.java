package io.github.gan4j.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Content;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Duel;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.GameLoss;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Scale;
import io.github.gan4j.game.Scored;
import io.github.gan4j.game.Side;
import io.github.gan4j.game.Standing;
import io.github.gan4j.game.Team;
import io.github.gan4j.game.Term;
import io.github.gan4j.game.UnrolledSteps;
import io.github.gan4j.game.Weighting;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A program outside gan4j brings a part of its own at every open seam of a game. */
class OwnPartsTest {
    private static final Set<String> ASKED = new HashSet<>();

    /** A learning rate that falls with the logarithm of the images seen. */
    record Logarithmic(double start) implements Schedule {
        @Override
        public double at(long images) {
            ASKED.add("schedule");
            return start / (1 + Math.log1p(images));
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return start;
        }

        @Override
        public Schedule stretched(double factor) {
            return this;
        }

        @Override
        public Schedule times(double factor) {
            return new Logarithmic(factor * start);
        }
    }

    /** Scores are drawn to 1 for reals and to -1 for fakes. */
    record Signs() implements Objective {
        @Override
        public Tensor discriminator(Scored real, Scored fake) {
            ASKED.add("objective");
            return real.scores()
                    .plus(-1)
                    .squared()
                    .mean()
                    .plus(fake.scores().plus(1).squared().mean());
        }

        @Override
        public Tensor generator(Scored real, Scored fake) {
            return fake.scores().plus(-1).squared().mean();
        }

        @Override
        public double discriminatorAtRest() {
            return 2;
        }

        @Override
        public double generatorAtRest() {
            return 1;
        }

        @Override
        public Scale scale() {
            return Scale.UNBOUNDED;
        }
    }

    /** Keeps the scores of reals near 0, in every second turn (Karras et al. 2018, arXiv:1710.10196, appendix A.1). */
    record Drift(double epsilon) implements Penalty {
        @Override
        public Tensor of(Duel duel) {
            ASKED.add("penalty");
            return duel.real().scores().squared().mean().times(epsilon);
        }

        @Override
        public int interval() {
            return 2;
        }
    }

    /** The mean of fakes has to be that of reals. */
    record SameMean(Schedule weight) implements Content {
        @Override
        public Tensor of(Tensor fakes, Tensor reals, GeneratorInput input) {
            ASKED.add("content");
            return fakes.mean().minus(reals.mean()).squared();
        }
    }

    /** Both sides pay for the features of fakes. */
    record SmallFeatures() implements Term {
        @Override
        public Optional<Tensor> discriminator(Duel duel) {
            ASKED.add("term of discriminators");
            return Optional.of(duel.fake().features().squared().mean().times(1e-3));
        }

        @Override
        public Optional<Tensor> generator(Duel duel) {
            ASKED.add("term of generators");
            return Optional.of(duel.fake().features().squared().mean().times(1e-3));
        }
    }

    /** Every point moved by the same amount of its own. */
    record Shaken(double reach) implements Augmentation {
        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            ASKED.add("augmentation");
            Tensor moves = Tensor.uniform(-reach, reach, shape).on(moment.device());
            return points -> points.plus(moves);
        }
    }

    /** Generators learn in every step, discriminators in every second. */
    record Patient() implements Referee {
        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            ASKED.add("referee");
            return game.players().stream()
                    .filter(player -> player.side() == Side.GENERATOR || step % 2 == 0)
                    .toList();
        }
    }

    /** A layer that multiplies every number by one that is learned. */
    static final class Scaling extends Network {
        private final Parameter factors;
        private final int size;

        Scaling(int size) {
            this.size = size;
            factors = learned("factors", Initialisation.constant(1), size, size, size);
        }

        @Override
        public Tensor apply(Tensor input, Pass pass) {
            ASKED.add("network");
            return input.times(factors.tensor());
        }

        @Override
        public void describe(Summary summary) {
            summary.layer("scaling", learnedCount(), size, size);
        }
    }

    /** Points on a line, a pure function of the position. */
    record Line() implements Samples {
        @Override
        public SampleShape shape() {
            return SampleShape.point(2);
        }

        @Override
        public List<String> labelNames() {
            return List.of();
        }

        @Override
        public String checksum() {
            return "line";
        }

        @Override
        public String describe() {
            return "points on a line";
        }

        @Override
        public void fill(long position, int count, float[] values, int[] labels) {
            ASKED.add("samples");
            for (int i = 0; i < count; i++) {
                float along = (position + i) % 100 / 50f - 1;
                values[2 * i] = along;
                values[2 * i + 1] = 1 + along / 2;
            }
        }
    }

    private static Network layers(int in, int out) {
        Initialisation he = Initialisation.he(0);
        return new Sequence(List.of(new Linear(in, 8, he), new Scaling(8), new Linear(8, out, he)))
                .allocate(Device.CPU);
    }

    private static Sgd sgd(Network network) {
        return new Sgd(network.learnedCount(), Device.CPU, 0, false);
    }

    private static Training training() {
        Engine.seed(3);
        Schedule rate = new Logarithmic(0.05);
        Network generates = layers(2, 2), first = layers(2, 1), second = layers(2, 1);
        GeneratorInput input = (reals, moment) -> reals.samples().times(0.5);
        GameLoss loss =
                new GameLoss(Schedule.constant(1), Schedule.constant(0.5), Optional.of(new UnrolledSteps(1, rate)));
        List<Augmentation> shaken = List.of(new Shaken(0.1));
        Weighting firstCounts = losses -> new double[] {1, 0};
        Game game = new Game(
                Team.of(new Generator("generator", generates, input, loss, sgd(generates), rate)),
                new Team<>(
                        List.of(
                                new Discriminator("one", first, shaken, sgd(first), rate),
                                new Discriminator("two", second, shaken, sgd(second), rate)),
                        firstCounts),
                new Signs(),
                List.of(new Drift(0.001), new SameMean(rate), new SmallFeatures()),
                Precision.FP32);
        return new Training(
                game,
                new Patient(),
                new Line(),
                List.of(),
                new Training.Settings(7, 16, Device.CPU, new Length(16 * 12, 0)));
    }

    private static float[] trained(List<Step> steps) throws IOException {
        try (Training training = training()) {
            training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    steps.add(step);
                }
            });
            return training.sampler(0).samples(new float[] {0.5f, 0.5f}, new long[] {2}, Optional.empty());
        }
    }

    @Test
    void every_part_of_a_game_can_come_from_outside() throws IOException {
        List<Step> steps = new ArrayList<>();
        float[] sample = trained(steps);
        assertThat(ASKED)
                .containsExactlyInAnyOrder(
                        "schedule",
                        "objective",
                        "penalty",
                        "content",
                        "term of discriminators",
                        "term of generators",
                        "augmentation",
                        "referee",
                        "network",
                        "samples");
        assertThat(steps).hasSize(12);
        assertThat(steps.get(0).turns()).hasSize(3);
        assertThat(steps.get(1).turns()).hasSize(1);
        assertThat(steps.get(0).turns().get(2).weights())
                .containsEntry("one", 1.0)
                .containsEntry("two", 0.0);
        List<Step> again = new ArrayList<>();
        assertThat(trained(again)).containsExactly(sample);
        assertThat(again.get(11).turns()).isEqualTo(steps.get(11).turns());
    }

    @Test
    void limits_hold_for_schedules_of_ones_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Penalty.R1(new Logarithmic(1e10)))
                .withMessageStartingWith("gamma must stay between 0.0 and 1.0E9, got ");
    }
}
