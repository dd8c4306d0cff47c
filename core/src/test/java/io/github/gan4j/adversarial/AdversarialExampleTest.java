package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Batch;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdversarialExampleTest {
    private static final Batch BATCH = Pupils.UNSEEN.batch(0, 3);

    @Test
    void knows_how_large_the_change_is_and_what_is_said_of_both_images() {
        try (Classifier victim = Pupils.of(Structure.SOFTMAX, 1)) {
            List<AdversarialExample> examples =
                    AdversarialExample.of(victim, Attack.fast(Norm.L2, 0.5), Aim.untargeted(), BATCH, 0);
            assertThat(examples).hasSize(3);
            for (AdversarialExample example : examples) {
                assertThat(example.length()).isBetween(0.1, 0.5 + 1e-6);
                assertThat(example.largest()).isLessThan(example.length());
                assertThat(example.before().probabilities().stream()
                                .mapToDouble(p -> p)
                                .sum())
                        .isCloseTo(1, within(1e-5));
                assertThat(example.before().confidence())
                        .isEqualTo(example.before()
                                .probabilities()
                                .get(example.before().answer()));
                assertThat(example.changePicture().width()).isEqualTo(8);
            }
        }
    }

    @Test
    void what_is_not_changed_has_no_length_and_is_drawn_grey() {
        try (Classifier victim = Pupils.of(Structure.SOFTMAX, 1)) {
            AdversarialExample example = AdversarialExample.of(
                            victim, BATCH.values(), BATCH.values().clone())
                    .get(0);
            assertThat(example.length()).isZero();
            assertThat(example.after()).isEqualTo(example.before());
            assertThat(example.changePicture().pixels()).containsOnly((byte) 128);
            assertThat(AttackFigure.of(List.of(example), victim.labelNames()).width())
                    .isGreaterThan(3 * 128);
        }
    }

    @Test
    void an_attack_that_needs_no_random_numbers_leaves_them_alone() {
        try (Classifier victim = Pupils.of(Structure.SOFTMAX, 1)) {
            Engine.seed(5);
            float untouched = drawn();
            Engine.seed(5);
            Attack.fast(Norm.LINF, 0.1).changed(victim, BATCH, Aim.untargeted(), 0);
            assertThat(drawn()).isEqualTo(untouched);
        }
    }

    private static float drawn() {
        try (Scope scope = new Scope()) {
            return Tensor.gaussian(1).toFloats()[0];
        }
    }
}
