package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    /** Two steps. */
    private static final double TINY = 1e-4;

    @TempDir
    Path folder;

    private List<String> told;

    @BeforeEach
    void listen() {
        told = new ArrayList<>();
    }

    private Bench bench(int seeds, double budget) {
        return new Bench(
                Benchmark.named("ring"),
                new BenchOptions(seeds, budget, "own", 1, folder, Optional.empty()),
                new Listener() {},
                told::add);
    }

    @Test
    void trials_are_played_once_kept_and_put_beside_the_published_rows() throws IOException {
        String table = bench(2, TINY).run().orElseThrow().table();
        assertThat(told)
                .hasSize(2)
                .allMatch(line -> line.startsWith("gan4j's recipe, seed ") && line.contains(" s: modes "));
        assertThat(table)
                .contains(
                        "PacGAN2 ",
                        "7.9 ± 0.1",
                        "gan4j's recipe: 2 seeds of ",
                        "budget 1.0E-4",
                        "real samples ",
                        "Student's 95 % interval over the seeds; published rows state standard errors")
                .containsPattern("(?m)^real samples +8.0 ± 0.0 +9[89]\\.\\d ± ");
        assertThat(Files.readAllLines(folder.resolve("ring.csv")))
                .hasSize(1 + 2 + 3)
                .startsWith(
                        "benchmark,recipe,budget,seed,images,seconds,modes,high-quality,reverse-kl,reverse-kl-outside")
                .anyMatch(line -> line.startsWith("ring,own,1.0E-4,2,512,"));
        assertThat(folder.resolve("ring-own.png")).isRegularFile();
        assertThat(Files.readString(folder.resolve("ring.txt"))).isEqualTo(table);

        told.clear();
        assertThat(bench(2, TINY).run().orElseThrow().table()).isEqualTo(table);
        assertThat(told).isEmpty();

        Files.delete(folder.resolve("ring-own/seed-02.json"));
        bench(2, TINY).run();
        assertThat(told).hasSize(1).first().asString().startsWith("gan4j's recipe, seed 2: ");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench(2, 2 * TINY).run())
                .withMessageContaining("ring-own holds trials of another plan (")
                .withMessageEndingWith("; give another --out, or delete it");
        Files.writeString(folder.resolve("ring-own/seed-01.json"), "{}");
        assertThatIOException()
                .isThrownBy(() -> bench(2, TINY).run())
                .withMessageContaining("seed-01.json: key 'seed' is missing; delete it to judge again");
    }

    @Test
    void a_bench_that_is_stopped_says_nothing_and_goes_on_later() throws IOException {
        Bench stopped = bench(1, TINY);
        stopped.stop();
        assertThat(stopped.run()).isEmpty();
        assertThat(folder.resolve("ring.csv")).doesNotExist();
        assertThat(bench(1, TINY).run()).isPresent();
    }

    @Test
    void options_out_of_range_are_refused() {
        refuses(0, 1, "own", 0, "seeds must be between 1 and 1000, got 0");
        refuses(1, 0, "own", 0, "budget must be above 0 and at most 100, got 0.0");
        refuses(1, 1, "mine", 0, "recipe must be published, own or both, got 'mine'");
        refuses(1, 1, "own", -1, "threads must be between 0 and 1024, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benchmark.named("swiss"))
                .withMessage("unknown benchmark 'swiss'; known benchmarks: ring, grid, synthetic-1200, stacked-mnist,"
                        + " stacked-mnist-small-discriminator, collapse, teams-ring, teams-grid, teams-mnist, mnist");
    }

    private void refuses(int seeds, double budget, String recipe, int threads, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchOptions(seeds, budget, recipe, threads, folder, Optional.empty()))
                .withMessage(message);
    }
}
