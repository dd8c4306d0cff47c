package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.game.Latents;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final float[] EAST = {2, 0};
    private static final float[] NORTH = {0, 2};
    private static final Latents NORMAL = new Latents.Normal(2, false);
    private static final Latents UNIFORM01 = new Latents.Uniform01(2, false);

    @Test
    void a_straight_walk_goes_in_equal_steps_and_ends_on_the_last_stop() {
        float[] latents = new Walk(List.of(EAST, NORTH), false, Interpolation.linear()).latents(3);
        assertThat(latents).containsExactly(2, 0, 1, 1, 0, 2);
    }

    @Test
    void a_closed_walk_ends_one_step_before_its_beginning() {
        float[] latents = new Walk(List.of(EAST, NORTH), true, Interpolation.linear()).latents(4);
        assertThat(latents).containsExactly(2, 0, 1, 1, 0, 2, 1, 1);
    }

    @Test
    void a_spherical_walk_keeps_the_length() {
        float[] latents = new Walk(List.of(EAST, NORTH), false, Interpolation.spherical()).latents(7);
        for (int i = 0; i < latents.length; i += 2)
            assertThat(Math.hypot(latents[i], latents[i + 1])).isCloseTo(2, within(1e-6));
        assertThat((double) latents[6]).isCloseTo(Math.sqrt(2), within(1e-6));
    }

    @Test
    void latents_that_point_the_same_way_are_joined_straight() {
        assertThat(Interpolation.spherical().between(EAST, new float[] {4, 0}, 0.5))
                .containsExactly(3, 0);
    }

    @Test
    void an_arc_goes_around_the_mean_of_the_latents() {
        Interpolation arc = Interpolation.named("spherical", UNIFORM01);
        float[] half = arc.between(new float[] {1, 0.5f}, new float[] {0.5f, 1}, 0.5);
        assertThat(Math.hypot(half[0] - 0.5, half[1] - 0.5)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void normal_latents_are_walked_on_arcs_and_uniform_ones_on_lines() {
        assertThat(Interpolation.suiting(NORMAL).between(EAST, NORTH, 0.5)[0]).isGreaterThan(1.4f);
        assertThat(Interpolation.suiting(UNIFORM01).between(EAST, NORTH, 0.5)).containsExactly(1, 1);
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> new Walk(List.of(EAST), false, Interpolation.linear()))
                .hasMessage("a walk needs 2 stops or more, got 1");
        assertThatThrownBy(() -> new Walk(List.of(EAST, new float[3]), false, Interpolation.linear()))
                .hasMessage("the stops of a walk must have one size, got 2 and 3 numbers");
        assertThatThrownBy(() -> new Walk(List.of(EAST, NORTH), false, Interpolation.linear()).latents(1))
                .hasMessage("a walk needs 2 frames or more, got 1");
        assertThatThrownBy(() -> Interpolation.named("cubic", NORMAL))
                .hasMessage("unknown interpolation 'cubic'; known interpolations: linear, spherical");
    }
}
