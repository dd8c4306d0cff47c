package io.github.gan4j.game;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;

/** Produces samples meant to be taken for real. */
public final class Generator extends Player {
    private final GeneratorInput input;
    private final GameLoss loss;

    public Generator(String name, Network network, GeneratorInput input, Optimizer optimizer, Schedule rate) {
        this(name, network, input, GameLoss.PLAIN, optimizer, rate);
    }

    /** A generator with a part of its own in the game. */
    public Generator(
            String name, Network network, GeneratorInput input, GameLoss loss, Optimizer optimizer, Schedule rate) {
        super(name, network, optimizer, rate);
        this.input = input;
        this.loss = loss;
    }

    public GeneratorInput input() {
        return input;
    }

    GameLoss loss() {
        return loss;
    }

    /** As many fakes as there are reals, of the same classes. */
    public Tensor imitate(Reals reals, Moment moment) {
        Tensor fakes = network()
                .apply(input.draw(reals, moment).on(moment.device()), Pass.TRAINING.withLabels(reals.labels()));
        long[] wanted = reals.samples().shape();
        if (fakes == null || !Arrays.equals(fakes.shape(), wanted))
            throw new IllegalStateException(name() + ": its network must make " + Arrays.toString(wanted)
                    + " like the data, got " + (fakes == null ? "null" : Arrays.toString(fakes.shape())));
        return fakes;
    }

    @Override
    public Side side() {
        return Side.GENERATOR;
    }
}
