package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One weight that starts at 0 and sees the gradients 1 and -3, rate 0.1; the numbers were worked out by hand. */
class OptimizerTest {
    private static final double RATE = 0.1;

    /** The weight after each of the two gradients. */
    private static void check(Optimizer optimizer, double first, double second) {
        try (optimizer;
                Scope scope = new Scope()) {
            Tensor weight = Tensor.zeros(1);
            optimizer.step(weight, Tensor.filled(1, 1), RATE);
            assertThat(weight.value()).isCloseTo((float) first, within(1e-6f));
            optimizer.step(weight, Tensor.filled(-3, 1), RATE);
            assertThat(weight.value()).isCloseTo((float) second, within(1e-6f));
            assertThat(optimizer.steps()).isEqualTo(2);
        }
    }

    @Test
    void adam_takes_its_first_beta_for_the_gradient_and_its_second_for_the_square() {
        // first: .5, -1.25; second: .1, .99; corrected: 1, 1 then -1.25/.75, .99/.19
        check(new Adam(1, Device.CPU, 0.5, 0.9, 0), -0.1, -0.1 + 0.1 * (1.25 / 0.75) / Math.sqrt(0.99 / 0.19));
        check(new Adam(1, Device.CPU, 0.5, 0.9, 0), -0.1, -0.0269858);
    }

    @Test
    void adam_with_a_first_beta_of_zero_follows_the_last_gradient() {
        check(new Adam(1, Device.CPU, 0, 0.9, 0), -0.1, -0.1 + 0.1 * 3 / Math.sqrt(0.99 / 0.19));
    }

    @Test
    void adam_adds_epsilon_to_the_corrected_root() {
        check(new Adam(1, Device.CPU, 0.5, 0.9, 1), -0.05, -0.05 + 0.1 * (1.25 / 0.75) / (Math.sqrt(0.99 / 0.19) + 1));
    }

    @Test
    void rms_prop_divides_by_the_root_of_the_running_square() {
        check(new RmsProp(1, Device.CPU, 0.9, 0), -0.316228, -0.014717);
    }

    @Test
    void gradient_descent_without_momentum() {
        check(new Sgd(1, Device.CPU, 0, false), -0.1, 0.2);
    }

    @Test
    void gradient_descent_with_momentum() {
        check(new Sgd(1, Device.CPU, 0.9, false), -0.1, 0.11);
    }

    @Test
    void gradient_descent_with_nesterovs_momentum() {
        check(new Sgd(1, Device.CPU, 0.9, true), -0.19, 0.299);
    }

    @Test
    void continues_from_its_memory_and_its_count_of_steps() {
        try (Adam whole = new Adam(2, Device.CPU, 0.5, 0.9, 1e-8);
                Adam resumed = new Adam(2, Device.CPU, 0.5, 0.9, 1e-8);
                Scope scope = new Scope()) {
            Tensor weights = Tensor.zeros(2);
            for (int i = 0; i < 5; i++) whole.step(weights, Tensor.gaussian(2), RATE);
            Tensor copy = weights.times(1);
            whole.memory().forEach((name, tensor) -> resumed.memory().get(name).copyInPlace(tensor));
            resumed.resumeAt(whole.steps());
            Tensor gradient = Tensor.gaussian(2);
            whole.step(weights, gradient, RATE);
            resumed.step(copy, gradient, RATE);
            assertThat(copy.toFloats()).containsExactly(weights.toFloats());
        }
    }

    @Test
    void historical_averaging_pulls_to_the_mean_of_all_that_weights_have_been() {
        // before the second gradient the mean of 0 and -0.1: 2 · 2 · (-0.1 + 0.05) = -0.2 beside -3
        check(new HistoricalAveraging(new Sgd(1, Device.CPU, 0, false), 2, 1, Device.CPU), -0.1, 0.22);
    }

    @Test
    void what_historical_averaging_remembers_is_enough_to_go_on() {
        try (Optimizer whole = history();
                Optimizer second = history();
                Scope scope = new Scope()) {
            Tensor weight = Tensor.zeros(1), copy = Tensor.zeros(1);
            for (int step = 0; step < 4; step++) whole.step(weight, Tensor.filled(step - 1.5, 1), RATE);
            copy.copyInPlace(weight);
            whole.memory().forEach((name, tensor) -> second.memory().get(name).copyInPlace(tensor));
            second.resumeAt(whole.steps());
            for (Optimizer one : new Optimizer[] {whole, second})
                one.step(one == whole ? weight : copy, Tensor.filled(0.3, 1), RATE);
            assertThat(copy.value()).isEqualTo(weight.value());
            assertThat(second.memory()).containsOnlyKeys("first", "second", "mean");
        }
    }

    private static Optimizer history() {
        return new HistoricalAveraging(new Adam(1, Device.CPU, 0.5, 0.9, 1e-8), 1, 1, Device.CPU);
    }
}
