package io.github.gan4j.plan;

import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.game.Learning;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Settings;
import java.util.Optional;

/**
 * The side that makes samples.
 *
 * @param input where it starts
 * @param network the layout of every generator
 * @param optimizer how every generator learns
 * @param loss the terms of its loss
 * @param ema exponential moving average of its weights, which samples are made with
 * @param team several generators
 */
public record GeneratorPlan(
        @Default("normal") GeneratorInput input,
        @Default("dcgan") GeneratorArchitecture network,
        @Default("adam") Learning optimizer,
        LossPlan loss,
        Optional<Ema> ema,
        Optional<TeamPlan> team) {

    /**
     * An exponential moving average of weights.
     *
     * @param halfLife images after which old weights count half
     */
    public record Ema(long halfLife) {
        public Ema {
            Check.atLeast("halfLife", halfLife, 1);
        }
    }

    public GeneratorPlan {
        if (loss.distinguishing() && team.isEmpty())
            throw new IllegalArgumentException(
                    "team.count must be 2 or more where loss.classification is above 0, got" + " no team");
    }

    /** How many generators there are. */
    public int count() {
        return team.map(TeamPlan::count).orElse(1);
    }

    /** The same with networks of this width. */
    public GeneratorPlan withWidth(int width) {
        return withNetwork("width", width);
    }

    /** The same with the class entering the networks here. */
    public GeneratorPlan withLabels(Labels labels) {
        return withNetwork("labels", labels);
    }

    private GeneratorPlan withNetwork(String key, Object value) {
        return Settings.with(this, "network", Settings.with((Record) network, key, value));
    }
}
