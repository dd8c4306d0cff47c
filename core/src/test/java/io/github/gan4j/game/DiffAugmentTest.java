package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.game.Augmentation.DiffAugment;
import io.github.gan4j.game.Augmentation.DiffAugment.Policy;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffAugmentTest {
    private static final DiffAugment ALL = new DiffAugment(List.of(Policy.values()));
    private static final int SIDE = 8;

    @BeforeEach
    void seed() {
        Engine.seed(2);
    }

    private static float[] seen(Policy policy, Tensor images) {
        return new DiffAugment(List.of(policy)).view(images, Players.step(0)).toFloats();
    }

    /** One image a row: 1 at the place given, 0 elsewhere. */
    private static Tensor dots(int batch, int place) {
        float[] values = new float[batch * SIDE * SIDE];
        for (int i = 0; i < batch; i++) values[i * SIDE * SIDE + place] = 1;
        return Tensor.of(values, batch, 1, SIDE, SIDE);
    }

    @Test
    void translation_moves_each_image_by_up_to_an_eighth_both_ways() {
        Set<Integer> places = new HashSet<>();
        try (Scope scope = new Scope()) {
            float[] moved = seen(Policy.TRANSLATION, dots(200, 3 * SIDE + 4));
            for (int i = 0; i < moved.length; i++) if (moved[i] == 1) places.add(i % (SIDE * SIDE));
            float[] cornered = seen(Policy.TRANSLATION, dots(200, 0));
            float left = 0;
            for (float value : cornered) left += value;
            assertThat(left).as("4 of 9 moves keep the corner inside").isBetween(60f, 120f);
        }
        assertThat(places).containsExactlyInAnyOrder(19, 20, 21, 27, 28, 29, 35, 36, 37);
    }

    @Test
    void cutout_leaves_out_a_square_of_half_the_side() {
        try (Scope scope = new Scope()) {
            float[] cut = seen(Policy.CUTOUT, Tensor.filled(1, 300, 2, SIDE, SIDE));
            int area = SIDE * SIDE;
            Set<Integer> holes = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                int hole = 0;
                for (int at = 0; at < area; at++) {
                    assertThat(cut[2 * i * area + at]).isEqualTo(cut[(2 * i + 1) * area + at]);
                    if (cut[2 * i * area + at] == 0) hole++;
                }
                holes.add(hole);
            }
            // whole in the middle; cut off at an edge down to 2 of 4 pixels each way
            assertThat(holes).containsExactlyInAnyOrder(16, 12, 8, 9, 6, 4);
        }
    }

    @Test
    void colour_moves_brightness_by_half_and_never_what_is_grey_apart() {
        try (Scope scope = new Scope()) {
            float[] even = seen(Policy.COLOR, Tensor.filled(0.25, 400, 3, 2, 2));
            float least = 9, most = -9;
            for (int i = 0; i < even.length; i += 12) {
                for (int k = 1; k < 12; k++) assertThat(even[i + k]).isCloseTo(even[i], within(1e-6f));
                least = Math.min(least, even[i]);
                most = Math.max(most, even[i]);
            }
            assertThat(least).isBetween(-0.25f, -0.22f);
            assertThat(most).isBetween(0.72f, 0.75f);
        }
    }

    @Test
    void saturation_and_contrast_stretch_about_their_means() {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.of(new float[] {0, 1, 0, 1}, 1, 2, 1, 2);
            float[] seen = seen(Policy.COLOR, images);
            // both channels are alike, so saturation has nothing to do; contrast is a factor of the difference
            float contrast = seen[1] - seen[0];
            assertThat(contrast).isBetween(0.5f, 1.5f).isNotEqualTo(1);
            assertThat(seen[2]).isCloseTo(seen[0], within(1e-6f));
            Tensor red = Tensor.of(new float[] {1, 1, 0, 0}, 1, 2, 1, 2);
            float[] faded = seen(Policy.COLOR, red);
            assertThat(faded[0]).isEqualTo(faded[1]);
            assertThat(faded[0] - faded[2]).isBetween(0f, 3f).isNotEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void a_draw_does_the_same_again_and_each_sample_has_its_own(Policy policy) {
        try (Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 3, SIDE, SIDE);
            Tensor images = Tensor.concatenated(Collections.nCopies(6, image), 0);
            UnaryOperator<Tensor> view = new DiffAugment(List.of(policy)).drawn(images.shape(), Players.step(0));
            float[] seen = view.apply(images).toFloats();
            assertThat(view.apply(images).toFloats()).containsExactly(seen);
            Set<List<Float>> different = new HashSet<>();
            int size = 3 * SIDE * SIDE;
            for (int i = 0; i < 6; i++)
                different.add(List.of(seen[i * size], seen[i * size + 20], seen[i * size + 45], seen[i * size + 60]));
            assertThat(different.size()).isGreaterThan(1);
            assertThat(new DiffAugment(List.of(policy))
                            .view(images, Players.step(0))
                            .toFloats())
                    .as("another draw")
                    .isNotEqualTo(seen);
        }
    }

    @Test
    void the_random_numbers_are_those_of_the_step() {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(4, 3, SIDE, SIDE);
            Engine.seed(5, 77);
            float[] first = ALL.view(images, Players.step(0)).toFloats();
            Engine.seed(5, 77);
            assertThat(ALL.view(images, Players.step(0)).toFloats()).containsExactly(first);
        }
    }

    /** Everything it does is linear in the image, so one large difference is exact but for rounding. */
    @Test
    void it_can_be_differentiated() {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(2, 3, SIDE, SIDE), weights = Tensor.gaussian(2, 3, SIDE, SIDE);
            UnaryOperator<Tensor> view = ALL.drawn(images.shape(), Players.step(0));
            Tensor watched = images.withGradient();
            float[] slopes = view.apply(watched)
                    .times(weights)
                    .sum()
                    .gradientFor(watched)
                    .toFloats();
            float before = view.apply(images).times(weights).sum().value();
            for (int at = 0; at < slopes.length; at += 7) {
                float[] moved = images.toFloats();
                moved[at] += 1;
                float after = view.apply(Tensor.of(moved, images.shape()))
                        .times(weights)
                        .sum()
                        .value();
                assertThat(slopes[at]).isCloseTo(after - before, within(1e-3f));
            }
        }
    }

    /** A penalty's slope is that by the sample as it came; for a linear score the finite form finds the same. */
    @Test
    void penalties_look_through_the_same_draw() {
        int numbers = 3 * SIDE * SIDE;
        Linear line = new Linear(numbers, 1, Initialisation.normal(0.1));
        Discriminator discriminator = Players.discriminator(
                "discriminator", new Sequence(List.of(Fixed.flatten(), line)).allocate(Device.CPU), 0, ALL);
        try (discriminator;
                Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(512, 3, SIDE, SIDE);
            Scored scored = Players.judged(discriminator, images);
            double exact = new Penalty.R1(new Constant(2))
                    .of(Players.duel(discriminator, scored, scored))
                    .value();
            double finite = new Penalty.FiniteR1(new Constant(2), 1, 0.01)
                    .of(Players.duel(discriminator, scored, scored))
                    .value();
            assertThat(finite).isCloseTo(exact, within(0.2 * exact));
        }
    }

    @Test
    void points_and_empty_policies_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.drawn(new long[] {4, 2}, Players.step(0)))
                .withMessage("diff-augment changes images, got samples of 2 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiffAugment(List.of()))
                .withMessage("policy must be some of color, translation, cutout, each once; got []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiffAugment(List.of(Policy.CUTOUT, Policy.CUTOUT)))
                .withMessage("policy must be some of color, translation, cutout, each once; got [cutout, cutout]");
    }
}
