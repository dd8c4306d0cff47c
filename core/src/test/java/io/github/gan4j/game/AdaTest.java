package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.game.Augmentation.Ada;
import io.github.gan4j.game.Augmentation.Ada.Change;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaTest {
    private static final int SIDE = 8;

    @BeforeEach
    void seed() {
        Engine.seed(4);
    }

    private static Ada of(Change... changes) {
        return new Ada(0.6, 1000, 1, List.of(changes));
    }

    private static Moment at(double probability) {
        return new Moment(0, 0, probability, Device.CPU);
    }

    private static Belief sure(double sign) {
        return new Belief(0.5, 0.5, 0, 0, sign);
    }

    @Test
    void the_probability_follows_how_sure_the_discriminator_is_within_its_bounds() {
        Ada ada = new Ada(0.6, 1000, 0.8, List.of(Change.FLIPS));
        assertThat(ada.adapted(0.1, sure(0.9), 50)).isCloseTo(0.15, within(1e-12));
        assertThat(ada.adapted(0.1, sure(0.2), 50)).isCloseTo(0.05, within(1e-12));
        assertThat(ada.adapted(0.1, sure(0.6), 50)).isEqualTo(0.1);
        assertThat(ada.adapted(0, sure(-1), 50)).isZero();
        assertThat(ada.adapted(0.79, sure(1), 50)).isEqualTo(0.8);
    }

    @Test
    void the_sign_of_reals_is_that_of_their_logits() {
        assertThat(Belief.ofLogits(new float[] {3, 0.1f, -2, 5}, new float[] {9})
                        .realSign())
                .isEqualTo(0.5);
    }

    @Test
    void nothing_is_changed_at_probability_0() {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(4, 3, SIDE, SIDE);
            assertThat(of(Change.values()).view(images, at(0))).isSameAs(images);
        }
    }

    @Test
    void a_change_comes_as_often_as_its_probability_says() {
        try (Scope scope = new Scope()) {
            int images = 2000, size = SIDE * SIDE;
            Tensor image = Tensor.gaussian(1, 1, SIDE, SIDE);
            float[] before = image.toFloats();
            float[] after = of(Change.GEOMETRY)
                    .view(Tensor.concatenated(Collections.nCopies(images, image), 0), at(0.2))
                    .toFloats();
            int same = 0;
            for (int i = 0; i < images; i++)
                if (Arrays.equals(before, Arrays.copyOfRange(after, i * size, (i + 1) * size))) same++;
            // scale, one or both turns, stretch and shift, each by itself
            assertThat(same / (double) images).isCloseTo(Math.pow(0.8, 4), within(0.04));
        }
    }

    @Test
    void flips_turn_and_mirror_in_all_eight_ways_and_make_no_new_values() {
        float[] corner = new float[SIDE * SIDE];
        for (int i = 0; i < corner.length; i++) corner[i] = i;
        Set<List<Float>> middles = new HashSet<>();
        try (Scope scope = new Scope()) {
            Tensor one = Tensor.of(corner, 1, 1, SIDE, SIDE);
            float[] seen = of(Change.FLIPS)
                    .view(Tensor.concatenated(Collections.nCopies(600, one), 0), at(1))
                    .toFloats();
            for (float value : seen) assertThat(value % 1).isZero();
            for (int i = 0; i < 600; i++) {
                int at = i * corner.length + 3 * SIDE + 3;
                middles.add(List.of(seen[at + 1] - seen[at], seen[at + SIDE] - seen[at]));
            }
        }
        Float row = (float) SIDE;
        assertThat(middles)
                .containsExactlyInAnyOrder(
                        List.of(1f, row),
                        List.of(-1f, row),
                        List.of(1f, -row),
                        List.of(-1f, -row),
                        List.of(row, 1f),
                        List.of(-row, 1f),
                        List.of(row, -1f),
                        List.of(-row, -1f));
    }

    @Test
    void colours_keep_greys_grey_and_lengths_of_hues() {
        try (Scope scope = new Scope()) {
            float[] greys = of(Change.COLOUR)
                    .view(Tensor.filled(0.5, 300, 3, 1, 1), at(0.7))
                    .toFloats();
            Set<Float> shades = new HashSet<>();
            for (int i = 0; i < greys.length; i += 3) {
                assertThat(greys[i + 1]).isCloseTo(greys[i], within(1e-5f));
                assertThat(greys[i + 2]).isCloseTo(greys[i], within(1e-5f));
                shades.add(greys[i]);
            }
            assertThat(shades.size()).isGreaterThan(200);
        }
    }

    @Test
    void one_channel_is_inverted_at_times() {
        try (Scope scope = new Scope()) {
            float[] two = new float[600];
            for (int i = 0; i < two.length; i += 2) two[i] = 1;
            float[] seen =
                    of(Change.COLOUR).view(Tensor.of(two, 300, 1, 1, 2), at(1)).toFloats();
            int inverted = 0;
            for (int i = 0; i < seen.length; i += 2) if (seen[i] < seen[i + 1]) inverted++;
            assertThat(inverted).isBetween(110, 190);
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void a_draw_does_the_same_again_and_is_that_of_the_step(Change change) {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(6, 3, SIDE, SIDE);
            Engine.seed(5, 77);
            UnaryOperator<Tensor> view = of(change).drawn(images.shape(), at(0.9));
            float[] seen = view.apply(images).toFloats();
            assertThat(view.apply(images).toFloats()).containsExactly(seen);
            Engine.seed(5, 77);
            assertThat(of(change).view(images, at(0.9)).toFloats()).containsExactly(seen);
            assertThat(of(change).view(images, at(0.9)).toFloats()).isNotEqualTo(seen);
        }
    }

    /** A penalty's slope is that by the sample as it came; for a linear score the finite form finds the same. */
    @Test
    void penalties_look_through_the_same_draw() {
        Linear line = new Linear(3 * SIDE * SIDE, 1, Initialisation.normal(0.1));
        Sequence network = new Sequence(List.of(Fixed.flatten(), line));
        Discriminator discriminator =
                Players.discriminator("discriminator", network.allocate(Device.CPU), 0, of(Change.values()));
        try (discriminator;
                Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(512, 3, SIDE, SIDE).withGradient();
            Scored scored = discriminator.judge(images, Optional.empty(), at(0.5));
            Duel duel = new Duel(discriminator, 0, scored, scored, at(0.5));
            double exact = new Penalty.R1(new Constant(2)).of(duel).value();
            double finite =
                    new Penalty.FiniteR1(new Constant(2), 1, 0.01).of(duel).value();
            assertThat(finite).isCloseTo(exact, within(0.2 * exact));
        }
    }

    @Test
    void points_and_wrong_settings_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Change.FLIPS).drawn(new long[] {4, 2}, at(0.5)))
                .withMessage("ada changes images, got samples of 2 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(AdaTest::of)
                .withMessage("changes must be some of flips, geometry, colour, each once; got []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ada(1, 1000, 0.8, List.of(Change.FLIPS)))
                .withMessage("target must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ada(0.6, 1000, 1.5, List.of(Change.FLIPS)))
                .withMessage("most must be above 0 and at most 1, got 1.5");
    }
}
