package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static Recipe recipe(String name) {
        return new Recipe(Recipe.Kind.OWN, name, "");
    }

    @Test
    void every_benchmark_has_both_plans() {
        assertThat(Benchmark.ALL).allSatisfy(benchmark -> {
            assertThat(benchmark.recipes()).extracting(Recipe::kind).containsExactly(Recipe.Kind.values());
            for (Recipe recipe : benchmark.recipes()) {
                assertThat(recipe.plan(0.5).length()).isNotEqualTo(recipe.plan().length());
                assertThat(recipe.plan().name()).isEqualTo(recipe.name());
            }
        });
    }

    @Test
    void a_smaller_budget_shortens_everything_that_changes() {
        Plan whole = recipe("ring-own").plan(1);
        Plan tenth = recipe("ring-own").plan(0.1);
        assertThat(tenth.length().images()).isEqualTo(whole.length().images() / 10);
        assertThat(tenth.average().halfLife()).isEqualTo(whole.average().halfLife() / 10);
        long half = whole.length().images() / 2;
        assertThat(tenth.generator().optimizer().rate().at(half / 10))
                .isCloseTo(whole.generator().optimizer().rate().at(half), within(1e-12));
        assertThat(tenth.penalties().get(1).strength().at(half / 10))
                .isCloseTo(whole.penalties().get(1).strength().at(half), within(1e-12));
    }

    @Test
    void published_nets_are_those_of_the_papers() {
        Plan ring = recipe("ring-published").plan();
        assertThat(ring.generator().network().hidden()).isEqualTo(List.of(400, 400, 400, 400));
        assertThat(ring.length().images()).isEqualTo(400L * 100_000);
        Plan small = recipe("stacked-mnist-small-discriminator-published").plan();
        assertThat(small.generator().network().width())
                .isEqualTo(4 * small.discriminator().network().width());
        assertThat(small.length().images()).isEqualTo(500_000L * small.batch());
    }

    @Test
    void several_tries_have_a_mean_and_a_standard_error() {
        Tries tries = new Tries(1, 2, 3, 6);
        assertThat(tries.mean()).isEqualTo(3);
        assertThat(tries.error()).isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-12));
        assertThat(new Measure("x", "x", 100, 1).shown(new Tries(0.5))).isEqualTo("50.0");
        assertThat(new Measure("x", "x", 1, 2).shown(tries)).isEqualTo("3.00 ± 1.08");
    }
}
