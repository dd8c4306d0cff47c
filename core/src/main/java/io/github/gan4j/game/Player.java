package io.github.gan4j.game;

import io.github.gan4j.networks.Network;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Tensor;

/**
 * A network that learns, with the optimizer that moves it. It owns both: closing the player closes them. The network
 * must be allocated.
 */
public abstract sealed class Player implements AutoCloseable permits Generator, Discriminator {
    private final String name;
    private final Network network;
    private final Optimizer optimizer;
    private final Schedule rate;
    private double rateFactor = 1;
    private double pace = 1;

    Player(String name, Network network, Optimizer optimizer, Schedule rate) {
        this.name = name;
        this.network = network;
        this.optimizer = optimizer;
        this.rate = rate;
    }

    public final String name() {
        return name;
    }

    public final Network network() {
        return network;
    }

    public final Optimizer optimizer() {
        return optimizer;
    }

    public abstract Side side();

    /** From now on this player's learning rate is what its schedule says, times this; not part of a checkpoint. */
    public final void scaleRate(double factor) {
        if (!(factor >= 0 && factor <= 1000))
            throw new IllegalArgumentException("a learning rate is scaled by 0 to 1000, not by " + factor);
        rateFactor = factor;
    }

    /** In its next turns this player's learning rate is multiplied by this, too, as a referee wants it. */
    public final void keepPace(double factor) {
        pace = factor;
    }

    /**
     * Takes the gradient of a loss by this player's own parameters and by nothing else, for {@link #learn}.
     *
     * @return the loss
     * @throws NotFiniteException when the loss is not finite
     */
    final double differentiate(Tensor loss, Moment moment) {
        double cost = loss.value();
        if (!Double.isFinite(cost)) throw new NotFiniteException(name, "loss", cost, moment.images());
        network.gradient(loss);
        return cost;
    }

    /**
     * One step of learning, against the mean of the gradients that were taken since the last one, one by each replica.
     *
     * @return the length of that gradient
     * @throws NotFiniteException before anything is changed, when it is not finite
     */
    final double learn(Moment moment) {
        Tensor gradient = network.meanGradient();
        double length = gradient.norm().value();
        if (!Double.isFinite(length)) throw new NotFiniteException(name, "gradient", length, moment.images());
        optimizer.step(network.learned(), gradient, rateFactor * pace * rate.at(moment.images()));
        return length;
    }

    @Override
    public final void close() {
        optimizer.close();
        network.close();
    }
}
