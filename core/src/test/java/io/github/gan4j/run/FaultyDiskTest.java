package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full at the first, the second, … the last write of a run, on whichever thread: one line, and nothing is lost
 * that was kept.
 */
class FaultyDiskTest {
    private static final long IMAGES = 32;

    /** Two steps, each with an event and a checkpoint, and pictures at both ends. */
    private static final Plan PLAN = Plans.with(
            Plans.images(),
            "stop.images=" + IMAGES,
            "record.checkpoints={images: 16}",
            "record.pictures={images: 32}",
            "doctor.every={images: 32}",
            "record.columns=1",
            "record.rows=1");

    @TempDir
    Path folder;

    /** What folders looked like that were resumed: names of files and the newest checkpoint. */
    private final Set<List<String>> resumed = new HashSet<>();

    @Test
    void a_disk_full_at_any_write_is_one_line_and_the_run_resumes_to_the_same_bits() throws IOException {
        Path whole = folder.resolve("whole");
        train(PLAN, whole);
        FaultyDisk disk = FaultyDisk.over(folder);
        disk.empty();
        train(PLAN, disk.path(folder.resolve("counted")));
        List<Integer> writes = unlike(disk.written());
        assertThat(writes).hasSizeGreaterThan(40);
        // a disk that stays full at every write; one that has room again at every eighth
        for (boolean once : new boolean[] {false, true})
            for (int i = 0; i < writes.size(); i += once ? 8 : 1) {
                int write = writes.get(i);
                Path path = folder.resolve("run-" + once + write);
                disk.fullFrom(write, once);
                Optional<String> error = error(disk.path(path));
                // who cannot sync a folder, or draw a plot, says so in a notice or not at all, and goes on
                error.ifPresent(line ->
                        assertThat(line).contains("No space left on device").doesNotContain("\n"));
                disk.empty();
                String how = write + (once ? " once" : "") + ": " + error;
                if (error.isEmpty()) assertThat(bits(path, IMAGES)).as(how).isEqualTo(bits(whole, IMAGES));
                else if (Files.exists(path)) requireSame(path, whole, how);
            }
        assertThat(resumed).hasSizeGreaterThan(5);
    }

    /** The numbers of all writes but those in the midst of a file, from the third of many to the last but one, counted from 1. */
    private static List<Integer> unlike(List<String> files) {
        return IntStream.range(0, files.size())
                .filter(i -> i < 2
                        || i == files.size() - 1
                        || !files.get(i).equals(files.get(i - 2))
                        || !files.get(i).equals(files.get(i + 1)))
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static Optional<String> error(Path path) {
        try {
            train(PLAN, path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** There is an intact checkpoint of the bits that the whole run had then, and one of every kind of folder is resumed. */
    private void requireSame(Path path, Path whole, String how) throws IOException {
        Checkpoint newest = new RunFolder(path).checkpoints().newestIntact(line -> {});
        assertThat(newest.read().tensors()).as(how).isEqualTo(bits(whole, newest.imagesSeen()));
        if (!resumed.add(looks(path))) return;
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(bits(path, IMAGES)).as(how).isEqualTo(bits(whole, IMAGES));
        assertThat(new RunFolder(path).samplePicture(IMAGES)).as(how).exists();
    }

    private static Map<String, StoredTensor> bits(Path run, long images) throws IOException {
        return new RunFolder(run).checkpoints().open(images).read().tensors();
    }

    /** Names of all files, without what is random or a time in them, and how many events there are. */
    private static List<String> looks(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return Stream.concat(
                            files.map(file -> run.relativize(file).toString())
                                    .map(name -> name.replaceAll(
                                            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|tfevents\\.\\d+", "")),
                            Stream.of("events " + Runs.imagesSeen(run)))
                    .sorted()
                    .toList();
        }
    }
}
