package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
    private static final RaceJudge JUDGE = new RaceJudge("wasserstein");

    @TempDir
    private Path folder;

    private static Plan plan() {
        return Presets.draft("gaussian-1d")
                .set("threads=1")
                .set("batchSize=16")
                .set("metrics.names=[wasserstein]")
                .set("metrics.count=200")
                .plan();
    }

    private RaceOptions options(boolean dropping, String... varied) {
        return new RaceOptions(
                plan(), List.of(varied).stream().map(Variation::parse).toList(), List.of(), 0.001, 2, dropping, folder);
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
        RaceOptions options = options(true, "generator.optimizer.learningRate=[1e-3,2e-3,0,1e-9]");
        Leaderboard ranking =
                new Race(options, new Listener() {}, notices::add).run().orElseThrow();
        assertThat(notices.get(0)).startsWith("round 1 of 2: 4 settings, 2 seeds, 32 numbers; ahead: generator");
        assertThat(notices.get(1)).startsWith("round 2 of 2: 2 settings, 2 seeds, 96 numbers");
        List<String> lines = Files.readAllLines(folder.resolve("ranking.csv"));
        assertThat(lines).hasSize(5);
        assertThat(lines.subList(1, 5))
                .extracting(line -> line.contains(",96,"))
                .containsExactly(true, true, false, false);
        Plan winner = Draft.empty().over(folder.resolve("winner.yaml")).plan();
        assertThat(winner).isEqualTo(ranking.plan());
        assertThat(Plan.differences(plan(), winner))
                .allMatch(line -> line.startsWith("generator.optimizer.adam.learningRate"));
        assertThat(ranking.table())
                .contains(
                        "rank  wasserstein",
                        " ± ",
                        "D turns %",
                        "50 ± ",
                        "generator.optimizer.learningRate=",
                        "generator.optimizer")
                .containsPattern("(?m)^(the winner |first      )generator");
        assertThat(folder.resolve("balance.png")).exists();
    }

    @Test
    void a_race_that_was_ended_goes_on_and_runs_nothing_twice() throws IOException {
        rounds(32);
        RaceOptions options = options(false, "batchSize=[16,8]");
        Leaderboard first =
                new Race(options, new Listener() {}, line -> {}).run().orElseThrow();
        Path heat = folder.resolve("c01/seed-01/events.jsonl");
        Files.delete(folder.resolve("c02/seed-02.json"));
        String before = Files.readString(heat);
        Leaderboard second =
                new Race(options, new Listener() {}, line -> {}).run().orElseThrow();
        assertThat(Files.readString(heat)).isEqualTo(before);
        assertThat(second.winner()).isEqualTo(first.winner());
        assertThat(folder.resolve("c02/seed-02.json")).exists();
    }

    @Test
    void two_races_of_the_same_options_rank_alike_to_the_letter() throws IOException {
        rounds(320);
        RaceOptions options = options(false, "batchSize=[16,8]");
        new Race(options, new Listener() {}, line -> {}).run().orElseThrow();
        String first = Files.readString(folder.resolve("ranking.csv"));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList())
                if (!file.equals(folder)) Files.delete(file);
        }
        rounds(320);
        new Race(options, new Listener() {}, line -> {}).run().orElseThrow();
        assertThat(Files.readString(folder.resolve("ranking.csv"))).isEqualTo(first);
        assertThat(first.lines().findFirst().orElseThrow()).endsWith(",wasserstein-seed-1,wasserstein-seed-2");
        String score = Json.read(folder.resolve("c01/seed-02.json"), ObjectNode.class)
                .at("/scores/wasserstein")
                .asText();
        assertThat(first.lines()).anyMatch(line -> line.contains(",c01,") && line.endsWith("," + score));
    }

    @Test
    void a_result_says_what_it_comes_from() throws IOException {
        rounds(32);
        new Race(options(false, "batchSize=[16,8]"), new Listener() {}, line -> {}).run();
        ObjectNode result = Json.read(folder.resolve("c01/seed-01.json"), ObjectNode.class);
        assertThat(result.at("/provenance/seeds/run").asInt()).isEqualTo(1);
        assertThat(result.at("/provenance/libtorch").asText()).isNotEmpty();
        assertThat(result.at("/provenance/checksums").properties()).hasSize(2);
    }

    @Test
    void nobody_goes_farther_than_the_plan_itself() throws IOException {
        Plan shorter =
                Draft.of(plan()).set("stop.images=64").set("stop.minutes=0").plan();
        RaceOptions options = new RaceOptions(
                shorter, List.of(Variation.parse("batchSize=[16,8,4]")), List.of(), 60, 1, true, folder);
        List<String> notices = new ArrayList<>();
        Leaderboard ranking =
                new Race(options, new Listener() {}, notices::add).run().orElseThrow();
        assertThat(notices.get(0)).startsWith("round 1 of 2: 3 settings, 1 seed, 64 numbers");
        assertThat(notices)
                .hasSize(2)
                .last()
                .isEqualTo("round 2 of 2 is left out: all have gone as far as the plan does");
        assertThat(ranking.plan().stop()).isEqualTo(shorter.stop());
    }

    @Test
    void settings_that_break_are_counted_and_break_nothing_else() throws IOException {
        rounds(1600);
        Plan plan = Presets.draft("ill-not-finite")
                .set("threads=1")
                .set("metrics.names=[coverage]")
                .plan();
        RaceOptions options =
                new RaceOptions(plan, List.of(Variation.parse("batchSize=[16,8]")), List.of(), 1, 2, false, folder);
        List<String> notices = new ArrayList<>();
        Leaderboard ranking =
                new Race(options, new Listener() {}, notices::add).run().orElseThrow();
        assertThat(ranking.table()).containsPattern("1 +- +- +- +- +2 \\(2 broke\\) +1600 +batchSize=");
        assertThat(notices).anySatisfy(line -> assertThat(line)
                .startsWith("batchSize=16, seed 1: the ")
                .contains("training stopped"));
    }

    @Test
    void refuses_what_is_no_race() throws IOException {
        assertThatThrownBy(() -> Variation.parse("batchSize=16"))
                .hasMessage("--vary is written key=[a,b,c], as in referee=[everyone,worst-player]; got 'batchSize=16'");
        assertThatThrownBy(() -> new Race(options(true, "batchSize=[16]"), new Listener() {}, line -> {}))
                .hasMessage("a race needs two settings or more, got 1");
        assertThatThrownBy(() -> new Race(options(true, "batchSize=[16,0]"), new Listener() {}, line -> {}))
                .hasMessageContaining("batchSize must be between 1 and 65536, got 0");
        assertThatThrownBy(() -> new Race(options(true, "bacthSize=[16,8]"), new Listener() {}, line -> {}))
                .hasMessageContaining("unknown key 'bacthSize'");
        assertThatThrownBy(() -> new RaceOptions(plan(), List.of(), List.of(), 0, 1, true, folder))
                .hasMessage("minutes must be above 0 and at most 1000000, got 0.0");
        assertThatThrownBy(() -> new RaceOptions(plan(), List.of(), List.of(), 1, 0, true, folder))
                .hasMessage("seeds must be between 1 and 100, got 0");
        rounds(16);
        new Race(options(false, "batchSize=[16,8]"), new Listener() {}, line -> {}).run();
        assertThatThrownBy(() -> new Race(options(false, "batchSize=[16,4]"), new Listener() {}, line -> {}).run())
                .hasMessageEndingWith("holds a race of other settings; give another --out, or delete it");
    }

    @Test
    void damaged_results_are_named() throws IOException {
        rounds(16);
        Files.createDirectories(folder.resolve("c01"));
        Files.writeString(folder.resolve("c01/seed-01.json"), "{}");
        assertThatThrownBy(() -> new Race(options(false, "batchSize=[16,8]"), new Listener() {}, line -> {}).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("seed-01.json: key 'seed' is missing; delete it to judge again");
        Files.writeString(folder.resolve("clock.json"), "{}");
        assertThatThrownBy(() -> new Race(options(false, "batchSize=[16,8]"), new Listener() {}, line -> {}).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("clock.json: key 'images' is missing; delete the folder of the race");
        rounds(16, -1);
        assertThatThrownBy(() -> new Race(options(false, "batchSize=[16,8]"), new Listener() {}, line -> {}).run())
                .hasMessageContaining(
                        "clock.json: images, seconds and rounds must be 0 or more; delete the folder of the race");
    }

    @Test
    void the_usual_field_changes_penalties_rates_balance_and_width() {
        List<Candidate> field = Candidates.of(plan(), List.of(), List.of());
        assertThat(field).hasSize(11);
        assertThat(field.get(0).title()).isEqualTo("as it is");
        assertThat(field.get(1).title())
                .isEqualTo("discriminator.penalties.0.gamma=0.001 discriminator.penalties.1.gamma=0.001");
        assertThat(field)
                .extracting(Candidate::title)
                .contains("generator.network.hidden=[16, 16] discriminator.network.hidden=[16, 16]");
    }

    @Test
    void batches_that_go_a_little_farther_win_nothing_by_that() throws IOException {
        rounds(40);
        RaceOptions options = options(false, "generator.optimizer.learningRate=[1e-3,1e-9]", "batchSize=[16,8]");
        Leaderboard ranking =
                new Race(options, new Listener() {}, line -> {}).run().orElseThrow();
        List<CandidateResults> entries = ranking.entries();
        assertThat(entries).extracting(CandidateResults::mostImages).contains(40L, 48L);
        assertThat(entries).isSortedAccordingTo(Comparator.comparingDouble(RaceTest::score));
    }

    @Test
    void a_first_candidate_that_cannot_train_does_not_set_the_pace() throws IOException {
        RaceOptions options = new RaceOptions(
                Draft.of(plan())
                        .set("discriminator.augmentations=[{packing: 4}]")
                        .plan(),
                List.of(Variation.parse("batchSize=[10,16,8]")),
                List.of(),
                0.02,
                1,
                false,
                folder);
        List<String> notices = new ArrayList<>();
        Leaderboard ranking =
                new Race(options, new Listener() {}, notices::add).run().orElseThrow();
        assertThat(notices)
                .anySatisfy(line ->
                        assertThat(line).startsWith("batchSize=10, seed 1: ").contains("divide"));
        assertThat(ranking.entries().get(2).candidate().title()).isEqualTo("batchSize=10");
        assertThat(ranking.winner().title()).isIn("batchSize=16", "batchSize=8");
    }

    @Test
    void what_the_race_sets_itself_cannot_race() {
        assertThatThrownBy(() -> new Race(options(true, "seed=[1,2]"), new Listener() {}, line -> {}))
                .hasMessage("settings that race change what is learned, got 'seed=1'; give it with --set to all");
        assertThatThrownBy(() -> new Race(options(true, "stop.images=[10,20]"), new Listener() {}, line -> {}))
                .hasMessageContaining("got 'stop.images=10'");
    }

    @Test
    void values_are_told_as_people_write_them() {
        assertThat(Variation.parse("referee=[{margin: 0.2}, everyone]").values())
                .containsExactly("{margin: 0.2}", "everyone");
        assertThat(Variation.parse("data=[{images: \"a: b\"}]").values()).containsExactly("{images: \"a: b\"}");
        assertThat(Variation.parse("batchSize=[16, 8]").values()).containsExactly("16", "8");
    }

    @Test
    void candidates_can_be_given_by_themselves() {
        List<List<String>> tried =
                List.of(List.of("objective=hinge"), List.of("batchSize=8", "discriminator.penalties=[]"));
        assertThat(Candidates.of(plan(), List.of(), tried))
                .extracting(Candidate::title)
                .containsExactly("as it is", "objective=hinge", "batchSize=8 discriminator.penalties=[]");
        assertThat(Candidates.of(plan(), List.of(Variation.parse("batchSize=[16,8]")), tried))
                .hasSize(5);
        assertThatThrownBy(() -> Candidates.of(plan(), List.of(), List.of(List.of("batchSize=0"))))
                .hasMessageContaining("batchSize must be between 1 and 65536, got 0");
    }

    @Test
    void a_candidate_that_cannot_train_is_left_out_of_the_chart() throws IOException {
        rounds(16);
        List<String> notices = new ArrayList<>();
        new Race(options(false, "discriminator.augmentations=[[], [{packing: 3}]]"), new Listener() {}, notices::add)
                .run();
        assertThat(notices).hasSize(3).noneMatch(line -> line.contains("events.jsonl"));
        assertThat(folder.resolve("balance.png")).exists();
    }

    @Test
    void intervals_are_students() {
        CandidateResults three = results("a", 1, 2, 3);
        assertThat(score(three)).isEqualTo(2);
        assertThat(ScoreColumn.margin(three.scores(JUDGE.deciding()))).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
        assertThat(JUDGE.deciding().shown(three.scores(JUDGE.deciding()))).isEqualTo("2.0000 ± 2.4841");
        assertThat(ScoreColumn.margin(new double[] {1})).isNaN();
        CandidateResults broke = results("b", 0.1, 0.1, Double.NaN);
        assertThat(broke.broken()).isOne();
        assertThat(broke.scores(JUDGE.deciding())).containsExactly(0.1, 0.1);
        assertThat(score(results("c", Double.NaN))).isNaN();
    }

    @Test
    void a_lead_that_may_be_chance_is_a_tie() {
        CandidateResults worse = results("worse", 2, 2.3, 2.6);
        assertThat(new Leaderboard(JUDGE, Better.LOWER, List.of(results("a", 1, 1.2, 1.7), worse)).lead())
                .isEqualTo("ahead of worse: better by 1.0000, 95 % interval 0.7516 to 1.2484 over 3 seeds");
        Leaderboard tied = new Leaderboard(JUDGE, Better.LOWER, List.of(results("a", 1, 2.2, 2.9), worse));
        assertThat(tied.lead()).startsWith("cannot be distinguished from worse: better by 0.2667, 95 % interval -1.");
        assertThat(tied.winnersPlan()).startsWith("# first      a\n# cannot be distinguished from worse");
        assertThat(Draft.empty().over(tied.winnersPlan()).plan()).isEqualTo(plan());
        assertThat(new Leaderboard(JUDGE, Better.HIGHER, List.of(worse, results("a", 1, 1.2, 1.7))).lead())
                .startsWith("ahead of a: better by 1.0000");
        assertThat(new Leaderboard(JUDGE, Better.LOWER, List.of(results("a", 1), worse)).lead())
                .isEqualTo("cannot be distinguished from worse: that needs two seeds that both have a score");
    }

    @Test
    void everybody_who_cannot_be_told_apart_from_the_first_is_named() {
        CandidateResults first = results("a", 1, 2.2, 2.9), next = results("b", 2, 2.3, 2.6);
        CandidateResults third = results("c", 2.1, 2.2, 2.9), last = results("d", 9, 10.2, 11);
        Leaderboard tied = new Leaderboard(JUDGE, Better.LOWER, List.of(first, next, third, last));
        assertThat(tied.isAhead()).isFalse();
        assertThat(tied.table()).contains("\nfirst      a\n").doesNotContain("winner");
        assertThat(tied.lead()).startsWith("cannot be distinguished from b: ").endsWith("; nor from c");
        assertThat(new Leaderboard(JUDGE, Better.LOWER, List.of(first, last)).table())
                .contains("\nthe winner a\n           ahead of d: ");
    }

    private static double score(CandidateResults one) {
        return one.mean(JUDGE.deciding());
    }

    private static CandidateResults results(String title, double... scores) {
        List<TrialResult> results = new ArrayList<>();
        for (double score : scores)
            results.add(TrialResult.of(results.size() + 1, 10, 1, JUDGE.columns(), List.of(score, 0.5, 0.5, 0.5)));
        return new CandidateResults(new Candidate("c01", title, plan()), results);
    }
}
