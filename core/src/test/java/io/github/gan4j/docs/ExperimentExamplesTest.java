package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.experiment.Bench;
import io.github.gan4j.experiment.BenchOptions;
import io.github.gan4j.experiment.Benchmark;
import io.github.gan4j.experiment.Race;
import io.github.gan4j.experiment.RaceOptions;
import io.github.gan4j.experiment.Variation;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java program of docs/benchmarks.md, run; what stands in the document stands here, letter by letter. */
class ExperimentExamplesTest {
    @Test
    void the_program_in_the_document_is_this_one() throws IOException {
        String here =
                dense(Files.readString(Path.of("src/test/java/io/github/gan4j/docs/ExperimentExamplesTest.java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/benchmarks.md")));
        assertThat(program.find()).isTrue();
        assertThat(here).contains(dense(program.group(1)));
        assertThat(program.find()).isFalse();
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void a_program_runs_a_benchmark_and_a_race(@TempDir Path folder) throws IOException {
        double budget = 1e-4, minutes = 0.001;

        Bench bench = new Bench(
                Benchmark.named("ring"),
                new BenchOptions(3, budget, "own", 1, folder, Optional.empty()),
                new Listener() {},
                System.err::println);
        bench.run().ifPresent(report -> System.out.print(report.table()));

        Race race = new Race(
                new RaceOptions(
                        Presets.read("gaussian-1d"),
                        List.of(Variation.parse("batchSize=[16, 64]")),
                        List.of(List.of("objective=hinge", "batchSize=64")),
                        minutes,
                        3,
                        true,
                        folder.resolve("race")),
                new Listener() {},
                System.err::println);
        Plan winner = race.run().orElseThrow().plan();

        assertThat(folder.resolve("ring.csv")).exists();
        assertThat(folder.resolve("race/winner.yaml")).exists();
        assertThat(winner.batchSize()).isIn(16, 64, 256);
    }
}
