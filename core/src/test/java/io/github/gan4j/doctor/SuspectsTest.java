package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PresetEntry;
import io.github.gan4j.plan.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static Plan changed(String preset, String... settings) {
        return Presets.draft(preset).set(List.of(settings)).plan();
    }

    @Test
    void a_preset_itself_has_none() {
        for (PresetEntry preset : PresetEntry.all())
            if (preset.group() != PresetEntry.Group.FAILURES)
                assertThat(Suspects.of(Presets.read(preset.name())))
                        .as(preset.name())
                        .isEmpty();
    }

    @Test
    void what_a_preset_leaves_to_the_data_is_not_suspected() {
        for (String labels : List.of("input,projection", "none,none"))
            assertThat(Suspects.of(changed(
                            "folder",
                            "generator.network.skip.labels=" + labels.split(",")[0],
                            "discriminator.network.dcgan.labels=" + labels.split(",")[1],
                            "generator.network.skip.width=24",
                            "generator.optimizer.adam.learningRate.cosine.images=5000")))
                    .as(labels)
                    .isEmpty();
    }

    @Test
    void what_was_changed_is_suspected_the_farthest_first() {
        List<Suspect> found = Suspects.of(changed(
                "ring",
                "discriminator.penalties.0.gamma=1",
                "generator.optimizer.learningRate=1",
                "generator.input.normal.size=2"));
        assertThat(found)
                .extracting(Suspect::path)
                .containsExactly("generator.optimizer.adam.learningRate", "discriminator.penalties");
        assertThat(found.get(0).line())
                .isEqualTo("generator.optimizer.adam.learningRate is 1.0; the preset ring has 0.001");
        assertThat(found.get(0).apart()).isEqualTo(3);
    }

    @Test
    void a_plan_with_a_name_of_its_own_is_compared_with_the_preset_that_it_resembles_most() {
        Plan plan = changed("strokes", "name=mine", "discriminator.optimizer.learningRate=3");
        assertThat(Suspects.of(plan)).hasSize(1).allSatisfy(suspect -> assertThat(suspect.path())
                .startsWith("discriminator.optimizer"));
    }

    @Test
    void the_preset_that_a_plan_resembles_most_has_its_kind_of_networks_and_of_data() {
        for (String networks : List.of("dcgan", "perceptron")) {
            List<Suspect> found = Suspects.of(Draft.empty()
                    .set(List.of(
                            "name=mine",
                            "data={images: {format: auto, path: mine, size: 32}}",
                            "stop.images=1000",
                            "generator.network=" + networks,
                            "discriminator.network=" + networks))
                    .plan());
            assertThat(found).isNotEmpty();
            Plan preset = Presets.read(found.get(0).preset());
            assertThat(preset.ofPoints()).isFalse();
            if (networks.equals("dcgan"))
                assertThat(found)
                        .extracting(Suspect::path)
                        .doesNotContain("generator.network", "discriminator.network");
        }
    }

    @Test
    void a_width_that_a_preset_leaves_to_the_data_is_left_so_on_both_sides() {
        List<Suspect> found =
                Suspects.of(changed("folder", "generator.network.width=24", "discriminator.network.width=1"));
        assertThat(found).hasSize(1);
        Plan again = Draft.of(changed("folder", "generator.network.width=24"))
                .set(found.get(0).settings())
                .plan();
        assertThat(Plan.differencesInLearning(Presets.read("folder"), again)).isEmpty();
    }

    @Test
    void the_preset_s_values_make_the_preset_again() {
        for (String setting : List.of(
                "generator.optimizer={sgd: {learningRate: 0.5}}",
                "discriminator.penalties=[]",
                "discriminator.penalties=[{r1: {gamma: 50}}]",
                "generator.ema=none",
                "batchSize=4",
                "objective=hinge",
                "generator.network.perceptron.hidden=[2]")) {
            Plan plan = changed("ring", setting);
            List<Suspect> found = Suspects.of(plan);
            assertThat(found).as(setting).isNotEmpty();
            Plan again = Draft.of(plan)
                    .set(found.stream()
                            .flatMap(suspect -> suspect.settings().stream())
                            .toList())
                    .plan();
            assertThat(Plan.differencesInLearning(Presets.read("ring"), again))
                    .as(setting)
                    .isEmpty();
        }
    }

    @Test
    void all_numbers_of_a_schedule_are_one_suspect_and_averages_count_by_their_distance_from_1() {
        List<Suspect> found = Suspects.of(changed(
                "strokes",
                "generator.optimizer.learningRate={cosine: {from: 0.04, to: 0.004, images: 1000}}",
                "discriminator.optimizer.adam.beta1=0.995"));
        assertThat(found)
                .extracting(Suspect::path)
                .containsExactly("discriminator.optimizer.adam.beta1", "generator.optimizer.adam.learningRate");
        assertThat(found.get(1).apart()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void length_data_and_seed_are_never_suspected() {
        assertThat(Suspects.of(changed("ring", "stop.images=1000", "data=spiral", "seed=7", "threads=1")))
                .isEmpty();
    }

    @Test
    void only_numbers_ten_times_away_are_named_before_training() {
        assertThat(Suspects.notable(changed("ring", "generator.optimizer.learningRate=0.005", "objective=hinge")))
                .isEmpty();
        assertThat(Suspects.notable(changed("ring", "generator.optimizer.learningRate=0.05")))
                .hasSize(1);
    }
}
