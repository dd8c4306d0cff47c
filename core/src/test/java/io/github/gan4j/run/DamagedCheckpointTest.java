package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.imagesSeen;
import static io.github.gan4j.run.Runs.newest;
import static io.github.gan4j.run.Runs.numbers;
import static io.github.gan4j.run.Runs.resume;
import static io.github.gan4j.run.Runs.train;
import static io.github.gan4j.run.Runs.trainUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that a power cut, a full disk or a bad sector has spoilt. */
class DamagedCheckpointTest {
    /** The run of {@link Plans#line} that was never interrupted; only to be read. */
    @TempDir
    static Path line;

    @TempDir
    Path temporary;

    private Path path;

    @BeforeAll
    static void trainWithoutInterruption() throws IOException {
        train(Plans.line(), line);
    }

    @BeforeEach
    void place() {
        path = temporary.resolve("run");
    }

    private interface Damage {
        void to(Path tensors, Path json) throws IOException;
    }

    private void damage(long images, Damage damage) throws IOException {
        Path checkpoints = path.resolve("checkpoints");
        damage.to(
                checkpoints.resolve("%09d.safetensors".formatted(images)),
                checkpoints.resolve("%09d.json".formatted(images)));
    }

    private static void cut(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
    }

    private static void empty(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() * 3 / 4);
            int value = open.read();
            open.seek(open.length() * 3 / 4);
            open.write(value ^ 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "flip", "empty", "missing", "json cut", "json flip", "json empty"})
    void a_damaged_checkpoint_is_refused_by_name_and_the_one_before_is_used(String kind) throws IOException {
        trainUntil(12, Plans.line(), path);
        assertThat(newest(path).imagesSeen()).isEqualTo(768);
        damage(
                768,
                switch (kind) {
                    case "cut" -> (tensors, json) -> cut(tensors);
                    case "flip" -> (tensors, json) -> flip(tensors);
                    case "empty" -> (tensors, json) -> empty(tensors);
                    case "missing" -> (tensors, json) -> Files.delete(tensors);
                    case "json cut" -> (tensors, json) -> cut(json);
                    case "json flip" -> (tensors, json) -> flip(json);
                    default -> (tensors, json) -> empty(json);
                });
        List<String> notices = resume(path);
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0))
                .startsWith("checkpoints/000000768." + (kind.startsWith("json") ? "json" : "safetensors") + ": ")
                .endsWith("; using checkpoints/000000640 instead")
                .doesNotContain("\n");
        assertThat(numbers(path)).isEqualTo(numbers(line));
        assertThat(imagesSeen(path)).isEqualTo(imagesSeen(line));
    }

    @Test
    void a_damaged_checkpoint_never_pushes_out_a_good_one() throws IOException {
        // two are kept: 768, soon damaged, and 640
        trainUntil(12, Plans.with(Plans.line(), "record.keep=2"), path);
        Files.writeString(
                path.resolve("plan.yaml"),
                Files.readString(path.resolve("plan.yaml")).replaceAll("keep: 2", "keep: 1"));
        damage(768, (tensors, json) -> flip(tensors));
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.images() == 704) run.stop();
                }
            });
        }
        assertThat(newest(path).imagesSeen()).isEqualTo(704);
    }

    @Test
    void when_all_are_damaged_one_line_says_so() throws IOException {
        trainUntil(12, Plans.line(), path);
        for (long moment : RunFolder.open(path).checkpoints().list()) damage(moment, (tensors, json) -> cut(tensors));
        List<String> notices = new ArrayList<>();
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), notices::add))
                .isInstanceOf(IOException.class)
                .hasMessage(path + ": has no intact checkpoint, 3 damaged");
        assertThat(notices).hasSize(3).allMatch(line -> line.matches("checkpoints/\\d{9}\\.safetensors: has .*"));
    }
}
