package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final int EVENTS = 40;

    /** A training of which every number is as in a good one. */
    private static List<ObjectNode> healthy() {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++)
            events.add(Json.object()
                    .put("imagesSeen", 1000 * i)
                    .put("seconds", i)
                    .put("secondsLeft", EVENTS - i)
                    .put("discriminatorLoss", 1.3)
                    .put("generatorLoss", 0.8)
                    .put("generatorGradientNorm", 0.5)
                    .put("pReal", 0.6)
                    .put("pFake", 0.4)
                    .put("diversity", 0.95)
                    .put("clustersCovered", 0.95)
                    .put("clusterDistance", 0.1 + 4.0 / (10 + i))
                    .put("clusterChange", 0.05));
        return events;
    }

    private static List<ObjectNode> with(List<ObjectNode> events, String key, IntToDoubleFunction value) {
        for (int i = 0; i < events.size(); i++) events.get(i).put(key, value.applyAsDouble(i));
        return events;
    }

    private static List<ObjectNode> from(List<ObjectNode> events, int first, String key, double value) {
        for (int i = first; i < events.size(); i++) events.get(i).put(key, value);
        return events;
    }

    private static Diagnosis of(List<ObjectNode> events) {
        return Doctor.of(Presets.read("gaussian-1d")).diagnose(History.of(events));
    }

    private static Illness illness(List<ObjectNode> events) {
        return of(events).illness();
    }

    @Test
    void where_no_discriminator_learns_there_is_no_game_to_examine() {
        for (String preset : List.of("denoise", "super-resolution-content")) {
            Doctor doctor = Doctor.of(Presets.read(preset));
            assertThat(doctor.conclude(History.of(healthy())).illness()).isEqualTo(Illness.NO_GAME);
            assertThat(doctor.diagnose(History.of(List.of())).illness()).isEqualTo(Illness.NO_GAME);
            List<ObjectNode> broken = healthy();
            broken.get(EVENTS - 1).putNull("generatorLoss");
            assertThat(doctor.conclude(History.of(broken)).illness()).isEqualTo(Illness.NOT_FINITE);
        }
    }

    @Test
    void a_good_training_is_healthy() {
        assertThat(illness(healthy())).isEqualTo(Illness.HEALTHY);
        assertThat(of(healthy()).line())
                .isEqualTo("Healthy: nothing stands out; p_real 0.60, p_fake 0.40, cluster distance 0.19.");
    }

    @Test
    void a_discriminator_that_is_sure_of_bad_samples_overpowers() {
        List<ObjectNode> events = from(from(healthy(), 10, "pReal", 0.99), 10, "pFake", 0.01);
        assertThat(illness(events)).as("while samples become better").isEqualTo(Illness.HEALTHY);
        from(events, 10, "clusterDistance", 0.6);
        Diagnosis found = of(events);
        assertThat(found.illness()).isEqualTo(Illness.DISCRIMINATOR_OVERPOWERING);
        assertThat(found.since()).isBetween(9_000L, 16_000L);
        assertThat(found.line()).contains("p_real - p_fake 0.98 (threshold 0.");
        assertThat(found.remedies()).isNotEmpty();
    }

    @Test
    void a_gradient_that_vanishes_is_saturation() {
        List<ObjectNode> events = from(from(healthy(), 10, "pReal", 1), 10, "pFake", 0);
        from(events, 10, "clusterDistance", 0.6);
        from(events, 10, "generatorGradientNorm", 1e-6);
        assertThat(illness(events)).isEqualTo(Illness.SATURATION);
        assertThat(of(events).also()).contains(Illness.DISCRIMINATOR_OVERPOWERING);
    }

    @Test
    void a_discriminator_that_sees_no_difference_between_unlike_samples_is_overpowered() {
        List<ObjectNode> events = from(from(healthy(), 5, "pReal", 0.51), 5, "pFake", 0.5);
        assertThat(illness(events)).as("equal samples are the aim").isEqualTo(Illness.HEALTHY);
        assertThat(illness(from(events, 5, "clusterDistance", 0.7))).isEqualTo(Illness.GENERATOR_OVERPOWERING);
    }

    @Test
    void samples_that_are_alike_are_a_collapse() {
        assertThat(illness(from(healthy(), 20, "diversity", 0.02))).isEqualTo(Illness.TOTAL_COLLAPSE);
        assertThat(illness(from(healthy(), 20, "clustersCovered", 0.4))).isEqualTo(Illness.PARTIAL_COLLAPSE);
        assertThat(illness(with(healthy(), "clustersCovered", i -> 0.2 + 0.015 * i)))
                .as("more kinds at every look")
                .isEqualTo(Illness.HEALTHY);
    }

    @Test
    void samples_that_change_without_becoming_better_oscillate() {
        List<ObjectNode> events = from(from(healthy(), 8, "clusterChange", 0.6), 8, "clusterDistance", 0.5);
        assertThat(illness(events)).isEqualTo(Illness.OSCILLATION);
    }

    @Test
    void copies_and_a_head_start_of_seen_samples_are_memorising() {
        assertThat(illness(from(healthy(), 20, "nearestNeighbourRatio", 0.2))).isEqualTo(Illness.MEMORISING);
        assertThat(illness(from(healthy(), 20, "nearestNeighbourRatio", 0.9))).isEqualTo(Illness.HEALTHY);
        assertThat(illness(from(healthy(), 20, "trainTestScoreGap", 2))).isEqualTo(Illness.MEMORISING);
    }

    @Test
    void codes_of_little_width_are_a_narrow_latent() {
        assertThat(illness(from(healthy(), 8, "codeDeviation", 0.2))).isEqualTo(Illness.NARROW_LATENT);
        assertThat(illness(from(healthy(), 8, "codeDeviation", 0.9))).isEqualTo(Illness.HEALTHY);
    }

    @Test
    void numbers_that_are_not_finite_come_before_everything() {
        List<ObjectNode> events = from(healthy(), 20, "diversity", 0.02);
        events.get(EVENTS - 1).putNull("generatorLoss");
        assertThat(illness(events)).isEqualTo(Illness.NOT_FINITE);
        assertThat(of(events).since()).isEqualTo(40_000);
        assertThat(illness(List.of(Json.object().put("broken", "generator: loss is NaN"))))
                .isEqualTo(Illness.NOT_FINITE);
    }

    @Test
    void a_training_that_came_to_rest_has_finished_improving() {
        Diagnosis found = of(from(healthy(), 15, "clusterDistance", 0.12));
        assertThat(found.illness()).isEqualTo(Illness.FINISHED_IMPROVING);
        assertThat(found.illness().alarming()).isFalse();
    }

    @Test
    void blurred_or_grainy_samples_are_not_called_healthy() {
        assertThat(illness(with(healthy(), "detailDistance", i -> 0.08))).isEqualTo(Illness.HEALTHY);
        Diagnosis blurred = of(with(healthy(), "detailDistance", i -> 0.45));
        assertThat(blurred.illness()).isEqualTo(Illness.UNDERTRAINED);
        assertThat(blurred.line()).contains("distance of details 0.45");
    }

    @Test
    void what_has_hardly_begun_is_not_called_ill() {
        List<ObjectNode> events = from(from(healthy(), 0, "pReal", 0.99), 0, "pFake", 0.01);
        from(events, 0, "clusterDistance", 0.6);
        assertThat(illness(events)).isEqualTo(Illness.DISCRIMINATOR_OVERPOWERING);
        for (int i = 0; i < EVENTS; i++) events.get(i).put("imagesSeen", 100 * (i + 1));
        assertThat(illness(events)).as("0.4 % of the schedule").isEqualTo(Illness.UNDERTRAINED);
    }

    @Test
    void a_run_that_ended_with_few_events_is_judged_by_them_and_says_so(@TempDir Path folder) throws IOException {
        for (boolean ended : new boolean[] {false, true}) {
            List<ObjectNode> events = new ArrayList<>(healthy().subList(0, 5));
            if (ended) events.get(4).put("ending", "length");
            Files.writeString(
                    folder.resolve("events.jsonl"),
                    events.stream().map(event -> event + "\n").collect(Collectors.joining()));
            Files.writeString(
                    folder.resolve("plan.yaml"), Presets.read("strokes").toYaml());
            Diagnosis found = Doctor.examine(new RunFolder(folder), line -> {});
            assertThat(found.illness()).isEqualTo(ended ? Illness.UNDERTRAINED : Illness.TOO_EARLY);
            assertThat(found.line())
                    .isEqualTo(
                            ended
                                    ? "Undertrained: no failure mode found, but the samples are not close to the data yet;"
                                            + " p_real 0.60, p_fake 0.40, cluster distance 0.39; a first impression from 5 examinations."
                                    : "Too early: not enough events for a diagnosis.");
        }
    }

    @Test
    void the_beginning_says_nothing() {
        assertThat(illness(List.of())).isEqualTo(Illness.TOO_EARLY);
        List<ObjectNode> events = from(healthy(), 0, "diversity", 0.02);
        assertThat(illness(events.subList(0, 7))).isEqualTo(Illness.TOO_EARLY);
        events.forEach(event -> event.put("secondsLeft", 100_000));
        assertThat(illness(events)).as("the first fifth").isEqualTo(Illness.TOO_EARLY);
        assertThat(illness(new ArrayList<>(List.of(Json.object(), Json.object().put("imagesSeen", "no")))))
                .isEqualTo(Illness.TOO_EARLY);
    }

    @Test
    void an_illness_does_not_come_and_go_with_numbers_near_its_limit() {
        // 0.5 is ill, 0.69 alone would not be
        List<ObjectNode> events = from(from(healthy(), 10, "clustersCovered", 0.5), 25, "clustersCovered", 0.69);
        assertThat(illness(events)).isEqualTo(Illness.PARTIAL_COLLAPSE);
        assertThat(illness(with(healthy(), "clustersCovered", i -> 0.69))).isEqualTo(Illness.HEALTHY);
        assertThat(illness(from(events, 25, "clustersCovered", 0.9))).isEqualTo(Illness.HEALTHY);
    }

    @Test
    void it_says_the_same_of_a_long_training() {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < 3000; i++)
            events.add(healthy()
                    .get(i / 80)
                    .deepCopy()
                    .put("imagesSeen", 10L * i)
                    .put("diversity", i < 1500 ? 0.9 : 0.05));
        assertThat(illness(events)).isEqualTo(Illness.TOTAL_COLLAPSE);
        Journal journal = new Journal();
        events.forEach(journal::add);
        assertThat(Doctor.withoutPlan().diagnose(journal.history()).illness()).isEqualTo(Illness.TOTAL_COLLAPSE);
    }

    @Test
    void scores_without_limits_are_no_probabilities() {
        List<ObjectNode> events = from(from(healthy(), 0, "pReal", 1), 0, "pFake", 0);
        events.forEach(
                event -> event.remove(List.of("clusterDistance", "clusterChange", "clustersCovered", "diversity")));
        assertThat(illness(events)).isEqualTo(Illness.DISCRIMINATOR_OVERPOWERING);
        Doctor wasserstein = Doctor.of(Presets.read("gaussian-1d").with("objective", "wasserstein"));
        from(events, 0, "clusterDistance", 0.1);
        assertThat(wasserstein.diagnose(History.of(events)).illness()).isEqualTo(Illness.FINISHED_IMPROVING);
    }

    @Test
    void samples_that_nobody_looked_at_are_not_called_healthy() {
        List<ObjectNode> events = healthy();
        events.forEach(
                event -> event.remove(List.of("clusterDistance", "clusterChange", "clustersCovered", "diversity")));
        assertThat(illness(events)).isEqualTo(Illness.TOO_EARLY);
        // what restores images is judged by its discriminator alone
        Doctor restoring = Doctor.of(Presets.read("super-resolution"));
        assertThat(restoring.diagnose(History.of(events)).illness()).isEqualTo(Illness.HEALTHY);
    }

    @Test
    void a_diagnosis_is_written_as_json() {
        ObjectNode json = of(from(healthy(), 20, "diversity", 0.02)).toJson();
        assertThat(json.path("diagnosis").asText()).isEqualTo("total-collapse");
        assertThat(json.path("level").asText()).isEqualTo("warning");
        assertThat(json.at("/evidence/0/name").asText()).isEqualTo("diversity");
        assertThat(json.at("/remedies/0/set/0").asText()).contains("=");
    }
}
