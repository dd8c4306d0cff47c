package io.github.gan4j.benchmarks;

import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Reals;
import io.github.gan4j.game.Team;
import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Perceptron;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the preset {@code gaussian-1d}: networks so small that the time goes into calls, not into arithmetic. One
 * thread, since more have nothing to share.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"})
public class TinyGame {
    private static final int BATCH = 256;

    private final float[] numbers = numbers();
    private Game game;
    private long step;

    private static float[] numbers() {
        Random random = new Random(7);
        float[] numbers = new float[BATCH];
        for (int i = 0; i < BATCH; i++) numbers[i] = (float) (4 + 1.25 * random.nextGaussian());
        return numbers;
    }

    /** Makes the players. */
    @Setup(Level.Trial)
    public void begin() {
        Engine.useThreads(1);
        Engine.seed(1);
        Network generator = network(8, new Activation.LeakyRelu(0.2));
        Network discriminator = network(1, new Activation.LeakyRelu(0.2));
        Schedule rate = Schedule.constant(1e-3);
        Schedule strength = Schedule.constant(0.1);
        game = new Game(
                Team.of(new Generator("generator", generator, new Latents.Normal(8, false), adam(generator), rate)),
                Team.of(new Discriminator("discriminator", discriminator, List.of(), adam(discriminator), rate)),
                new Objective.Relativistic(),
                List.of(new Penalty.R1(strength), new Penalty.R2(strength)),
                Precision.FP32);
    }

    private static Network network(int inputs, Activation activation) {
        return Perceptron.of(inputs, List.of(32, 32), 1, activation, Initialisation.he(0.2))
                .allocate(Device.CPU);
    }

    private static Adam adam(Network network) {
        return new Adam(network.learnedCount(), Device.CPU, 0, 0.99, 1e-8);
    }

    /** One turn of each player. */
    @Benchmark
    public void step() {
        try (Scope scope = new Scope()) {
            Reals reals = Reals.of(Tensor.of(numbers, BATCH, 1));
            Moment moment = new Moment(step, step * BATCH, Device.CPU);
            for (Player player : game.players()) game.play(player, reals, moment);
        }
        step++;
    }

    /** Frees the players. */
    @TearDown(Level.Trial)
    public void end() {
        game.close();
    }
}
