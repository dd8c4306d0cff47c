package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Presets against data of the shape that they ask for. */
class PresetNetworksTest {
    static List<String> names() {
        return Presets.names();
    }

    private static Plan completed(String preset) throws IOException {
        Plan plan = Presets.draft(preset).set("threads=1").plan();
        return Completion.of(plan, PresetData.of(plan));
    }

    @ParameterizedTest
    @MethodSource("names")
    void its_players_can_be_made(String preset) throws IOException {
        Plan plan = completed(preset);
        SampleShape shape = plan.shape();
        long[] made = PlannedNetworks.generatorSummary(plan, shape).shape();
        assertThat(made)
                .isEqualTo(
                        shape.isImage()
                                ? new long[] {shape.channels(), shape.height(), shape.width()}
                                : new long[] {shape.channels()});
        assertThat(PlannedNetworks.discriminatorSummary(plan, shape).shape()).containsExactly(1);
    }

    @Test
    void the_published_networks_have_as_many_parameters_as_the_programs_that_they_come_from() throws IOException {
        // weights and biases of 1.1's 64x64 networks, and a scale and an offset for each normalised channel
        assertThat(parameters("dcgan-as-published", true))
                .isEqualTo(100 * 8192
                        + 8192
                        + 2 * 512
                        + transposed(512, 256)
                        + transposed(256, 128)
                        + transposed(128, 64)
                        + 25 * 64 * 3
                        + 3);
        assertThat(parameters("svhn-as-published", false))
                .isEqualTo(25 * 3 * 64 + 64 + convolution(64, 128) + convolution(128, 256) + 4096 + 1);
        assertThat(parameters("mnist-vanilla-as-published", true)).isEqualTo(100 * 128 + 128 + 128 * 784 + 784);
        assertThat(parameters("mnist-conditional-vanilla-as-published", false)).isEqualTo(794 * 128 + 128 + 128 + 1);
        assertThat(parameters("gaussian-1d-counterfeiters", true)).isEqualTo(10 + 10 + 100 + 10 + 10 + 1);
    }

    private static long transposed(int inputs, int outputs) {
        return 25L * inputs * outputs + outputs + 2L * outputs;
    }

    private static long convolution(int inputs, int outputs) {
        return 25L * inputs * outputs + outputs + 2L * outputs;
    }

    private static long parameters(String preset, boolean generator) throws IOException {
        Plan plan = completed(preset);
        SampleShape shape = plan.shape();
        return (generator
                        ? PlannedNetworks.generatorSummary(plan, shape)
                        : PlannedNetworks.discriminatorSummary(plan, shape))
                .parameters();
    }
}
