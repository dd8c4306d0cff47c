package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearExampleTest {
    @Test
    void moving_ten_numbers_by_a_half_turns_the_published_example_over() {
        LinearExample before = LinearExample.published(), after = before.attacked(0.5);
        assertThat(before.product()).isEqualTo(-3);
        assertThat(before.probability()).isCloseTo(0.0474, within(0.00005));
        assertThat(after.product()).isEqualTo(2);
        assertThat(after.probability()).isCloseTo(0.8808, within(0.00005));
    }

    @Test
    void weights_and_numbers_must_be_as_many() {
        assertThatThrownBy(() -> new LinearExample(new double[2], new double[3]))
                .hasMessage("a linear example needs as many weights as numbers, at least one, got 2 and 3");
    }
}
