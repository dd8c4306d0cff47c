package io.github.gan4j.train;

import io.github.gan4j.networks.Network;
import io.github.gan4j.tensor.Scope;

/**
 * An exponential moving average (EMA) of a network's weights over the images seen, which makes better samples than the
 * weights themselves (Karras et al. 2018, arXiv:1710.10196). At the start it forgets faster: its half-life never exceeds a
 * twentieth of the images seen. It owns the network that holds the average.
 */
public final class MovingAverage implements AutoCloseable {
    private static final double RAMP = 0.05;

    private final Network average;
    private final Network live;
    private final double halfLife;

    /**
     * @param average a network of the same structure as {@code live}, allocated; its weights are overwritten
     * @param halfLife in images
     */
    public MovingAverage(Network average, Network live, double halfLife) {
        this.average = average;
        this.live = live;
        this.halfLife = halfLife;
        restart();
    }

    /** Starts anew from the weights as they are. */
    public void restart() {
        try (Scope scope = new Scope()) {
            average.learned().copyInPlace(live.learned());
            average.statistics().copyInPlace(live.statistics());
        }
    }

    /** Moves the average after a step that brought the images seen to {@code imagesSeen}. */
    void follow(long batch, long imagesSeen) {
        double memory = Math.min(halfLife, RAMP * imagesSeen);
        double share = 1 - Math.pow(0.5, batch / memory);
        try (Scope scope = new Scope()) {
            average.learned().moveInPlace(live.learned(), share);
            average.statistics().moveInPlace(live.statistics(), share);
        }
    }

    public Network network() {
        return average;
    }

    @Override
    public void close() {
        average.close();
    }
}
