package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackTest {
    private static final Batch BATCH = Pupils.UNSEEN.batch(0, 20);
    private static final int PIXELS = 64;

    private static Classifier linear;

    @BeforeAll
    static void learn() {
        linear = Pupils.of(Structure.SOFTMAX, 1);
    }

    @AfterAll
    static void close() {
        linear.close();
    }

    @Test
    void the_fast_gradient_sign_moves_every_pixel_towards_the_weights_of_the_other_class() {
        float[] changed = Attack.fast(Norm.LINF, 0.01).changed(linear, BATCH, Aim.untargeted(), 0);
        List<float[]> weights = Templates.of(linear);
        for (int i = 0; i < changed.length; i++) {
            int truth = BATCH.labels()[i / PIXELS], at = i % PIXELS;
            float wanted = BATCH.values()[i] + 0.02f * Math.signum(weights.get(1 - truth)[at] - weights.get(truth)[at]);
            assertThat(changed[i]).isCloseTo(Math.max(-1, Math.min(1, wanted)), within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"fgsm,linf", "fgsm,l2", "iterated,linf", "iterated,l2", "pgd,linf", "pgd,l2"})
    void no_attack_goes_further_than_epsilon_or_beyond_black_and_white(String name, String norm) {
        Attack attack = Attack.named(name, Norm.named(norm), 0.3, 0);
        float[] changed = attack.changed(linear, BATCH, Aim.untargeted(), 1);
        for (int image = 0; image < BATCH.count(); image++) {
            double largest = 0, square = 0;
            for (int i = image * PIXELS; i < (image + 1) * PIXELS; i++) {
                assertThat(changed[i]).isBetween(-1f, 1f);
                double change = (changed[i] - BATCH.values()[i]) / 2.0;
                largest = Math.max(largest, Math.abs(change));
                square += change * change;
            }
            assertThat(attack.norm() == Norm.LINF ? largest : Math.sqrt(square)).isBetween(0.1, 0.3 + 1e-6);
        }
    }

    @Test
    void stronger_attacks_fool_more() {
        double clean = outcome(Attack.fast(Norm.LINF, 0.2)).cleanError();
        double fast = outcome(Attack.fast(Norm.LINF, 0.2)).error();
        double projected = outcome(Attack.projected(Norm.LINF, 0.2, 10)).error();
        assertThat(clean).isLessThan(0.1);
        assertThat(fast).isGreaterThan(clean + 0.2);
        assertThat(projected).isGreaterThanOrEqualTo(fast - 0.02);
        assertThat(outcome(Attack.fast(Norm.LINF, 0.4)).error()).isGreaterThanOrEqualTo(fast);
    }

    private static AttackOutcome outcome(Attack attack) {
        return AttackOutcome.of(linear, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
    }

    @Test
    void a_targeted_attack_brings_the_wanted_class() {
        AttackOutcome outcome =
                AttackOutcome.of(linear, Attack.iterated(Norm.L2, 4, 10), Aim.targeted(1), Pupils.UNSEEN, p -> {});
        assertThat(outcome.success()).isEqualTo(1);
        assertThat(outcome.after().classes()).containsOnly(1);
    }

    @Test
    void the_same_seed_gives_the_same_images() {
        Attack attack = Attack.projected(Norm.LINF, 0.1, 1);
        float[] once = attack.changed(linear, BATCH, Aim.untargeted(), 5);
        assertThat(attack.changed(linear, BATCH, Aim.untargeted(), 5)).isEqualTo(once);
        assertThat(Arrays.equals(attack.changed(linear, BATCH, Aim.untargeted(), 6), once))
                .isFalse();
    }

    @Test
    void an_attack_leaves_nothing_in_native_memory() {
        Attack attack = Attack.projected(Norm.L2, 0.1, 5);
        attack.changed(linear, BATCH, Aim.targeted(0), 5);
        long before = Pointer.totalCount();
        for (int i = 0; i < 20; i++) attack.changed(linear, BATCH, Aim.targeted(0), i);
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void steps_are_those_of_the_paper_and_follow_epsilon() {
        Attack madry = Attack.projected(Norm.LINF, 0.3, 40);
        assertThat(madry.step()).isCloseTo(0.01, within(1e-12));
        assertThat(madry.describe()).isEqualTo("pgd, 40 steps of 0.01, linf, epsilon 0.3");
        assertThat(madry.within(0.6).step()).isCloseTo(0.02, within(1e-12));
        assertThat(Attack.fast(Norm.L2, 2).describe()).isEqualTo("fgsm, l2, epsilon 2");
    }

    @Test
    void what_cannot_be_is_said_in_one_line() {
        assertThatThrownBy(() -> Attack.fast(Norm.LINF, 0))
                .hasMessage("epsilon must be above 0 and at most 1000, got 0.0");
        assertThatThrownBy(() -> Attack.named("bim", Norm.LINF, 1, 0))
                .hasMessage("unknown attack 'bim'; known attacks: fgsm, iterated, pgd; did you mean 'iterated'?");
        assertThatThrownBy(() -> Attack.named("fgsm", Norm.LINF, 1, 3)).hasMessage("fgsm takes one step, got 3");
        assertThatThrownBy(() -> Attack.projected(Norm.LINF, 1, 0))
                .hasMessage("steps must be between 1 and 100000, got 0");
        Attack fast = Attack.fast(Norm.LINF, 1);
        assertThatThrownBy(() -> fast.changed(
                        linear,
                        new Batch(1, SampleShape.image(1, 8, 8), new float[PIXELS], new int[0]),
                        Aim.untargeted(),
                        0))
                .hasMessage("attacks need labelled images, these have no labels");
        assertThatThrownBy(() -> fast.changed(
                        linear,
                        new Batch(1, SampleShape.image(1, 4, 4), new float[16], new int[1]),
                        Aim.untargeted(),
                        0))
                .hasMessage("this classifier takes images of 8x8 grey, got 4x4 grey");
    }
}
