package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    private static Plan plan(String benchmark, String recipe) {
        return Benchmark.named(benchmark).plan(recipe);
    }

    @Test
    void every_benchmark_has_both_plans_and_rows_that_fit_its_columns() {
        assertThat(Benchmark.names()).hasSize(10);
        assertThat(Benchmark.names().stream().map(Benchmark::named)).allSatisfy(benchmark -> {
            assertThat(benchmark.recipes().keySet()).containsExactly("published", "own");
            benchmark.recipes().forEach((name, recipe) -> {
                Plan plan = benchmark.plan(name);
                assertThat(PlanChanges.shortened(plan, 0.5).stop()).isNotEqualTo(plan.stop());
                assertThat(plan.name()).isEqualTo(recipe.plan());
            });
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Benchmark(
                        "x", "", BenchmarkRule.MODES, 1, Map.of(), Map.of("GAN", List.of("1")), List.of()))
                .withMessage("the row 'GAN' of x has 1 cells for 4 columns");
    }

    @Test
    void points_are_judged_against_the_data_of_the_published_plan() throws IOException {
        assertThat(opened("ring"))
                .usingRecursiveComparison()
                .isEqualTo(new ModeJudge((Mixture) Distribution.ring(8, 1, 0.01), 2500));
        assertThat(opened("grid"))
                .usingRecursiveComparison()
                .isEqualTo(new ModeJudge((Mixture) Distribution.grid(5, 2, 0.05), 2500));
        assertThat(opened("teams-ring"))
                .usingRecursiveComparison()
                .isEqualTo(new ModeJudge((Mixture) Distribution.ring(8, 1, 0.02), 2500));
        assertThat(opened("teams-grid"))
                .usingRecursiveComparison()
                .isEqualTo(new ModeJudge((Mixture) Distribution.grid(5, 0.7, 0.03), 2500));
        assertThat(opened("synthetic-1200")).isEqualTo(new WideJudge(2500));
        assertThat(opened("collapse").assessReals(1).scores())
                .isEqualTo(new LineJudge(Distribution.normal(4, 0.5), 10_000)
                        .assessReals(1)
                        .scores());
    }

    private static BenchmarkJudge opened(String benchmark) throws IOException {
        return Benchmark.named(benchmark).open(Optional.empty(), line -> {});
    }

    @Test
    void digits_are_read_from_the_folder_given_and_drawn_data_stay_drawn() {
        BenchOptions options = new BenchOptions(1, 1, "both", 3, Path.of("out"), Optional.of(Path.of("digits")));
        assertThat(Benchmark.named("teams-mnist").candidates(options))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.plan().data().path()).isEqualTo("digits");
                    assertThat(one.plan().threads()).isEqualTo(3);
                });
        assertThat(Benchmark.named("ring").candidates(options))
                .allSatisfy(one -> assertThat(one.plan().data().path()).isEmpty());
    }

    @Test
    void a_smaller_budget_shortens_everything_that_changes() {
        Plan whole = plan("ring", "own");
        Plan tenth = PlanChanges.shortened(whole, 0.1);
        assertThat(tenth.stop().images()).isEqualTo(whole.stop().images() / 10);
        assertThat(tenth.generator().ema().orElseThrow().halfLife()).isEqualTo(whole.generator().ema().orElseThrow().halfLife() / 10);
        long half = whole.stop().images() / 2;
        assertThat(tenth.generator().optimizer().learningRate().at(half / 10))
                .isCloseTo(whole.generator().optimizer().learningRate().at(half), within(1e-12));
        assertThat(tenth.discriminator().penalties().get(1).strength().orElseThrow().at(half / 10))
                .isCloseTo(whole.discriminator().penalties().get(1).strength().orElseThrow().at(half), within(1e-12));
    }

    @Test
    void published_nets_are_those_of_the_papers() {
        Plan ring = plan("ring", "published");
        assertThat(ring.generator().network().hidden()).isEqualTo(List.of(400, 400, 400, 400));
        assertThat(ring.stop().images()).isEqualTo(400L * 100_000);
        Plan small = plan("stacked-mnist-small-discriminator", "published");
        assertThat(small.generator().network().width())
                .isEqualTo(4 * small.discriminator().network().width());
        assertThat(small.stop().images()).isEqualTo(500_000L * small.batchSize());
    }

    @Test
    void several_seeds_have_a_mean_and_students_interval() {
        double[] scores = {1, 2, 3, 6};
        assertThat(ScoreColumn.margin(scores)).isCloseTo(3.182446 * Math.sqrt(14.0 / 3 / 4), within(1e-6));
        assertThat(new ScoreColumn("x", "x", 100, 1).shown(new double[] {0.5})).isEqualTo("50.0");
        assertThat(new ScoreColumn("x", "x", 1, 2).shown(scores)).isEqualTo("3.00 ± 3.44");
        assertThat(new ScoreColumn("x", "x", 1, 2).shown(new double[0])).isEqualTo("-");
    }
}
