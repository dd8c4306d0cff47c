package io.github.gan4j.game;

import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** Small real players for tests of games. Whoever makes one closes it, or the game that holds it. */
final class Players {
    private Players() {}

    static Moment step(long step) {
        return new Moment(step, 64 * step, Device.CPU);
    }

    /** Scores {@code weights · x + bias}. */
    static Network line(double bias, double... weights) {
        Network network = new Linear(weights.length, 1, Initialisation.constant(0)).allocate(Device.CPU);
        float[] values = new float[weights.length + 1];
        for (int i = 0; i < weights.length; i++) values[i] = (float) weights[i];
        values[weights.length] = (float) bias;
        return filled(network, values);
    }

    /** {@code [batch, inputs]} to {@code [batch, outputs]} through one hidden layer of tanh. */
    static Network curve(int inputs, int hidden, int outputs) {
        Initialisation wide = Initialisation.normal(0.7);
        return new Sequence(List.of(new Linear(inputs, hidden, wide), Fixed.tanh(), new Linear(hidden, outputs, wide)))
                .allocate(Device.CPU);
    }

    static Network filled(Network network, float... values) {
        try (Scope scope = new Scope()) {
            network.learned().copyInPlace(Tensor.of(values, values.length));
        }
        return network;
    }

    static Discriminator discriminator(String name, Network network, double rate, Augmentation... augmentations) {
        return new Discriminator(name, network, List.of(augmentations), sgd(network), new Constant(rate));
    }

    static Generator generator(String name, Network network, int latents, double rate) {
        return generator(name, network, new Latents.Normal(latents, false), rate);
    }

    static Generator generator(String name, Network network, GeneratorInput input, double rate) {
        return new Generator(name, network, input, sgd(network), new Constant(rate));
    }

    /** As a discriminator judges samples in its own turn. */
    static Scored judged(Discriminator player, Tensor samples) {
        return player.judge(samples.withGradient(), Optional.empty(), step(0));
    }

    static Duel duel(Discriminator player, Scored real, Scored fake) {
        return new Duel(player, 0, real, fake, step(0));
    }

    private static Sgd sgd(Network network) {
        return new Sgd(network.learnedCount(), Device.CPU, 0, false);
    }

    static Game game(Generator generator, Discriminator discriminator, Objective objective, Term... terms) {
        return new Game(Team.of(generator), Team.of(discriminator), objective, List.of(terms), Precision.FP32);
    }

    /** Two generators against three discriminators over points of two numbers. */
    static Game teams(Weighting ofGenerators, Weighting ofDiscriminators, double rate) {
        return new Game(
                new Team<>(
                        List.of(
                                generator("generator1", curve(3, 4, 2), 3, rate),
                                generator("generator2", curve(3, 4, 2), 3, rate)),
                        ofGenerators),
                new Team<>(
                        List.of(
                                discriminator("discriminator1", curve(2, 4, 1), rate),
                                discriminator("discriminator2", curve(2, 4, 1), rate),
                                discriminator("discriminator3", curve(2, 4, 1), rate)),
                        ofDiscriminators),
                new Objective.NonSaturating(),
                List.of(),
                Precision.FP32);
    }

    static float[] weights(Player player) {
        return player.network().learned().toFloats();
    }

    static float[] statistics(Player player) {
        return player.network().statistics().toFloats();
    }

    static List<float[]> weights(Game game) {
        return game.players().stream().map(Players::weights).toList();
    }

    /** {@code count} times the same sample. */
    static Tensor repeated(int count, float... sample) {
        float[] all = new float[count * sample.length];
        for (int i = 0; i < count; i++) System.arraycopy(sample, 0, all, i * sample.length, sample.length);
        return Tensor.of(all, count, sample.length);
    }
}
