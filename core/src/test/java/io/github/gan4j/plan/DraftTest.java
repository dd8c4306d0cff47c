package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.schedule.Linear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
    private static final Draft BASE = Draft.empty().over("""
                    length: {minutes: 1}
                    data: {source: normal, parameters: {mean: 4}}
                    generator: {optimizer: {rate: {linear: {from: 1, to: 0, images: 10}}, beta2: 0.9}}
                    penalties: [{kind: r1}]
                    """);

    @Test
    void a_partial_plan_changes_only_what_it_names() {
        Plan plan = BASE.over("generator: {optimizer: {beta1: 0}}").plan();
        assertThat(plan.generator().optimizer().beta1()).isZero();
        assertThat(plan.generator().optimizer().beta2()).isEqualTo(0.9);
        assertThat(plan.data().parameters()).containsEntry("mean", 4.0);
    }

    @Test
    void schedules_lists_and_numbers_of_a_source_are_replaced_whole() {
        Plan plan = BASE.over("""
                        generator: {optimizer: {rate: {cosine: {from: 1, to: 0, images: 10}}}}
                        data: {source: ring, parameters: {modes: 8}}
                        penalties: [{kind: r2}]
                        """).plan();
        assertThat(plan.generator().optimizer().rate().at(5)).isEqualTo(0.5);
        assertThat(plan.data().parameters()).containsOnlyKeys("modes");
        assertThat(plan.penalties()).extracting(PenaltyPlan::kind).containsExactly(PenaltyPlan.Kind.R2);
    }

    @Test
    void settings_reach_records_lists_schedules_and_numbers_of_a_source() {
        Plan plan = set(
                "batch=64",
                "name=mine",
                "generator.optimizer.rate.linear.from=2e-3",
                "generator.network.hidden=[5, 6]",
                "generator.network.hidden.2=7",
                "penalties.0.strength=0.5",
                "penalties.1.kind=r2",
                "augmentations.0.kind=packing",
                "data.parameters.std=1.25",
                "data.path=");
        assertThat(plan.batch()).isEqualTo(64);
        assertThat(plan.name()).isEqualTo("mine");
        assertThat(plan.generator().optimizer().rate()).isEqualTo(new Linear(2e-3, 0, 10));
        assertThat(plan.generator().network().hidden()).containsExactly(5, 6, 7);
        assertThat(plan.penalties()).hasSize(2);
        assertThat(plan.augmentations()).hasSize(1);
        assertThat(plan.data().parameters()).containsEntry("mean", 4.0).containsEntry("std", 1.25);
        assertThat(plan.data().path()).isEmpty();
    }

    @Test
    void a_text_is_taken_as_it_stands() {
        assertThat(BASE.setText("data.path", "a: [b, 1e3").plan().data().path()).isEqualTo("a: [b, 1e3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "batch | a setting is written path.to.key=value, as in batch=64; got 'batch'",
                "generator.optimiser.rate=1 | generator.optimiser.rate=1: unknown key 'optimiser' in generator; known keys: network, optimizer, count, weighting, weights, temperature, batches",
                "penalties.0.strenth=1 | penalties.0.strenth=1: unknown key 'strenth' in penalties.0; known keys: kind, strength, every",
                "penalties.2.kind=r1 | penalties.2.kind=r1: a list of 1 is changed at 0 to 1 (the last adds one), got '2'",
                "penalties.first.kind=r1 | penalties.first.kind=r1: a list of 1 is changed at 0 to 1 (the last adds one), got 'first'",
                "batch.size=1 | batch must be a whole number, got '{size:1}'",
                "generator..count=1 | generator..count=1: a path has a name between any two dots",
                "generator.optimizer.rate.cosine.from=1 | generator.optimizer.rate: a schedule is a number or has one key out of linear, cosine, steps; got linear, cosine",
            })
    void a_setting_that_leads_nowhere_is_refused_in_one_line(String assignment, String message) {
        assertThatThrownBy(() -> set(assignment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_value_that_is_not_yaml_is_refused_in_one_line() {
        assertThatThrownBy(() -> set("generator.network.hidden=[1, 2"))
                .hasMessageStartingWith("generator.network.hidden=[1, 2: '[1, 2' is not a value: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_plan_file_is_named_in_what_is_wrong_with_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "btch: 3");
        assertThatThrownBy(() -> BASE.over(file))
                .hasMessageStartingWith(file + ": unknown key 'btch'; known keys: name");
        Files.writeString(file, "batch: 3\nbatch: 4");
        assertThatThrownBy(() -> BASE.over(file))
                .hasMessageContaining("Duplicate")
                .hasMessageContaining("line 2");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8});
        assertThatThrownBy(() -> BASE.over(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be read: it is not UTF-8");
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        Files.write(file, large);
        assertThatThrownBy(() -> BASE.over(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 1048576");
        assertThatThrownBy(() -> BASE.over(folder.resolve("none.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none.yaml") + ": cannot be read: no such file or folder");
        assertThatThrownBy(() -> BASE.over(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": cannot be read: Is a directory");
    }

    @Test
    void hostile_yaml_is_refused_without_filling_the_memory() {
        assertThatThrownBy(() -> BASE.over("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BASE.over("batch: 1e999999999").plan()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        BASE.over("a: &a [1, 1]\nb: &b [*a, *a]\nbatch: *b").plan())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Plan set(String... assignments) {
        Draft draft = BASE;
        for (String assignment : assignments) draft = draft.set(assignment);
        return draft.plan();
    }
}
