package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Plans;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleTest {
    @TempDir
    Path folder;

    private static Plan teams(String... settings) {
        Draft draft = Draft.of(Plans.line())
                .set("generator.team={count: 2, weighting: {given: [1, 3]}}")
                .set("discriminator.team.count=3")
                .set("batchSize=60")
                .set("stop.images=600");
        for (String setting : settings) draft = draft.set(setting);
        return draft.plan();
    }

    @Test
    void generators_make_as_many_samples_as_their_weights_say_and_a_latent_is_always_the_same_one() {
        Ensemble ensemble = Ensemble.of(teams().generator());
        assertThat(ensemble.shares()).containsExactly(0.25, 0.75);
        assertThat(ensemble.parts(10_000)).containsExactly(2_500, 7_500);
        assertThat(ensemble.parts(7)).containsExactly(2, 5);
        assertThat(new Ensemble(List.of(0.5, 0.0, 0.5)).parts(3)).containsExactly(2, 0, 1);
        io.github.gan4j.game.Latents latents = teams().latents().orElseThrow();
        int second = 0;
        for (int i = 0; i < 2_000; i++) {
            int generator = ensemble.of(latents.of(i));
            assertThat(ensemble.of(latents.of(i))).isEqualTo(generator);
            second += generator;
        }
        // the standard error is 19
        assertThat(second).isBetween(1_440, 1_560);
    }

    @Test
    void a_run_of_teams_samples_from_all_generators_and_tells_weights_in_events() throws IOException {
        Plan plan = teams(
                "discriminator.team.weighting=softmax",
                "discriminator.team.batches=separate",
                "generator.loss.classification=0.1");
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            run.train(new Listener() {});
        }
        List<String> events = JsonLines.read(
                        RunFolder.open(folder.resolve("run")).events())
                .stream()
                .map(event -> event.path("players").toString())
                .toList();
        assertThat(events.get(0))
                .contains("\"generator1\":", "\"weight\":0.25", "\"weight\":0.75", "\"discriminator3\":");
        assertThat(folder.resolve("run/weights.png")).isRegularFile();
        try (TrainedGenerator generator = TrainedGenerator.open(folder.resolve("run"))) {
            float[] latents = generator.latents().of(0, 40);
            float[] all = generator.samples(latents);
            float[] first = generator.first().samples(latents);
            int same = 0;
            for (int i = 0; i < 40; i++) {
                boolean own = generator.ensemble().of(generator.latents().of(i)) == 0;
                assertThat(Math.abs(all[i] - first[i]) < 1e-5).isEqualTo(own);
                if (own) same++;
            }
            assertThat(same).isBetween(2, 20);
            List<Integer> makers = generator.seedsByGenerator(40).stream()
                    .map(seed -> generator.ensemble().of(generator.latents().of(seed)))
                    .toList();
            assertThat(makers).isSorted().filteredOn(maker -> maker == 0).hasSize(10);
            assertThat(generator.seedsByGenerator(40)).doesNotHaveDuplicates();
        }
        try (Run resumed = Run.resume(folder.resolve("run"), Optional.empty(), line -> {})) {
            assertThat(resumed.training().images()).isEqualTo(600);
        }
    }

    @Test
    void plans_of_teams_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("generator.team.weighting={given: [1, 2, 3]}"))
                .withMessage("generator.team.weighting.given must have one number a player (2), got [1.0, 2.0, 3.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("discriminator.team.weighting={softmax: {temperature: 0}}"))
                .withMessage("discriminator.team.weighting.temperature must be above 0 and at most 1e6, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.of(Plans.line())
                        .set("generator.loss.classification=0.1")
                        .plan())
                .withMessage(
                        "generator.team.count must be 2 or more where loss.classification is above 0, got no team");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("generator.loss.classification=0.1", "objective=feature-matching"))
                .withMessage("generator.loss.classification must be 0 with feature-matching and where"
                        + " discriminator.network.labels is classify, got 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("referee=loss-ratio", "objective=hinge"))
                .withMessage("referee loss-ratio needs an objective whose losses stay above 0: non-saturating,"
                        + " least-squares or relativistic, got hinge; use margin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("generator.loss.topK=0"))
                .withMessage("generator.loss.topK must stay above 0 and at most 1, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> teams("generator.network.minibatch.kernels=3"))
                .withMessageContaining("unknown key 'minibatch' in generator.network; known keys: hidden, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.start(
                        teams("discriminator.team.batches=separate", "generator.team.batches=separate", "batchSize=64"),
                        folder.resolve("uneven"),
                        line -> {}))
                .withMessage("batchSize must divide by 6 where players are dealt separate batches, got 64");
    }
}
