package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierRecipe;
import io.github.gan4j.classifiers.ClassifierTraining;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Batch;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.EmulatedCard;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classifiers learn, answer and are attacked on a card: see PlacementTest. */
@ExtendWith(EmulatedCard.class)
class PlacedAttackTest {
    private static final Batch BATCH = Pupils.UNSEEN.batch(0, 4);

    @ParameterizedTest
    @EnumSource(Structure.class)
    void a_classifier_learns_and_answers(Structure structure) {
        try (Classifier here = taught(structure, Device.CPU, Lesson.crossEntropy(0.1));
                Classifier there = taught(structure, Device.CUDA, Lesson.crossEntropy(0.1))) {
            assertThat(there.output(BATCH.values()).probabilities())
                    .containsExactly(here.output(BATCH.values()).probabilities(), within(1e-3f));
        }
    }

    private static Classifier taught(Structure structure, Device device, Lesson lesson) {
        return new ClassifierTraining(new ClassifierRecipe(8, 8, 1e-3, 0, 0, 1), lesson)
                .of(Pupils.UNSEEN, structure, device, share -> {});
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void every_attack_and_adversarial_training(Norm norm) {
        for (String method : Attack.METHODS) {
            Attack attack = Attack.named(method, norm, 0.3, method.equals("fgsm") ? 1 : 2);
            try (Classifier there = taught(Structure.SOFTMAX, Device.CUDA, new AdversarialLoss(attack))) {
                assertThat(attack.changed(there, BATCH, Aim.untargeted(), 1)).doesNotContain(Float.NaN);
                assertThat(attack.changed(there, BATCH, Aim.targeted(0), 1)).doesNotContain(Float.NaN);
                assertThat(Templates.of(there)).hasSize(2);
            }
        }
    }
}
