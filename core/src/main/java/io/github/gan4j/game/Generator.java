package io.github.gan4j.game;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Tensor;

/** Produces samples meant to be taken for real. */
public final class Generator extends Player {
    private final GeneratorInput input;
    private final Purpose purpose;

    public Generator(String name, Network network, GeneratorInput input, Optimizer optimizer, Schedule rate) {
        this(name, network, input, Purpose.GAME, optimizer, rate);
    }

    /** A generator that pays more than the game asks for. */
    public Generator(
            String name, Network network, GeneratorInput input, Purpose purpose, Optimizer optimizer, Schedule rate) {
        super(name, network, optimizer, rate);
        this.input = input;
        this.purpose = purpose;
    }

    GeneratorInput input() {
        return input;
    }

    Purpose purpose() {
        return purpose;
    }

    /** As many fakes as there are reals, of the same classes. */
    public Tensor imitate(Reals reals, Moment moment) {
        return network().apply(input.draw(reals, moment).on(moment.device()), Pass.TRAINING.withLabels(reals.labels()));
    }

    @Override
    public Side side() {
        return Side.GENERATOR;
    }
}
