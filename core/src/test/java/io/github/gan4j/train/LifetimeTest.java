package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.game.Referee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Native memory: nothing is left of a step, a picture or a checkpoint, and nothing of a training that is closed. */
class LifetimeTest {
    static Stream<Arguments> recipes() {
        return Stream.of(
                Arguments.of(Named.of("points", Trainings.line().with(new Referee.Margin(0.3)))),
                Arguments.of(Named.of("images in bf16, average, lazy R1", Trainings.images())));
    }

    @Test
    void no_step_of_pooling_and_dropout_adds_a_native_object() throws IOException {
        List<Long> counts = new ArrayList<>();
        try (Training training = Trainings.pooled().of(1, 40)) {
            training.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() > 10) counts.add(Pointer.totalCount());
                }
            });
        }
        for (int i = 1; i < counts.size(); i++) assertThat(counts.get(i)).isLessThanOrEqualTo(counts.get(i - 1));
    }

    /**
     * Compared step by step, since Java's garbage collector may take away what was forgotten long before this test; it
     * cannot hide that a step added something.
     */
    @ParameterizedTest
    @MethodSource("recipes")
    void no_step_from_10_to_1000_adds_a_native_object(Trainings recipe) throws IOException {
        long before = Pointer.totalCount();
        Map<Long, Long> additions = new TreeMap<>();
        try (Training training = recipe.of(1, 1000)) {
            training.run(new Listener() {
                private long last;

                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() % 100 == 0) look(training, recipe.latents());
                    long now = Pointer.totalCount();
                    if (step.number() > 10 && now > last) additions.put(step.number(), now - last);
                    last = now;
                }
            });
            assertThat(training.step()).isEqualTo(1000);
        }
        assertThat(additions).isEmpty();
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }

    /** A picture, a checkpoint, and a restored one. */
    private static void look(Training training, int latents) {
        training.sampler(0).samples(new float[100 * latents], new long[] {latents}, Optional.empty());
        Snapshot.requireFinite(training);
        try {
            Snapshot.of(training).restore(training);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_sampler_leaves_nothing() {
        try (Training training = Trainings.images().of(1, 1)) {
            long before = Pointer.totalCount();
            training.sampler(0).samples(new float[8 * 130], new long[] {8}, Optional.empty());
            assertThat(Pointer.totalCount()).isEqualTo(before);
        }
    }
}
