package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Turn;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.EmulatedCard;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TensorException;
import io.github.gan4j.tensor.TwoGroups;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One step of every game on a card, as an emulated one plays it: a tensor that was left on the processor is refused, and the first
 * turn's loss is what it is on the processor.
 */
@ExtendWith(EmulatedCard.class)
class PlacementTest {
    private static final List<String> SMALL =
            List.of("threads=1", "precision=fp32", "batchSize=12", "stop={images: 12, minutes: 0}");

    /** Dropout and noise within networks are drawn where the network is: other numbers there than here. */
    private static final Set<String> DRAWN_THERE =
            Set.of("lapgan-level-as-published", "mnist-semi-supervised-as-published", "mnist-upscale-as-published");

    @Test
    void tensors_of_the_processor_are_refused() {
        try (Scope scope = new Scope()) {
            Tensor here = Tensor.uniform(0, 1, 2, 3), there = Tensor.zeros(2, 3).on(Device.CUDA);
            assertRefused(() -> there.plus(here));
            assertRefused(() -> there.times(Tensor.zeros(1)));
            assertRefused(() -> there.linear(here));
            assertRefused(() -> Tensor.concatenated(List.of(there, here), 0));
            assertThat(there.plus(here.on(Device.CUDA)).toFloats()).isEqualTo(here.toFloats());
        }
    }

    private static void assertRefused(Runnable mixture) {
        assertThatThrownBy(mixture::run).isInstanceOf(TensorException.class).hasMessageContaining("azy");
    }

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void of_presets(String preset) throws IOException {
        double here = firstLoss(Presets.draft(preset), "cpu"), there = firstLoss(Presets.draft(preset), "cuda");
        if (!DRAWN_THERE.contains(preset)) assertThat(there).isCloseTo(here, within(1e-4 * (1 + Math.abs(here))));
    }

    static Stream<String> kinds() {
        return Stream.of(
                        of(Objective.class, "ring", "objective=%s"),
                        of(Penalty.class, "ring", "discriminator.penalties=[%s]"),
                        of(Learning.class, "ring", "generator.optimizer=%s"),
                        of(Augmentation.class, "strokes", "discriminator.augmentations=[%s]"))
                .flatMap(kinds -> kinds);
    }

    private static Stream<String> of(Class<?> type, String preset, String setting) {
        return Variants.of(type).words().stream()
                // which needs a discriminator by projection
                .map(word ->
                        (word.equals("wrong-labels") ? "mnist-conditional" : preset) + " " + setting.formatted(word));
    }

    /** Those that presets have only in part. */
    @ParameterizedTest
    @MethodSource("kinds")
    void of_every_kind(String presetAndSetting) throws IOException {
        String[] words = presetAndSetting.split(" ");
        Draft draft = Presets.draft(words[0]).set(words[1]);
        // sampling of images has no second derivative, which R1 would ask for
        if (words[1].contains("[warp]")) draft = draft.set("discriminator.penalties=[]");
        double here = firstLoss(draft, "cpu"), there = firstLoss(draft, "cuda");
        assertThat(there).isCloseTo(here, within(1e-4 * (1 + Math.abs(here))));
    }

    /** In the first step of a game it changes nothing yet. */
    @Test
    void of_adaptive_augmentation_that_changes_images() {
        Augmentation ada = new Augmentation.Ada(0.6, 1000, 0.8, List.of(Augmentation.Ada.Change.values()));
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(6, 3, 8, 8);
            Engine.seed(1);
            float[] here = ada.view(images, new Moment(0, 0, 0.8, Device.CPU)).toFloats();
            Engine.seed(1);
            float[] there = ada.view(images.on(Device.CUDA), new Moment(0, 0, 0.8, Device.CUDA))
                    .toFloats();
            assertThat(there).isEqualTo(here);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "mnist-conditional"})
    void of_checkpoints_and_samples(String preset) throws IOException {
        Plan plan = plan(Presets.draft(preset), "cuda");
        try (Training training = Assembly.training(plan, PresetData.of(plan))) {
            training.run(new Listener() {});
            Snapshot.requireFinite(training);
            Snapshot kept = Snapshot.of(training);
            kept.restore(training);
            assertThat(Snapshot.of(training).tensors()).isEqualTo(kept.tensors());
            Synthesizer synthesizer = Synthesizer.of(plan, training);
            float[] latents = synthesizer.latents().of(1, 2);
            assertThat(synthesizer.samples(latents)).doesNotContain(Float.NaN);
        }
    }

    /** Without NCCL numbers of a card are summed in the memory of the machine; statistics of batch normalisation are among them. */
    @Test
    void of_processes_that_train_together() throws Exception {
        Plan plan = plan(Presets.draft("strokes").set("data.size=16"), "cuda");
        List<Map<String, StoredTensor>> both = TwoGroups.each(group -> {
            try (Training training = made(plan)) {
                training.join(group);
                training.run(new Listener() {});
                return Snapshot.of(training).tensors();
            }
        });
        assertThat(both.get(1)).isEqualTo(both.get(0));
    }

    private static synchronized Training made(Plan plan) throws IOException {
        return Assembly.training(plan, PresetData.of(plan));
    }

    private static double firstLoss(Draft draft, String device) throws IOException {
        Plan plan = plan(draft, device);
        List<Turn> turns = new ArrayList<>();
        try (Training training = Assembly.training(plan, PresetData.of(plan))) {
            training.run(new Listener() {
                @Override
                public void stepped(Training now, Step step) {
                    turns.addAll(step.turns());
                }
            });
        }
        assertThat(turns).allMatch(turn -> Double.isFinite(turn.loss()) && Double.isFinite(turn.gradientNorm()));
        return turns.get(0).loss();
    }

    private static Plan plan(Draft draft, String device) throws IOException {
        Plan open = narrow(draft.set(SMALL).set("device", device).plan());
        return Completion.of(open, PresetData.of(open));
    }

    private static Plan narrow(Plan plan) {
        Plan narrow = plan;
        if (plan.generator().network().width() != 1)
            narrow = narrow.withGenerator(plan.generator().withWidth(4));
        return plan.discriminator().network().width() == 1
                ? narrow
                : narrow.withDiscriminator(plan.discriminator().withWidth(4));
    }
}
