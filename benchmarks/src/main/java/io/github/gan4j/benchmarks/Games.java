package io.github.gan4j.benchmarks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Team;
import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Normalisation;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.MovingAverage;
import io.github.gan4j.train.Training;
import java.util.List;
import java.util.stream.Stream;

/** The convolutional games that are measured: non-saturating, Adam, one player a side. */
final class Games {
    private Games() {}

    /** What a game is made of. */
    record Size(int pixels, int channels, int width, int latents, int batch) {
        /** The presets {@code strokes} and {@code mnist-dcgan}. */
        static final Size DIGITS = new Size(28, 1, 16, 64, 128);

        /** The DCGAN of pytorch/examples. */
        static final Size EXAMPLE = new Size(64, 3, 64, 100, 64);

        SampleShape sample() {
            return SampleShape.image(channels, pixels, pixels);
        }
    }

    static Game game(Size size, double discriminatorRate, double generatorRate, Precision precision) {
        Engine.seed(1);
        Network generator = generator(size);
        Network discriminator = new Dcgan.Discriminator(size.width(), 4, Normalisation.BATCH)
                .network(new DiscriminatorTask(size.sample()))
                .allocate(Device.CPU);
        return new Game(
                Team.of(new Generator(
                        "generator",
                        generator,
                        new Latents.Normal(size.latents(), false),
                        adam(generator),
                        Schedule.constant(generatorRate))),
                Team.of(new Discriminator(
                        "discriminator",
                        discriminator,
                        List.of(),
                        adam(discriminator),
                        Schedule.constant(discriminatorRate))),
                new Objective.NonSaturating(),
                List.of(),
                precision);
    }

    private static Network generator(Size size) {
        return new Dcgan.Generator(size.width(), 4, Normalisation.BATCH)
                .network(new GeneratorTask(size.latents(), size.sample()))
                .allocate(Device.CPU);
    }

    private static Adam adam(Network network) {
        return new Adam(network.learnedCount(), Device.CPU, 0.5, 0.999, 1e-8);
    }

    /** A training of this number of steps, with or without a running average of the generator. */
    static Training training(Game game, Size size, Samples data, boolean averaged, int steps) {
        List<MovingAverage> averages = Stream.of(averaged)
                .filter(Boolean::booleanValue)
                .map(yes -> new MovingAverage(
                        generator(size), game.generators().players().get(0).network(), 10_000))
                .toList();
        Length length = new Length((long) steps * size.batch(), 0);
        var settings = new Training.Settings(1, size.batch(), Device.CPU, length);
        return new Training(game, new Referee.Everyone(), data, averages, settings);
    }
}
