package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
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
            run.path().resolve(".plan.yaml.1.partial"),
            run.samples().resolve(".000000064.png.1.partial"),
            run.checkpoints().path().resolve(".000000064.json.1.partial"),
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
        RunFolder run = RunFolder.create(folder.resolve("run"));
        Files.writeString(run.samplePicture(0), "");
        run.discard();
        assertThat(folder).isEmptyDirectory();
        run.discard();
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
