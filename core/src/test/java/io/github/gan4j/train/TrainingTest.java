package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Side;
import io.github.gan4j.game.Standing;
import io.github.gan4j.game.Turn;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingTest {
    /** Who moved in each step. */
    private static List<String> moves(Training training) throws IOException {
        List<String> moves = new ArrayList<>();
        training.run(new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                moves.add(step.turns().stream()
                        .map(turn -> turn.side() == Side.DISCRIMINATOR ? "D" : "G")
                        .collect(Collectors.joining()));
            }
        });
        return moves;
    }

    @Test
    void a_discriminator_that_waits_under_the_margin_rule_comes_back_when_it_is_no_longer_ahead() throws IOException {
        // reals far from the first fakes are distinguished at once
        Trainings far = Trainings.line()
                .with(new Objective.NonSaturating())
                .with(Trainings.adam(), 5e-3)
                .with(Distribution.normal(12, 1).samples(1))
                .with(new Referee.Margin(0.2));
        try (Training training = far.of(1, 300)) {
            List<String> moves = moves(training);
            assertThat(moves.get(0)).isEqualTo("DG");
            assertThat(moves).as("the generator alone").contains("G");
            List<String> later = moves.subList(moves.indexOf("G"), moves.size());
            assertThat(later).as("the discriminator again").containsAnyOf("D", "DG");
        }
    }

    @Test
    void a_belief_is_measured_in_steps_of_the_generator_alone_where_the_referee_looks_at_it() throws IOException {
        Referee generators = new Referee() {
            @Override
            public List<? extends Player> next(Game game, Standing standing, long step) {
                return game.generators().players();
            }

            @Override
            public boolean watchesBelief() {
                return true;
            }
        };
        try (Training training = Trainings.line().with(generators).of(1, 3)) {
            List<Belief> beliefs = new ArrayList<>();
            training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    beliefs.add(training.standing().belief().orElseThrow());
                }
            });
            assertThat(beliefs).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_step_in_which_a_player_breaks_is_not_counted_and_names_the_player() throws IOException {
        Trainings absurd = Trainings.line()
                .with(new Objective.LeastSquares(0))
                .with(count -> new Sgd(count, Device.CPU, 0, false), 1e30);
        try (Training training = absurd.of(1, 100)) {
            List<Step> steps = new ArrayList<>();
            assertThatThrownBy(() -> training.run(new Listener() {
                        @Override
                        public void stepped(Training training, Step step) {
                            steps.add(step);
                        }

                        @Override
                        public void ended(Training training, Ending ending) {
                            throw new AssertionError("a broken training does not end");
                        }
                    }))
                    .isInstanceOf(NotFiniteException.class)
                    .hasMessageMatching("the (loss|gradient) of the (discriminator|generator)1 became (NaN|Infinity)"
                            + " after \\d+ images");
            assertThat(training.step()).isEqualTo(steps.size()).isLessThan(100);
            assertThat(training.images()).isEqualTo(128L * steps.size());
        }
    }

    @Test
    void a_training_ends_when_asked_and_says_so() throws IOException {
        try (Training training = Trainings.line().of(1, 1000)) {
            List<Ending> endings = new ArrayList<>();
            Ending ending = training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() == 3) training.stop();
                }

                @Override
                public void ended(Training training, Ending ending) {
                    endings.add(ending);
                }
            });
            assertThat(ending).isEqualTo(Ending.ASKED);
            assertThat(endings).containsExactly(Ending.ASKED);
            assertThat(training.step()).isEqualTo(3);
        }
    }

    @Test
    void a_length_is_reached_by_images_or_by_time() {
        assertThat(new Length(100, 0).reached(99, 1e9)).isEmpty();
        assertThat(new Length(100, 0).reached(100, 0)).contains(Ending.IMAGES);
        assertThat(new Length(0, 60).reached(1_000_000, 59)).isEmpty();
        assertThat(new Length(100, 60).reached(50, 60)).contains(Ending.MINUTES);
        assertThat(new Length(100, 60).share(50, 15)).isEqualTo(0.5);
        assertThat(new Length(100, 60).share(500, 15)).isEqualTo(1);
    }

    @Test
    void an_average_forgets_half_in_its_half_life() {
        try (Scope scope = new Scope();
                Training training = Trainings.images().of(1, 1)) {
            var live = training.game().generators().players().get(0).network();
            MovingAverage average = training.averages().get(0);
            live.learned().copyInPlace(Tensor.zeros(live.learnedCount()));
            average.network().learned().copyInPlace(Tensor.filled(1, live.learnedCount()));
            // a half-life of 500 images, a million images seen
            for (int i = 0; i < 50; i++) average.follow(10, 1_000_000);
            assertThat((double) average.network().learned().mean().value()).isCloseTo(0.5, within(1e-5));
            // at the start a twentieth of what was seen: 10 of 200
            average.network().learned().copyInPlace(Tensor.filled(1, live.learnedCount()));
            average.follow(10, 200);
            assertThat((double) average.network().learned().mean().value()).isCloseTo(0.5, within(1e-5));
        }
    }

    @Test
    void a_sampler_makes_one_sample_for_each_input_whatever_their_number() {
        try (Training training = Trainings.line().of(1, 1)) {
            float[] latents = new float[4 * 130];
            for (int i = 0; i < latents.length; i++) latents[i] = (float) Math.sin(i);
            float[] all = training.sampler(0).samples(latents, new long[] {4}, Optional.empty());
            assertThat(all).hasSize(130);
            float[] last = training.sampler(0)
                    .samples(Arrays.copyOfRange(latents, 4 * 129, 4 * 130), new long[] {4}, Optional.empty());
            assertThat(last[0]).isCloseTo(all[129], within(1e-5f));
            assertThat(training.sampler(0).samples(new float[0], new long[] {4}, Optional.empty()))
                    .isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.sampler(0).samples(new float[6], new long[] {4}, Optional.empty()))
                    .withMessage("inputs have 4 numbers each, got 6 numbers in all");
        }
    }

    @Test
    void a_discriminator_scores_points() {
        try (Training training = Trainings.line().of(1, 1)) {
            float[] scores = training.scores(new float[] {-3, 0, 4}, Optional.empty());
            assertThat(scores).hasSize(3);
            assertThat(training.scores(new float[] {4}, Optional.empty())[0]).isCloseTo(scores[2], within(1e-6f));
        }
    }

    @Test
    void turns_come_in_the_order_in_which_they_were_played() throws IOException {
        try (Training training = Trainings.line().with(2).of(1, 1)) {
            training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    assertThat(step.turns().stream().map(Turn::player))
                            .containsExactly("discriminator1", "discriminator2", "generator1", "generator2");
                }
            });
        }
    }
}
