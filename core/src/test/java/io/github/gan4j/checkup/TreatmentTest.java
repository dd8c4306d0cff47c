package io.github.gan4j.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.run.Runs;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatmentTest {
    private static final String NETWORK = "generator.network.perceptron.hidden=";

    @TempDir
    private Path folder;

    /** Eight spots, which two units cannot cover. */
    private static Plan tooSmall() {
        return Presets.draft("ring")
                .set(List.of(
                        "threads=1",
                        NETWORK + "[1]",
                        "stop.images=24000",
                        "record.checkpoints={images: 4000}",
                        "record.pictures={images: 1000000}",
                        "doctor.every={images: 0, seconds: 0}"))
                .plan();
    }

    private static Plan with(Plan plan, String setting) {
        return Draft.of(plan).set(List.of(setting)).plan();
    }

    @Test
    void other_networks_begin_again_and_learn_what_a_new_run_with_them_learns() throws Exception {
        Path path = folder.resolve("run");
        List<String> notices = new ArrayList<>();
        String before;
        try (Run run = Run.start(with(tooSmall(), "doctor.tries=1"), path, notices::add)) {
            before = Files.readString(path.resolve("plan.yaml"));
            assertThat(run.train(new Listener() {})).isEqualTo(Ending.IMAGES);
        }
        assertThat(notices).anySatisfy(line -> assertThat(line)
                .endsWith("begins again, with --set '" + NETWORK + "[64, 64]' (as in the preset ring)"));
        ObjectNode note = JsonLines.read(path.resolve("remedies.jsonl")).get(0);
        assertThat(note.path("backTo").asLong(-1)).isZero();
        assertThat(Runs.imagesSeen(path)).isSorted().doesNotHaveDuplicates();
        Runs.train(with(tooSmall(), NETWORK + "[64, 64]"), folder.resolve("new"));
        Map<String, StoredTensor> wanted = Runs.numbers(folder.resolve("new"));
        assertThat(Runs.numbers(path)).containsOnlyKeys(wanted.keySet());
        for (Map.Entry<String, StoredTensor> tensor : Runs.numbers(path).entrySet())
            assertThat(tensor.getValue().floats())
                    .as(tensor.getKey())
                    .isEqualTo(wanted.get(tensor.getKey()).floats());

        // a kill between the two writes that begin it
        RunFolder run = new RunFolder(path);
        run.checkpoints().dropAfter(0);
        Files.writeString(run.plan(), before);
        try (Run again = Run.resume(path, Optional.empty(), line -> {})) {
            assertThat(again.plan().toYaml()).contains("[64, 64]").doesNotContain("[1]");
        }
        Files.writeString(run.plan(), before);
        Files.delete(path.resolve("remedies.jsonl"));
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), line -> {}))
                .hasMessageContaining("belongs to another plan");
    }
}
