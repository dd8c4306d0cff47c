package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptiveAugmentationRunTest {
    @TempDir
    Path folder;

    @Test
    void its_probability_is_recorded_and_a_resumed_run_ends_with_the_same_bits() throws IOException {
        Plan plan = Plans.with(Plans.images(), "discriminator.augmentations=[{ada: {target: 0.05, ramp: 100}}]");
        Path whole = folder.resolve("whole"), parts = folder.resolve("parts");
        Runs.train(plan, whole);
        Runs.trainUntil(6, plan, parts);
        assertThat(Runs.newest(parts).metadata().path("augmented").asDouble()).isPositive();
        Runs.resume(parts);
        assertThat(Runs.numbers(parts)).isEqualTo(Runs.numbers(whole));
        List<Double> probabilities = probabilities(whole);
        assertThat(probabilities(parts)).isEqualTo(probabilities);
        assertThat(probabilities).anyMatch(one -> one > 0.1).allMatch(one -> one >= 0 && one <= 0.8);
    }

    @Test
    void events_of_other_runs_have_none() throws IOException {
        Runs.train(Plans.images(), folder.resolve("run"));
        assertThat(JsonLines.read(RunFolder.open(folder.resolve("run")).events()))
                .noneMatch(event -> event.has("augmentationProbability"));
    }

    private static List<Double> probabilities(Path run) throws IOException {
        return JsonLines.read(RunFolder.open(run).events()).stream()
                .map(event -> event.path("augmentationProbability"))
                .map(JsonNode::asDouble)
                .toList();
    }
}
