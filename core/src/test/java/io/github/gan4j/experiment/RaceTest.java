package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
    @TempDir
    private Path folder;

    private static Plan plan() {
        return Presets.draft("gaussian-1d")
                .set("threads=1")
                .set("batch=16")
                .set("metrics.names=[wasserstein]")
                .set("metrics.count=200")
                .plan();
    }

    private RaceOrder order(boolean dropping, String... varied) {
        return new RaceOrder(
                plan(), List.of(varied).stream().map(Vary::parse).toList(), List.of(), 0.001, 2, dropping, folder);
    }

    /** So that a test does not depend on the machine's speed. */
    private void rounds(int... images) throws IOException {
        AtomicFile.writeString(
                folder.resolve("clock.json"),
                "{\"images\": 0, \"seconds\": 0, \"rounds\": " + Arrays.toString(images) + "}");
    }

    @Test
    void the_worse_half_drops_out_and_the_rest_goes_farther() throws IOException {
        rounds(32, 96);
        List<String> notices = new ArrayList<>();
        RaceOrder order = order(true, "generator.optimizer.rate=[1e-3,2e-3,0,1e-9]");
        Ranking ranking = new Race(order, notices::add).run().orElseThrow();
        assertThat(notices.get(0)).startsWith("round 1 of 2: 4 settings, 2 seeds, 32 images; ahead: generator");
        assertThat(notices.get(1)).startsWith("round 2 of 2: 2 settings, 2 seeds, 96 images");
        List<String> lines = Files.readAllLines(folder.resolve("ranking.csv"));
        assertThat(lines).hasSize(5);
        assertThat(lines.subList(1, 5))
                .extracting(line -> line.contains(",96,"))
                .containsExactly(true, true, false, false);
        Plan winner = Draft.empty().over(folder.resolve("winner.yaml")).plan();
        assertThat(winner).isEqualTo(ranking.plan());
        assertThat(Plan.differences(plan(), winner)).allMatch(line -> line.startsWith("generator.optimizer.rate"));
        assertThat(ranking.table()).contains("rank  wasserstein", " ± ", "50%", "generator.optimizer.rate=");
        assertThat(folder.resolve("balance.png")).exists();
    }

    @Test
    void a_race_that_was_ended_goes_on_and_runs_nothing_twice() throws IOException {
        rounds(32);
        RaceOrder order = order(false, "batch=[16,8]");
        Ranking first = new Race(order, line -> {}).run().orElseThrow();
        Path heat = folder.resolve("c01-seed-01/events.jsonl");
        Files.delete(folder.resolve("c02-seed-02.json"));
        String before = Files.readString(heat);
        Ranking second = new Race(order, line -> {}).run().orElseThrow();
        assertThat(Files.readString(heat)).isEqualTo(before);
        assertThat(second.winner()).isEqualTo(first.winner());
        assertThat(folder.resolve("c02-seed-02.json")).exists();
    }

    @Test
    void nobody_goes_farther_than_the_plan_itself() throws IOException {
        Plan shorter =
                Draft.of(plan()).set("length.images=64").set("length.minutes=0").plan();
        RaceOrder order = new RaceOrder(shorter, List.of(Vary.parse("batch=[16,8,4]")), List.of(), 60, 1, true, folder);
        List<String> notices = new ArrayList<>();
        Ranking ranking = new Race(order, notices::add).run().orElseThrow();
        assertThat(notices.get(0)).startsWith("round 1 of 2: 3 settings, 1 seeds, 64 images");
        assertThat(notices)
                .hasSize(2)
                .last()
                .isEqualTo("round 2 of 2 is left out: all have gone as far as the plan does");
        assertThat(ranking.plan().length()).isEqualTo(shorter.length());
    }

    @Test
    void settings_that_break_are_counted_and_break_nothing_else() throws IOException {
        rounds(1600);
        Plan plan = Presets.draft("ill-not-finite")
                .set("threads=1")
                .set("metrics.names=[coverage]")
                .plan();
        RaceOrder order = new RaceOrder(plan, List.of(Vary.parse("batch=[16,8]")), List.of(), 1, 2, false, folder);
        List<String> notices = new ArrayList<>();
        Ranking ranking = new Race(order, notices::add).run().orElseThrow();
        assertThat(ranking.table()).contains("- (2 broke)");
        assertThat(notices)
                .anySatisfy(line ->
                        assertThat(line).startsWith("batch=16, seed 1: the ").contains("training stopped"));
    }

    @Test
    void refuses_what_is_no_race() throws IOException {
        assertThatThrownBy(() -> Vary.parse("batch=16"))
                .hasMessage(
                        "--vary is written key=[a,b,c], as in referee.kind=[everyone,worst-player]; got 'batch=16'");
        assertThatThrownBy(() -> new Race(order(true, "batch=[16]"), line -> {}))
                .hasMessage("a race needs two settings or more, got 1");
        assertThatThrownBy(() -> new Race(order(true, "batch=[16,0]"), line -> {}))
                .hasMessageContaining("batch must be between 1 and 65536, got 0");
        assertThatThrownBy(() -> new Race(order(true, "bacth=[16,8]"), line -> {}))
                .hasMessageContaining("unknown key 'bacth'");
        assertThatThrownBy(() -> new RaceOrder(plan(), List.of(), List.of(), 0, 1, true, folder))
                .hasMessage("--minutes must be above 0 and at most 1000000, got 0.0");
        assertThatThrownBy(() -> new RaceOrder(plan(), List.of(), List.of(), 1, 0, true, folder))
                .hasMessage("--seeds must be between 1 and 100, got 0");
        rounds(16);
        new Race(order(false, "batch=[16,8]"), line -> {}).run();
        assertThatThrownBy(() -> new Race(order(false, "batch=[16,4]"), line -> {}).run())
                .hasMessageEndingWith("holds a race of other settings; give another --out, or delete it");
    }

    @Test
    void damaged_results_are_named() throws IOException {
        rounds(16);
        Files.writeString(folder.resolve("c01-seed-01.json"), "{}");
        assertThatThrownBy(() -> new Race(order(false, "batch=[16,8]"), line -> {}).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("c01-seed-01.json: is not a result of a race (it needs images and score)");
        Files.writeString(folder.resolve("clock.json"), "{}");
        assertThatThrownBy(() -> new Race(order(false, "batch=[16,8]"), line -> {}).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("clock.json: is not the clock of a race (it needs images, seconds and rounds");
        rounds(16, -1);
        assertThatThrownBy(() -> new Race(order(false, "batch=[16,8]"), line -> {}).run())
                .hasMessageContaining("clock.json: is not the clock of a race");
    }

    @Test
    void the_usual_field_changes_penalties_rates_balance_and_width() {
        List<Candidate> field = Field.of(plan(), List.of(), List.of());
        assertThat(field).hasSize(11);
        assertThat(field.get(0).words()).isEqualTo("as it is");
        assertThat(field.get(1).settings()).containsExactly("penalties.0.strength=0.001", "penalties.1.strength=0.001");
        assertThat(field)
                .extracting(Candidate::words)
                .contains("generator.network.hidden=[16, 16] discriminator.network.hidden=[16, 16]");
    }

    @Test
    void batches_that_go_a_little_farther_win_nothing_by_that() throws IOException {
        rounds(40);
        RaceOrder order = order(false, "generator.optimizer.rate=[1e-3,1e-9]", "batch=[16,8]");
        Ranking ranking = new Race(order, line -> {}).run().orElseThrow();
        List<Standing> standings = ranking.standings();
        assertThat(standings).extracting(Standing::images).contains(40L, 48L);
        assertThat(standings).isSortedAccordingTo((one, other) -> Double.compare(one.score(), other.score()));
    }

    @Test
    void a_first_candidate_that_cannot_train_does_not_set_the_pace() throws IOException {
        RaceOrder order = new RaceOrder(
                Draft.of(plan())
                        .set("augmentations=[{kind: packing, samples: 4}]")
                        .plan(),
                List.of(Vary.parse("batch=[10,16,8]")),
                List.of(),
                0.02,
                1,
                false,
                folder);
        List<String> notices = new ArrayList<>();
        Ranking ranking = new Race(order, notices::add).run().orElseThrow();
        assertThat(notices)
                .anySatisfy(line ->
                        assertThat(line).startsWith("batch=10, seed 1: ").contains("divide"));
        assertThat(ranking.standings().get(2).candidate().words()).isEqualTo("batch=10");
        assertThat(ranking.winner().words()).isIn("batch=16", "batch=8");
    }

    @Test
    void what_the_race_sets_itself_cannot_race() {
        assertThatThrownBy(() -> new Race(order(true, "seed=[1,2]"), line -> {}))
                .hasMessage("settings that race change what is learned, got 'seed=1'; give it with --set to all");
        assertThatThrownBy(() -> new Race(order(true, "length.images=[10,20]"), line -> {}))
                .hasMessageContaining("got 'length.images=10'");
    }

    @Test
    void values_are_told_as_people_write_them() {
        assertThat(Vary.parse("referee=[{kind: margin, margin: 0.2}, {kind: everyone}]")
                        .values())
                .containsExactly("{kind: margin, margin: 0.2}", "{kind: everyone}");
        assertThat(Vary.parse("data=[{path: \"a: b\"}]").values()).containsExactly("{\"path\":\"a: b\"}");
        assertThat(Vary.parse("batch=[16, 8]").values()).containsExactly("16", "8");
    }

    @Test
    void candidates_can_be_given_by_themselves() {
        List<List<String>> tried = List.of(List.of("objective.name=hinge"), List.of("batch=8", "penalties=[]"));
        assertThat(Field.of(plan(), List.of(), tried))
                .extracting(Candidate::words)
                .containsExactly("as it is", "objective.name=hinge", "batch=8 penalties=[]");
        assertThat(Field.of(plan(), List.of(Vary.parse("batch=[16,8]")), tried)).hasSize(5);
        assertThatThrownBy(() -> Field.of(plan(), List.of(), List.of(List.of("batch=0"))))
                .hasMessageContaining("batch must be between 1 and 65536, got 0");
    }

    @Test
    void intervals_are_students() {
        Candidate one = new Candidate("c01", List.of());
        Standing three = new Standing(one, List.of(result(1), result(2), result(3)), 1);
        assertThat(three.score()).isEqualTo(2);
        assertThat(three.margin().getAsDouble())
                .isCloseTo(4.303 / Math.sqrt(3), org.assertj.core.api.Assertions.within(1e-3));
        Standing broke = new Standing(one, List.of(result(0.1), result(0.1), HeatResult.ofBroken(10)), 1);
        assertThat(three.compare(broke, Better.LOWER)).isNegative();
        assertThat(new Standing(one, List.of(result(1)), 1).margin()).isEmpty();
    }

    private static HeatResult result(double score) {
        return new HeatResult(10, 1, score, 0.5, 0.5, 0.5);
    }
}
