package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameSpacingTest {
    private static final int LATENT = 4;
    private static final int SAMPLE = 30;

    /** A small random function that turns sharply: what a generator does, at its worst. */
    private static UnaryOperator<float[]> generator(long seed, double sharpness) {
        Random random = new Random(seed);
        double[][] weights = new double[SAMPLE][LATENT + 1];
        for (double[] row : weights) for (int j = 0; j < row.length; j++) row[j] = random.nextGaussian();
        return latents -> {
            float[] made = new float[latents.length / LATENT * SAMPLE];
            for (int i = 0; i < made.length; i++) {
                double sum = weights[i % SAMPLE][LATENT];
                for (int j = 0; j < LATENT; j++) sum += weights[i % SAMPLE][j] * latents[i / SAMPLE * LATENT + j];
                made[i] = (float) Math.tanh(sharpness * sum);
            }
            return made;
        };
    }

    private static Walk walk(long seed, int stops, boolean closed) {
        Random random = new Random(seed);
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < stops; i++) {
            float[] latent = new float[LATENT];
            for (int j = 0; j < LATENT; j++) latent[j] = (float) random.nextGaussian();
            latents.add(latent);
        }
        return new Walk(latents, closed, Interpolation.spherical());
    }

    @Property(tries = 60, seed = "1")
    void an_even_walk_has_no_step_of_three_times_the_median(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int stops, @ForAll boolean closed) {
        UnaryOperator<float[]> make = generator(seed, 3);
        Walk walk = walk(seed + 1, stops, closed);
        double[] shares = FrameSpacing.even(make).shares(walk, 80);
        assertThat(Smoothness.of(walk, shares, make).ratio()).isLessThan(3);
        assertThat(shares).isSorted().hasSize(80).startsWith(0);
        assertThat(shares[79]).isCloseTo(closed ? 1 - 1.0 / 80 : 1, within(closed ? 0.2 : 1e-9));
    }

    @Test
    void evenness_is_worth_its_cost_where_a_generator_jumps() {
        UnaryOperator<float[]> make = generator(5, 20);
        Walk walk = walk(6, 4, false);
        double steady = Smoothness.of(walk, FrameSpacing.steady().shares(walk, 100), make)
                .ratio();
        double even = Smoothness.of(walk, FrameSpacing.even(make).shares(walk, 100), make)
                .ratio();
        assertThat(steady).isGreaterThan(3 * even);
    }

    @Test
    void smoothness_counts_steps_in_shares_of_black_to_white() {
        Walk walk = new Walk(List.of(new float[] {-1}, new float[] {1}), false, Interpolation.linear());
        Smoothness line = Smoothness.of(walk, new double[] {0, 0.25, 1}, UnaryOperator.identity());
        assertThat(line.steps()).containsExactly(0.25, 0.75);
        assertThat(line.largest()).isEqualTo(0.75);
        assertThat(line.median()).isEqualTo(0.5);
        assertThat(line.ratio()).isEqualTo(1.5);
        Walk loop = new Walk(walk.stops(), true, Interpolation.linear());
        assertThat(Smoothness.of(loop, new double[] {0, 0.25, 0.5}, UnaryOperator.identity())
                        .steps())
                .containsExactly(0.5, 0.5, 1);
    }

    @Test
    void a_generator_that_always_makes_the_same_is_walked_through_all_the_same() {
        Walk walk = walk(1, 3, true);
        double[] shares =
                FrameSpacing.even(latents -> new float[latents.length]).shares(walk, 7);
        assertThat(shares).containsExactly(walk.shares(7));
        assertThat(Smoothness.of(walk, shares, latents -> new float[latents.length])
                        .ratio())
                .isEqualTo(1);
    }
}
