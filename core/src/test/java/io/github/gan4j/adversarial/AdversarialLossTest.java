package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import org.junit.jupiter.api.Test;

class AdversarialLossTest {
    @Test
    void who_learns_under_attack_withstands_it_better() {
        Attack attack = Attack.fast(Norm.LINF, 0.2);
        try (Classifier ordinary = Pupils.of(Structure.CONVOLUTIONAL, 1);
                Classifier trained = Pupils.of(Structure.CONVOLUTIONAL, 1, new AdversarialLoss(attack))) {
            AttackOutcome before = AttackOutcome.of(ordinary, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
            AttackOutcome after = AttackOutcome.of(trained, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
            assertThat(after.error()).isLessThan(before.error() / 2);
            assertThat(after.cleanError()).isLessThan(0.1);
        }
    }

    @Test
    void what_was_learned_says_how() {
        Attack attack = Attack.fast(Norm.LINF, 0.25);
        assertThat(new AdversarialLoss(attack).about())
                .isEqualTo("adversarial training (fgsm, linf, epsilon 0.25, share of clean images 0.5)");
        assertThatThrownBy(() -> new AdversarialLoss(attack, 1))
                .hasMessage("the share of clean images must be at least 0 and below 1, got 1.0");
    }
}
