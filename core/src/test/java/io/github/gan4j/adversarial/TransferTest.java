package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransferTest {
    @Test
    void examples_made_for_one_fool_its_twin_as_the_attack_says_and_others_no_more_than_that() {
        Attack attack = Attack.fast(Norm.LINF, 0.4);
        Map<String, Classifier> victims = new LinkedHashMap<>();
        try (Classifier softmax = Pupils.of(Structure.SOFTMAX, 1);
                Classifier other = Pupils.of(Structure.SOFTMAX, 2)) {
            victims.put("softmax", softmax);
            victims.put("twin", softmax);
            victims.put("other", other);
            Transfer transfer = Transfer.of(victims, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
            assertThat(transfer.names()).containsExactly("softmax", "twin", "other");
            double success = AttackOutcome.of(softmax, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {})
                    .success();
            assertThat(transfer.fooled()[0][0]).isEqualTo(success);
            assertThat(success).isGreaterThan(0.3);
            assertThat(transfer.fooled()[0][1]).isEqualTo(success);
            assertThat(transfer.fooled()[0][2]).isGreaterThan(0).isLessThan(success);
            // of two classes only one is wrong
            assertThat(transfer.agreement()[0]).containsOnly(1);
        }
    }

    @Test
    void others_are_shown_the_images_but_none_are_made_for_them() {
        Attack attack = Attack.fast(Norm.LINF, 0.4);
        try (Classifier softmax = Pupils.of(Structure.SOFTMAX, 1)) {
            Map<String, Predictor> others = Map.of("twin", Predictor.of(softmax));
            Transfer transfer =
                    Transfer.of(Map.of("softmax", softmax), others, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
            assertThat(transfer.names()).containsExactly("softmax", "twin");
            assertThat(transfer.fooled()).hasDimensions(1, 2);
            assertThat(transfer.fooled()[0][1])
                    .isEqualTo(transfer.fooled()[0][0])
                    .isGreaterThan(0.3);
            assertThat(AttackReport.csv(transfer).lines())
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("softmax,twin,"));
        }
    }

    @Test
    void a_matrix_is_written_a_pair_a_line() {
        Transfer transfer = new Transfer(
                List.of("a", "b, trained"), new double[][] {{1, 0.5}, {0, 1}}, new double[][] {{1, Double.NaN}, {0, 1}
                });
        assertThat(AttackReport.csv(transfer)).isEqualTo("""
                        madeFor,classifiedBy,fooled,agreement
                        a,a,1.000000,1.000000
                        a,"b, trained",0.500000,
                        "b, trained",a,0.000000,0.000000
                        "b, trained","b, trained",1.000000,1.000000
                        """);
    }
}
