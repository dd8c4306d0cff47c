package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Parts of a user's own that answer with something odd are named. */
class OddPartsTest {
    private static Tensor samples() {
        return Tensor.of(new float[6], 3, 2);
    }

    @Test
    void a_generator_whose_samples_are_not_like_the_data_is_named() {
        try (Generator narrow = Players.generator("narrow", Players.curve(2, 3, 1), 2, 0.1);
                Scope scope = new Scope()) {
            Reals reals = Reals.of(Tensor.of(new float[8], 4, 2));
            assertThatIllegalStateException()
                    .isThrownBy(() -> narrow.imitate(reals, Players.step(0)))
                    .withMessage("narrow: its network must make [4, 2] like the data, got [4, 1]");
            assertThatIllegalStateException()
                    .isThrownBy(() -> reals.samples().value())
                    .withMessage("a tensor of [4, 2] has no single value");
        }
    }

    @Test
    void a_cost_that_is_no_single_number_names_its_penalty() {
        record Rows() implements Penalty {
            @Override
            public Tensor of(Duel duel) {
                return duel.real().scores();
            }
        }
        record Nothing() implements Penalty {
            @Override
            public Tensor of(Duel duel) {
                return null;
            }
        }
        refused(new Rows(), "Rows: the cost must be a tensor of one number, got [3]");
        refused(new Nothing(), "Nothing: the cost must be a tensor of one number, got null");
    }

    private static void refused(Penalty penalty, String message) {
        Discriminator discriminator = Players.discriminator("discriminator", Players.curve(2, 3, 1), 0);
        try (discriminator;
                Scope scope = new Scope()) {
            Duel duel = new Duel(
                    discriminator,
                    0,
                    Players.judged(discriminator, samples()),
                    Players.judged(discriminator, samples()),
                    Players.step(0));
            assertThatIllegalStateException()
                    .isThrownBy(() -> penalty.discriminator(duel))
                    .withMessageEndingWith(message);
        }
    }
}
