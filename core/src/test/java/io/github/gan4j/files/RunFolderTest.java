package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final String UUID = "0b1c2d3e-0000-4000-8000-0123456789ab";

    @TempDir
    Path folder;

    @Test
    void a_new_run_gets_its_folders() throws IOException {
        Path path = folder.resolve("runs").resolve("one");
        RunFolder run = RunFolder.create(path);
        assertThat(run.samples()).isDirectory();
        assertThat(run.checkpoints().path())
                .isEqualTo(path.resolve("checkpoints"))
                .isDirectory();
        assertThat(run.samplePicture(12800)).isEqualTo(path.resolve("samples").resolve("000012800.png"));
        assertThat(run.events()).hasFileName("events.jsonl");
        assertThat(RunFolder.create(Files.createDirectory(folder.resolve("empty")))
                        .samples())
                .isDirectory();
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "");
        assertThatIOException()
                .isThrownBy(() -> RunFolder.create(folder))
                .withMessage(folder + ": exists already and is not empty;"
                        + " give another folder, or resume the run in it");
        Path file = folder.resolve("thesis.tex");
        assertThatIOException().isThrownBy(() -> RunFolder.create(file)).withMessage(file + ": is not a folder");
        Path under = file.resolve("run");
        assertThatIOException()
                .isThrownBy(() -> RunFolder.create(under))
                .withMessageStartingWith(under + ": ")
                .withMessageMatching("[^\n]*");
    }

    @Test
    void weights_for_pytorch_are_no_run_and_the_line_says_what_is_taken() throws IOException {
        Files.writeString(folder.resolve("model.safetensors"), "");
        for (Path path : new Path[] {folder, folder.resolve("model.safetensors")})
            assertThatIOException()
                    .isThrownBy(() -> RunFolder.open(path))
                    .withMessage(path + ": weights for PyTorch, not a run folder; gan4j export RUN --format onnx (or"
                            + " torchscript) writes a file that is taken like a run");
    }

    @Test
    void what_is_no_run_folder_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> RunFolder.open(folder))
                .withMessage(folder + ": not a run folder (it has no plan.yaml)");
        Path missing = folder.resolve("missing");
        assertThatIOException().isThrownBy(() -> RunFolder.open(missing)).withMessage(missing + ": no such folder");
    }

    @Test
    void only_reopening_removes_what_a_kill_left() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("run"));
        Files.writeString(run.plan(), "");
        Path[] leftovers = {
            run.path().resolve(".plan.yaml." + UUID + ".partial"),
            run.samples().resolve(".000000064.png." + UUID + ".partial"),
            run.checkpoints().path().resolve(".000000064.json." + UUID + ".partial"),
            run.checkpoints().path().resolve("000000064.safetensors")
        };
        for (Path leftover : leftovers) Files.writeString(leftover, "half");
        RunFolder.open(run.path());
        assertThat(leftovers).allMatch(Files::exists);
        RunFolder.reopen(run.path());
        assertThat(leftovers).noneMatch(Files::exists);
        assertThat(run.plan()).exists();
    }

    @Test
    void a_run_that_is_given_up_leaves_nothing() throws IOException {
        Path path = folder.resolve("run");
        try (FolderLock lock = FolderLock.takeFree(path)) {
            RunFolder run = RunFolder.create(path);
            Files.writeString(run.plan(), "");
            Files.writeString(run.samplePicture(0), "");
            assertThat(run.isUnbegun()).isTrue();
            run.discard(lock);
            assertThat(folder).isEmptyDirectory();
            run.discard(lock);
        }
    }

    @Test
    void a_folder_that_was_there_stays_when_a_run_is_given_up() throws IOException {
        try (FolderLock lock = FolderLock.takeFree(folder)) {
            RunFolder.create(folder).discard(lock);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photos/a.txt",
                "winner.yaml",
                "samples/000000064.png",
                "samples/mine.png",
                "checkpoints/000000000.json",
                "checkpoints/000000064.safetensors",
                "best.json",
                "out/001.png",
                ".hidden"
            })
    void what_a_start_does_not_write_is_never_deleted(String name) throws IOException {
        Path path = folder.resolve("run");
        try (FolderLock lock = FolderLock.takeFree(path)) {
            RunFolder run = RunFolder.create(path);
            Files.writeString(run.plan(), "");
            Path foreign = path.resolve(name);
            Files.createDirectories(foreign.getParent());
            Files.writeString(foreign, "mine");
            assertThat(run.isUnbegun()).isFalse();
            run.discard(lock);
            assertThat(foreign).hasContent("mine");
            assertThat(run.plan()).doesNotExist();
        }
    }

    @Test
    void a_folder_that_was_moved_away_or_replaced_is_no_longer_ours_to_clear() throws IOException {
        Path path = folder.resolve("run");
        try (FolderLock lock = FolderLock.takeFree(path)) {
            Files.writeString(path.resolve("plan.yaml"), "mine");
            lock.requireThere();
            Files.move(path, folder.resolve("moved"));
            assertThatIOException()
                    .isThrownBy(lock::requireThere)
                    .withMessage(path + ": was renamed or deleted meanwhile; nothing more is written there");
            Files.createDirectory(path);
            Files.writeString(path.resolve("plan.yaml"), "another's");
            Files.createFile(path.resolve(".lock"));
            assertThatIOException().isThrownBy(lock::requireThere);
            new RunFolder(path).discard(lock);
            assertThat(path.resolve("plan.yaml")).hasContent("another's");
            assertThat(folder.resolve("moved/plan.yaml")).hasContent("mine");
        }
    }

    @Test
    void a_lock_that_is_refused_leaves_the_first_one_in_force() throws Exception {
        try (FolderLock first = FolderLock.take(folder)) {
            for (int i = 0; i < 3; i++) assertThatIOException().isThrownBy(() -> FolderLock.take(folder));
            assertThat(FolderLock.heldElsewhere(folder)).isFalse();
            assertThat(otherProgramGets(folder)).isFalse();
            first.requireThere();
        }
        assertThat(otherProgramGets(folder)).isTrue();
    }

    private static boolean otherProgramGets(Path folder) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockAttempt.class.getName(),
                        folder.toString())
                .start();
        return other.waitFor() == 0;
    }

    /** A program of its own that ends well if it gets the lock. */
    static final class LockAttempt {
        private LockAttempt() {}

        public static void main(String[] arguments) throws IOException {
            FolderLock.take(Path.of(arguments[0])).close();
        }
    }

    @Test
    void runs_that_start_at_the_same_moment_get_folders_of_their_own() {
        LocalDateTime start = LocalDateTime.of(2026, 11, 21, 9, 30, 59);
        List<Path> paths = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> {
                    try (FolderLock lock = RunFolder.takeNew(folder, "x", start)) {
                        Files.writeString(lock.folder().resolve("plan.yaml"), "");
                        return lock.folder();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        assertThat(paths).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void who_only_looks_whether_a_folder_is_in_use_keeps_nobody_out() throws Exception {
        Path looked = Files.createDirectory(folder.resolve("looked"));
        FolderLock.take(looked).close();
        AtomicBoolean done = new AtomicBoolean();
        Thread looking = new Thread(() -> {
            while (!done.get()) FolderLock.heldElsewhere(looked);
        });
        looking.start();
        try {
            for (int i = 0; i < 300; i++) FolderLock.take(looked).close();
        } finally {
            done.set(true);
            looking.join();
        }
    }

    @Test
    void only_one_may_write_into_a_folder_at_a_time() throws IOException {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThatIOException()
                    .isThrownBy(() -> FolderLock.take(folder))
                    .withMessage(folder + ": is being trained right now; wait until that ends, or stop it");
        }
        FolderLock.take(folder).close();
        Path missing = folder.resolve("missing");
        assertThatIOException()
                .isThrownBy(() -> FolderLock.take(missing))
                .withMessage(missing + ": no such file or folder");
    }

    @Test
    void a_new_path_tells_start_and_preset_and_is_not_taken() throws IOException {
        LocalDateTime start = LocalDateTime.of(2026, 11, 21, 9, 30, 59);
        Path first = RunFolder.newRunPath(folder, "mnist-dcgan", start);
        assertThat(first).isEqualTo(folder.resolve("2026-11-21-0930-mnist-dcgan"));
        RunFolder.create(first);
        RunFolder.create(RunFolder.newRunPath(folder, "mnist-dcgan", start));
        assertThat(RunFolder.newRunPath(folder, "mnist-dcgan", start)).hasFileName("2026-11-21-0930-mnist-dcgan-3");
    }
}
