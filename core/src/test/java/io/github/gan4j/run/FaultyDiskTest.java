package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.numbers;
import static io.github.gan4j.run.Runs.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full at the first, the second, … the last write of a run: one line, and nothing is lost that was kept. */
class FaultyDiskTest {
    @TempDir
    Path folder;

    private static Plan plan() {
        return Plans.with(
                Plans.line(),
                "stop.images=128",
                "record.checkpoints={images: 64}",
                "record.pictures={images: 128}",
                "record.columns=1",
                "record.rows=1");
    }

    @Test
    void a_disk_full_at_any_write_is_one_line_and_the_run_resumes_to_the_same_bits() throws IOException {
        train(plan(), folder.resolve("whole"));
        Map<String, StoredTensor> whole = numbers(folder.resolve("whole"));
        FaultyDisk disk = FaultyDisk.over(folder);
        disk.empty();
        train(plan(), disk.path(folder.resolve("counted")));
        long writes = disk.writes();
        assertThat(writes).isGreaterThan(40);
        // a disk that stays full at every write; one that has room again at every fourth
        for (boolean once : new boolean[] {false, true})
            for (long write = 1; write <= writes; write += once ? 4 : 1) {
                Path path = folder.resolve("run-" + once + write);
                disk.fullFrom(write, once);
                Optional<String> error = error(disk.path(path));
                // who cannot sync a folder, or draw a plot, says so in a notice or not at all, and goes on
                error.ifPresent(line ->
                        assertThat(line).contains("No space left on device").doesNotContain("\n"));
                disk.empty();
                if (error.isEmpty()) assertThat(numbers(path)).isEqualTo(whole);
                else if (Files.exists(path)) requireSame(path, whole, write + (once ? " once" : "") + ": " + error);
            }
    }

    private static Optional<String> error(Path path) {
        try {
            train(plan(), path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static void requireSame(Path path, Map<String, StoredTensor> whole, String how) throws IOException {
        assertThat(new RunFolder(path).checkpoints().list()).as(how).isNotEmpty();
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(numbers(path)).as(how).isEqualTo(whole);
        assertThat(new RunFolder(path).samplePicture(128)).as(how).exists();
    }
}
