package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.schedule.Constant;
import io.github.gan4j.schedule.LinearRamp;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    @Test
    void instance_noise_has_the_deviation_of_its_schedule() {
        Engine.seed(1);
        Augmentation noise = new Augmentation.InstanceNoise(new LinearRamp(0.5, 0, 640));
        try (Scope scope = new Scope()) {
            Tensor samples = Tensor.filled(3, 20_000, 2);
            assertThat(deviation(noise.view(samples, Players.step(0)))).isCloseTo(0.5, within(0.01));
            assertThat((double) noise.view(samples, Players.step(0)).mean().value())
                    .isCloseTo(3, within(0.02));
            assertThat(deviation(noise.view(samples, Players.step(5)))).isCloseTo(0.25, within(0.005));
            assertThat(noise.view(samples, Players.step(10))).as("faded out").isSameAs(samples);
        }
        assertThat(noise.samplesPerView()).isEqualTo(1);
    }

    private static double deviation(Tensor values) {
        return values.deviation().value();
    }

    @Test
    void a_warp_of_no_strength_changes_nothing_and_its_draw_is_one_draw() {
        Engine.seed(1);
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.uniform(-1, 1, 3, 2, 8, 8);
            float[] same = new Augmentation.Warp(new Constant(0), new Constant(0))
                    .view(images, Players.step(0))
                    .toFloats();
            assertThat(same).usingComparatorWithPrecision(1e-5f).containsExactly(images.toFloats());
            var drawn =
                    new Augmentation.Warp(new Constant(0.2), new Constant(0)).drawn(images.shape(), Players.step(0));
            float[] once = drawn.apply(images).toFloats();
            assertThat(drawn.apply(images).toFloats()).isEqualTo(once).isNotEqualTo(same);
        }
    }

    @Test
    void a_warp_repeats_the_edge_of_an_image() {
        Engine.seed(1);
        try (Scope scope = new Scope()) {
            Tensor black = Tensor.filled(-1, 4, 1, 8, 8);
            float[] warped = new Augmentation.Warp(new Constant(0.5), new Constant(0))
                    .view(black, Players.step(0))
                    .toFloats();
            for (float pixel : warped) assertThat(pixel).isCloseTo(-1, within(1e-6f));
        }
    }

    @Test
    void a_bend_moves_places_of_an_image_by_no_more_than_it_may() {
        Engine.seed(1);
        try (Scope scope = new Scope()) {
            float[] slope = new float[2 * 16 * 16];
            for (int i = 0; i < slope.length; i++) slope[i] = (2 * (i % 16) + 1) / 16f - 1;
            Tensor images = Tensor.of(slope, 2, 1, 16, 16);
            float[] bent = new Augmentation.Warp(new Constant(0), new Constant(0.1))
                    .view(images, Players.step(0))
                    .toFloats();
            double most = 0;
            // the value of this image is the place, so that what moved by 0.1 differs by 0.1; cubics overshoot a little
            for (int i = 0; i < bent.length; i++) most = Math.max(most, Math.abs(bent[i] - slope[i]));
            assertThat(most).isBetween(0.05, 0.13);
            assertThat(Arrays.copyOf(bent, 256))
                    .as("each in its own way")
                    .isNotEqualTo(Arrays.copyOfRange(bent, 256, 512));
        }
    }

    @Test
    void a_warp_of_points_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Augmentation.Warp(new Constant(0.1), new Constant(0))
                        .drawn(new long[] {4, 2}, Players.step(0)))
                .withMessage("warp changes images, got samples of 2 numbers");
    }

    @Test
    void packing_lays_samples_behind_one_another_along_the_channels() {
        try (Scope scope = new Scope()) {
            Augmentation pack = new Augmentation.Packing(2);
            Tensor points = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 4, 2);
            Tensor packed = pack.view(points, Players.step(0));
            assertThat(packed.shape()).containsExactly(2, 4);
            assertThat(packed.toFloats()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            Tensor images = Tensor.zeros(6, 3, 4, 4);
            assertThat(new Augmentation.Packing(3).view(images, Players.step(0)).shape())
                    .containsExactly(2, 9, 4, 4);
            assertThat(pack.samplesPerView()).isEqualTo(2);
        }
    }

    @Test
    void the_labels_of_a_pack_lie_behind_one_another_like_its_samples() {
        try (Scope scope = new Scope()) {
            Tensor classes = Tensor.ofClasses(0, 1, 1, 1).oneHot(2);
            Tensor packed = new Augmentation.Packing(2).labels(classes);
            assertThat(packed.shape()).containsExactly(2, 4);
            assertThat(packed.toFloats()).containsExactly(1, 0, 0, 1, 0, 1, 0, 1);
        }
    }

    @Test
    void packs_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Augmentation.Packing(1))
                .withMessage("samples must be between 2 and 64, got 1");
        try (Scope scope = new Scope()) {
            Tensor odd = Tensor.zeros(7, 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Augmentation.Packing(2).view(odd, Players.step(0)))
                    .withMessage("packing 2 samples needs a batch that divides by it, got 7");
        }
    }

    @Test
    void a_discriminator_of_packs_gives_one_score_a_pack_and_penalties_know_it() {
        Augmentation pack = new Augmentation.Packing(2);
        Discriminator discriminator = Players.discriminator("discriminator", Players.line(0, 1, 2, 3, 4), 0, pack);
        try (discriminator;
                Scope scope = new Scope()) {
            Scored scored = Players.judged(discriminator, Tensor.of(new float[] {1, 1, 1, 1, 0, 0, 0, 2}, 4, 2));
            assertThat(scored.scores().toFloats()).containsExactly(10, 8);
            // |∇D|² of a pack is 1 + 4 + 9 + 16 = 30
            Penalty r1 = new Penalty.R1(new Constant(2));
            assertThat(r1.of(Players.duel(discriminator, scored, scored)).value())
                    .isEqualTo(30);
        }
    }

    @Test
    void augmentations_follow_one_another_and_a_generator_learns_through_them() {
        Engine.seed(5);
        Discriminator discriminator = Players.discriminator(
                "discriminator",
                Players.line(0, 1, 1),
                0,
                new Augmentation.InstanceNoise(new Constant(0.1)),
                new Augmentation.Packing(2));
        Generator generator = Players.generator("generator", Players.line(0, 1), 1, 0.1);
        try (Game game = Players.game(generator, discriminator, new Objective.NonSaturating());
                Scope scope = new Scope()) {
            float[] before = Players.weights(generator);
            Turn turn = game.play(generator, Reals.of(Tensor.gaussian(8, 1)), Players.step(0));
            assertThat(turn.gradientNorm()).isPositive();
            assertThat(Players.weights(generator)).isNotEqualTo(before);
        }
    }
}
