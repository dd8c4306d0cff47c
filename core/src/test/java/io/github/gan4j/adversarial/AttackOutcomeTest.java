package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttackOutcomeTest {
    private static final Predictions BEFORE = new Predictions(new int[] {0, 0, 1, 2, 0}, new float[] {1, 1, 1, 1, 1});
    private static final Predictions AFTER =
            new Predictions(new int[] {1, 0, 1, 1, 2}, new float[] {0.9f, 0.8f, 0.7f, 0.5f, 0.4f});
    private static final int[] TRUTH = {0, 0, 1, 2, 1};

    private static AttackOutcome outcome(Aim aim) {
        return new AttackOutcome(Attack.fast(Norm.LINF, 0.1), aim, TRUTH, BEFORE, AFTER, BEFORE);
    }

    @Test
    void errors_successes_and_confidence_are_counted() {
        AttackOutcome outcome = outcome(Aim.untargeted());
        assertThat(outcome.cleanError()).isEqualTo(0.2);
        assertThat(outcome.error()).isEqualTo(0.6);
        assertThat(outcome.roundedError()).isEqualTo(0.2);
        assertThat(outcome.success()).isEqualTo(0.5);
        assertThat(outcome.confidence()).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void a_targeted_attack_counts_only_images_of_other_classes() {
        assertThat(outcome(Aim.targeted(1)).success()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(outcome(Aim.targeted(2)).success()).isZero();
    }

    @Test
    void examples_were_classified_correctly_and_go_round_the_classes() {
        assertThat(outcome(Aim.untargeted()).examples(9)).containsExactly(0, 2, 3, 1);
        assertThat(outcome(Aim.untargeted()).examples(2)).containsExactly(0, 2);
        assertThat(outcome(Aim.targeted(1)).examples(9)).containsExactly(0, 3, 1);
    }
}
