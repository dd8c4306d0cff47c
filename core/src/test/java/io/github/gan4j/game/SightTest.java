package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.JoinedLabels;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discriminators that are shown codes, or samples redrawn, by generators that begin with an encoder. */
class SightTest {
    @BeforeEach
    void seed() {
        Engine.seed(6);
    }

    /** One number to a code of twice it; a code and two labels to the code less the second label. */
    private static Network doubling() {
        Network encoder = new Linear(1, 1, false, Initialisation.constant(0));
        Network decoder =
                new Sequence(List.of(new JoinedLabels(2), new Linear(3, 1, false, Initialisation.constant(0))));
        return Players.filled(new AutoEncoder(encoder, decoder).allocate(Device.CPU), 2, 1, 0, -1);
    }

    private static Reals reals() {
        return new Reals(
                Tensor.of(new float[] {1, 2, 3}, 3, 1),
                Optional.of(Tensor.ofClasses(0, 1, 0).oneHot(2)));
    }

    @Test
    void redrawn_samples_have_the_code_of_another_sample_and_the_class_of_their_place() {
        try (Generator generator = Players.generator("generator", doubling(), (reals, moment) -> reals.samples(), 0);
                Scope scope = new Scope()) {
            Moment moment = Players.step(0);
            assertThat(Sight.SAMPLES.fake(generator, reals(), moment).toFloats())
                    .containsExactly(2, 3, 6);
            // codes 6, 2, 4 of the samples 3, 1, 2
            assertThat(new Sight.Redrawn().fake(generator, reals(), moment).toFloats())
                    .containsExactly(6, 1, 4);
            assertThat(new Sight.Redrawn().real(reals(), moment).toFloats()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void codes_are_shown_against_latents() {
        Sight sight = new Sight.Codes((reals, moment) -> Tensor.uniform(5, 6, reals.count(), 1));
        try (Generator generator = Players.generator("generator", doubling(), (reals, moment) -> reals.samples(), 0);
                Scope scope = new Scope()) {
            assertThat(sight.fake(generator, reals(), Players.step(0)).toFloats())
                    .containsExactly(2, 4, 6);
            for (float latent : sight.real(reals(), Players.step(0)).toFloats())
                assertThat(latent).isBetween(5f, 6f);
        }
    }

    @Test
    void a_generator_without_an_encoder_has_no_codes() {
        Sight sight = new Sight.Codes(new Latents.Normal(1, false));
        try (Generator generator = Players.generator("generator", Players.line(0, 1), 1, 0);
                Scope scope = new Scope()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sight.fake(generator, reals(), Players.step(0)))
                    .withMessage("generator has no codes to look at: it has no encoder");
        }
    }

    @Test
    void what_starts_from_latents_is_the_decoder() {
        try (Network network = doubling();
                Scope scope = new Scope()) {
            Pass pass = Pass.SAMPLING.withLabels(Optional.of(Tensor.ofClasses(1).oneHot(2)));
            assertThat(network.fromLatents()
                            .apply(Tensor.of(new float[] {7}, 1, 1), pass)
                            .toFloats())
                    .containsExactly(6);
        }
    }
}
